package io.faultline.ledger;

/** The two ends of an interval; NaN where there is nothing to say. */
public record Interval(double low, double high) {
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** Whether a difference with this interval is shown to be one: 0 lies outside. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
