package io.faultline.signal;

/** Friday 22:00 to Sunday 22:00 UTC: books are thin, and moves overshoot. */
public final class Weekend {
    private static final long HOUR = 3_600_000;
    private static final long WEEK = 168 * HOUR;
    private static final long FRIDAY_22 = (4 * 24 + 22) * HOUR;
    private static final long SUNDAY_22 = (6 * 24 + 22) * HOUR;

    /** 1970 began on a Thursday, three days after Monday. */
    private static final long SINCE_MONDAY = 72 * HOUR;

    private Weekend() {}

    /** Whether a moment, milliseconds since 1970, lies in one. */
    public static boolean holds(long millis) {
        long ofWeek = Math.floorMod(millis + SINCE_MONDAY, WEEK);
        return ofWeek >= FRIDAY_22 && ofWeek < SUNDAY_22;
    }
}
