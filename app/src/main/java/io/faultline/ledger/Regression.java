package io.faultline.ledger;

/**
 * How much of a series other series explain, by least squares with a constant, model 8.1. Columns that are constant, or
 * explained by the ones before them, add nothing.
 */
public final class Regression {
    /** What is left of a column after the others, below which it is their combination. */
    private static final double DEPENDENT = 1e-10;

    private Regression() {}

    /** R² of the controls and the signal less R² of the controls alone. */
    public static double addedR2(double[] y, double[][] controls, double[] signal) {
        int[] all = new int[y.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return addedR2(y, controls, signal, all);
    }

    /** The same over chosen observations, which may repeat. */
    public static double addedR2(double[] y, double[][] controls, double[] signal, int[] chosen) {
        double[] residual = centred(y, chosen);
        double total = dot(residual, residual);
        if (!(total > 0)) {
            return 0;
        }
        double[][] basis = new double[controls.length][];
        int count = 0;
        for (double[] control : controls) {
            double[] direction = direction(control, chosen, basis, count);
            if (direction.length > 0) {
                basis[count++] = direction;
                remove(residual, direction);
            }
        }
        double[] direction = direction(signal, chosen, basis, count);
        if (direction.length == 0) {
            return 0;
        }
        double explained = dot(residual, direction);
        return explained * explained / total;
    }

    /** What the column has beyond the basis, with length 1; empty if that is nothing. */
    private static double[] direction(double[] column, int[] chosen, double[][] basis, int count) {
        double[] rest = centred(column, chosen);
        double before = dot(rest, rest);
        for (int pass = 0; pass < 2; pass++) { // the second pass takes what rounding left in the first
            for (int j = 0; j < count; j++) {
                remove(rest, basis[j]);
            }
        }
        double length = Math.sqrt(dot(rest, rest));
        if (!(length > DEPENDENT * Math.sqrt(before))) {
            return new double[0];
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] /= length;
        }
        return rest;
    }

    private static double[] centred(double[] column, int[] chosen) {
        double[] values = new double[chosen.length];
        double mean = 0;
        for (int i = 0; i < chosen.length; i++) {
            values[i] = column[chosen[i]];
            mean += values[i] / chosen.length;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        return values;
    }

    private static void remove(double[] from, double[] unit) {
        double length = dot(from, unit);
        for (int i = 0; i < from.length; i++) {
            from[i] -= length * unit[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
