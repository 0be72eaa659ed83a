package io.faultline.desk;

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

    /** Whether a seek is still on its way. */
    boolean seeking();

    /** Whether the journal's last frame has been applied. */
    boolean ended();
}
