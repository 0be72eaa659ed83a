package io.faultline.signal;

/** How wild price is against its own week; distance bands assume {@link #NORMAL}. */
public enum VolatilityRegime {
    LOW,
    NORMAL,
    HIGH,
    /** Nothing to compare with. */
    UNKNOWN;

    private static final double LOW_BELOW = 0.7;
    private static final double NORMAL_TO = 1.5;

    /**
     * @param realised standard deviation of 5-min returns over 4 h
     * @param weekMedian median of the same over 7 days, 0 if not known
     */
    public static VolatilityRegime of(double realised, double weekMedian) {
        if (!(weekMedian > 0)) {
            return UNKNOWN;
        }
        double ratio = realised / weekMedian;
        if (ratio < LOW_BELOW) {
            return LOW;
        }
        return ratio <= NORMAL_TO ? NORMAL : HIGH;
    }

    /** Root of the mean square of returns about their mean; 0 for fewer than two. */
    public static double standardDeviation(double[] returns) {
        if (returns.length < 2) {
            return 0;
        }
        double mean = 0;
        for (double value : returns) {
            mean += value / returns.length;
        }
        double squares = 0;
        for (double value : returns) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (returns.length - 1));
    }
}
