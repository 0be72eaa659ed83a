package io.faultline.alarm.sound;

import io.faultline.alarm.Signal;
import java.util.List;
import java.util.Optional;

/** A sound: notes, one after the other. Told apart by number, pitch and movement, so that no ear for music is needed. */
public enum Tone {
    /** First stage: one soft note. */
    PERIMETER(320, 0, 0.5),
    /** Second stage: two notes. */
    ENTRY(150, 90, 0.8),
    /** Third stage: three notes, rising. */
    CASCADE(170, 50, 1),
    /** No data comes any more: one low note. */
    LOST(600, 0, 0.8);

    private final int noteMillis;
    private final int restMillis;
    private final double loudness;

    Tone(int noteMillis, int restMillis, double loudness) {
        this.noteMillis = noteMillis;
        this.restMillis = restMillis;
        this.loudness = loudness;
    }

    /** The sound of a signal; empty for lines of the log. */
    public static Optional<Tone> of(Signal signal) {
        return switch (signal.gravity()) {
            case 1 -> Optional.of(PERIMETER);
            case 2 -> Optional.of(ENTRY);
            case 3 -> Optional.of(CASCADE);
            default -> Optional.empty();
        };
    }

    /** Pitches of the notes. */
    public List<Double> hertz() {
        return switch (this) {
            case PERIMETER -> List.of(660.0);
            case ENTRY -> List.of(880.0, 880.0);
            case CASCADE -> List.of(880.0, 1175.0, 1568.0);
            case LOST -> List.of(220.0);
        };
    }

    /** Length of each note. */
    public int noteMillis() {
        return noteMillis;
    }

    /** Silence between two notes. */
    public int restMillis() {
        return restMillis;
    }

    /** Against the loudest of them; above 0, at most 1. */
    public double loudness() {
        return loudness;
    }
}
