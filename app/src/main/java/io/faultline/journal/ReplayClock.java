package io.faultline.journal;

/**
 * Market time made from wall time: it runs at a multiple of it, or stands. Wall times are those of
 * {@link System#nanoTime} and handed in.
 */
final class ReplayClock {
    private static final double SLOWEST = 1;
    private static final double FASTEST = 100;

    private double speed = SLOWEST;
    private boolean running;
    private long marketNanos;
    private long wallNanos;

    /** Market time now. */
    long at(long wall) {
        return running ? marketNanos + (long) ((wall - wallNanos) * speed) : marketNanos;
    }

    /** Sets the time. */
    void set(long market, long wall) {
        marketNanos = market;
        wallNanos = wall;
    }

    void run(boolean run, long wall) {
        set(at(wall), wall);
        running = run;
    }

    boolean running() {
        return running;
    }

    double speed() {
        return speed;
    }

    void speed(double times, long wall) {
        set(at(wall), wall);
        speed = Double.isNaN(times) ? speed : Math.max(SLOWEST, Math.min(FASTEST, times));
    }

    /** Wall time until that market time, nanoseconds; not positive when it has come. */
    long until(long market, long wall) {
        return (long) ((market - at(wall)) / speed);
    }
}
