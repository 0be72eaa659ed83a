package io.faultline.ledger;

import java.util.Arrays;

/**
 * Median and quartiles, linear between order statistics (type 7); NaN of nothing.
 *
 * @param n how many values
 */
public record Quartiles(double q1, double median, double q3, int n) {
    /** Fewer values say nothing, model 20. */
    public static final int LEAST = 10;

    /** @param values NaN among them are left out */
    static Quartiles of(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return new Quartiles(
                BlockBootstrap.quantile(sorted, .25),
                BlockBootstrap.quantile(sorted, .5),
                BlockBootstrap.quantile(sorted, .75),
                sorted.length);
    }

    public boolean isShown() {
        return n >= LEAST;
    }
}
