package io.faultline.desk;

import java.util.List;

/** Steers a replay. Thread-safe; nothing here blocks. */
public interface ReplayControl {
    /** First and last receive time in the journal, nanoseconds since 1970. */
    long firstNanos();

    long lastNanos();

    boolean paused();

    void pause();

    void play();

    /** Applies the next frame and stays paused. */
    void step();

    /** How many times real time, 1 to 100. */
    double speed();

    /** Sets {@link #speed}; values outside 1 to 100 are brought to the nearer end. */
    void speed(double times);

    /** Goes to that time, backwards too; the view follows when it is reached. */
    void seek(long nanos);

    /** Whether a seek is still on its way, or the view is still to come that shows where it arrived. */
    boolean seeking();

    /** Where a seek that is on its way goes, nanoseconds since 1970. */
    long seekNanos();

    /** Ends a seek that is on its way, wherever it has come to. */
    void stopSeeking();

    /** By how much times are ahead of the journal's, since the recorder's clock was set back; else 0. */
    default long setBackNanos() {
        return 0;
    }

    /** Stretches of the journal without a frame, oldest first; empty while that is not known. */
    List<Gap> gaps();

    /** Nothing came in between; nanoseconds since 1970. */
    record Gap(long fromNanos, long toNanos) {}

    /** Whether the journal's last frame has been applied. */
    boolean ended();
}
