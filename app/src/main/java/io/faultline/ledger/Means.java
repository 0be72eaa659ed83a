package io.faultline.ledger;

/** Means of observations in order of time, with intervals by blocks. */
final class Means {
    private Means() {}

    /** NaN of nothing. */
    static double of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** @param block observations a day */
    static Estimate withInterval(double[] values, int block) {
        if (values.length == 0) {
            return new Estimate(Double.NaN, Interval.UNKNOWN);
        }
        return new Estimate(of(values), BlockBootstrap.ofBlocks(block).interval(values.length, indices -> {
            double sum = 0;
            for (int i : indices) {
                sum += values[i];
            }
            return sum / indices.length;
        }));
    }
}
