package io.faultline.ui.heatmap;

/**
 * The two ends of the colour scale. Under {@code low} nothing is drawn, at {@code high} and over it the last colour.
 *
 * @param low USD in a cell, positive
 * @param high USD in a cell, above {@code low}
 */
record Handles(double low, double high) {
    private static final double LN2 = Math.log(2);

    Handles {
        if (!(low > 0) || !(high > low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("colour handles " + low + " to " + high);
        }
    }

    /** Place of a value on the scale: 0 at {@link #low}, 1 at {@link #high}, negative below. */
    double place(double usd) {
        return (Math.log1p(usd / low) - LN2) / (Math.log1p(high / low) - LN2);
    }

    /** The value at a place of the scale, USD. */
    double usd(double place) {
        return low * Math.expm1(place * (Math.log1p(high / low) - LN2) + LN2);
    }
}
