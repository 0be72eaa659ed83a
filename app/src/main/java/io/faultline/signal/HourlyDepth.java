package io.faultline.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Depth against what is usual at this hour of day: the median of the last seven days, from the third day on. One thread.
 */
public final class HourlyDepth {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long LEAST_SPAN = 2 * DAY - 2 * HOUR;

    private final List<RollingQuantile> hours = new ArrayList<>();

    public HourlyDepth() {
        for (int hour = 0; hour < 24; hour++) {
            hours.add(new RollingQuantile(7 * DAY, 10 * MINUTE));
        }
    }

    /** Takes the depth within 1 % of mid, USD. */
    public void observe(long millis, double usd) {
        hours.get(hour(millis)).add(millis, usd);
    }

    /** The depth over its usual for the hour; empty before the third day. */
    public OptionalDouble ratio(long millis, double usd) {
        RollingQuantile usual = hours.get(hour(millis));
        double median = usual.coveredMillis() >= LEAST_SPAN ? usual.median().orElse(0) : 0;
        return median > 0 ? OptionalDouble.of(usd / median) : OptionalDouble.empty();
    }

    private static int hour(long millis) {
        return (int) Math.floorMod(millis / HOUR, 24L);
    }
}
