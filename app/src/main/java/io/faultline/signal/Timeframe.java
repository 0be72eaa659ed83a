package io.faultline.signal;

import java.time.Duration;

/** How long a trade is meant to last; window and distances go with it, and a plan from another one is warned of. */
public enum Timeframe {
    SCALP(DistanceProfile.NARROW),
    DAY(DistanceProfile.WIDE),
    SWING(DistanceProfile.WIDE);

    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    private final DistanceProfile distances;

    Timeframe(DistanceProfile distances) {
        this.distances = distances;
    }

    public DistanceProfile distances() {
        return distances;
    }

    /** The one that a heatmap's window serves: up to a day scalps, three days day trades, longer ones swings. */
    public static Timeframe ofWindow(Duration window) {
        if (window.compareTo(ONE_DAY) <= 0) {
            return SCALP;
        }
        return window.compareTo(THREE_DAYS) <= 0 ? DAY : SWING;
    }
}
