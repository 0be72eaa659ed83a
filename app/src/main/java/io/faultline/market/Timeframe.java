package io.faultline.market;

/** How long one bar of a series is, or how far apart its samples are. */
public enum Timeframe {
    /** No bars: things that happen when they happen. */
    MOMENT(0),
    MINUTE(60_000),
    FIVE_MINUTES(300_000),
    QUARTER_HOUR(900_000),
    HOUR(3_600_000);

    private final long millis;

    Timeframe(long millis) {
        this.millis = millis;
    }

    /** Its length, 0 for {@link #MOMENT}. */
    public long millis() {
        return millis;
    }

    /** The last start of such a bar at or before that time; the time itself for {@link #MOMENT}. */
    public long floor(long timeMillis) {
        return millis == 0 ? timeMillis : Math.floorDiv(timeMillis, millis) * millis;
    }

    /** The first start of such a bar at or after that time. */
    public long ceiling(long timeMillis) {
        long floor = floor(timeMillis);
        return floor == timeMillis ? floor : floor + millis;
    }
}
