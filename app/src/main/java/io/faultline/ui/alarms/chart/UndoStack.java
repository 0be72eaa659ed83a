package io.faultline.ui.alarms.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What can be taken back, newest first; the last fifty. JavaFX thread only. */
public final class UndoStack {
    private static final int MOST = 50;

    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String words, Runnable back) {}

    /** @param words what was done, such as {@code L1 deleted} */
    public void push(String words, Runnable back) {
        steps.push(new Step(words, back));
        if (steps.size() > MOST) {
            steps.removeLast();
        }
    }

    /** Takes the newest back, and says what it was; empty where there is nothing. */
    public Optional<String> undo() {
        Step newest = steps.poll();
        if (newest == null) {
            return Optional.empty();
        }
        newest.back().run();
        return Optional.of(newest.words());
    }
}
