package io.faultline.ui.alarms;

import io.faultline.alarm.sound.Pcm;
import io.faultline.alarm.sound.Tone;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays tones on the system's loudspeaker, one after the other, on a thread of its own: a device that hangs holds up
 * nothing else. Thread-safe.
 */
public final class Speaker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
    private static final int MOST_WAITING = 4;
    private static final int CHUNK_BYTES = Pcm.RATE / 50 * 2;
    private static final AudioFormat FORMAT = new AudioFormat(Pcm.RATE, 16, 1, true, false);

    private final BlockingQueue<Sound> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Consumer<String> trouble;
    private final Device device;
    private @Nullable Thread thread;
    private boolean told;

    /** Where sounds go. */
    interface Device {
        /** @throws IllegalArgumentException if there is none that takes the format */
        SourceDataLine line(AudioFormat format) throws LineUnavailableException;
    }

    private record Sound(Tone tone, double volume, BooleanSupplier wanted) {}

    /** @param trouble is told once, in words, if there is nothing to play on; on the speaker's thread */
    public Speaker(Consumer<String> trouble) {
        this(trouble, AudioSystem::getSourceDataLine);
    }

    Speaker(Consumer<String> trouble, Device device) {
        this.trouble = trouble;
        this.device = device;
    }

    /**
     * Has a tone played soon; dropped while too many wait.
     *
     * @param volume 0 to 1
     * @param wanted asked while it plays: it breaks off when this says no
     */
    public synchronized void play(Tone tone, double volume, BooleanSupplier wanted) {
        if (thread == null) {
            Thread made = new Thread(this::run, "alarm-sound");
            made.setDaemon(true);
            made.start();
            thread = made;
        }
        if (!waiting.offer(new Sound(tone, volume, wanted))) {
            LOG.debug("A sound was dropped: {} wait", MOST_WAITING);
        }
    }

    private void run() {
        try {
            while (true) {
                Sound sound = waiting.take();
                try {
                    play(sound);
                } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
                    tell(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(Sound sound) throws LineUnavailableException {
        if (!sound.wanted().getAsBoolean()) {
            return;
        }
        try (SourceDataLine line = device.line(FORMAT)) {
            line.open(FORMAT, 4 * CHUNK_BYTES);
            line.start();
            byte[] samples = Pcm.bytes(sound.tone(), sound.volume());
            for (int from = 0; from < samples.length && sound.wanted().getAsBoolean(); from += CHUNK_BYTES) {
                line.write(samples, from, Math.min(CHUNK_BYTES, samples.length - from));
            }
            if (sound.wanted().getAsBoolean()) {
                line.drain();
            } else {
                line.flush();
            }
        }
    }

    private void tell(Exception cause) {
        if (!told) {
            told = true;
            LOG.warn("No sound can be played", cause);
            trouble.accept("Alarms cannot be heard: this computer has no sound device that takes them");
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
