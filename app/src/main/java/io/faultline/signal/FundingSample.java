package io.faultline.signal;

/**
 * What one venue charges.
 *
 * @param rate fraction of notional a settlement, positive when longs pay
 * @param intervalHours time between settlements, positive: never assumed
 * @param ageHours since the rate was last heard
 * @param openInterestUsd its weight in a mean over venues
 */
public record FundingSample(double rate, double intervalHours, double ageHours, double openInterestUsd) {
    private static final double STANDARD_HOURS = 8;
    private static final double FRESH_INTERVALS = 2;

    public FundingSample {
        if (!(intervalHours > 0)) {
            throw new IllegalArgumentException("funding interval is not positive: " + intervalHours);
        }
    }

    /** The rate as if charged every eight hours. */
    public double per8h() {
        return rate * STANDARD_HOURS / intervalHours;
    }

    /** Whether it is at most two intervals old. */
    public boolean fresh() {
        return ageHours <= FRESH_INTERVALS * intervalHours;
    }
}
