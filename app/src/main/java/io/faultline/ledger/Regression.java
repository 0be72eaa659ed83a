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
        return new Controls(controls, chosen).of(y).added(signal);
    }

    /** Controls over chosen observations, to hold several outcomes and signals against. */
    static final class Controls {
        private final int[] chosen;
        private final double[][] basis;
        private final int count;

        /** @param chosen indices of the observations, which may repeat */
        Controls(double[][] controls, int[] chosen) {
            this.chosen = chosen.clone();
            basis = new double[controls.length][];
            int found = 0;
            for (double[] control : controls) {
                double[] direction = direction(control, this.chosen, basis, found);
                if (direction.length > 0) {
                    basis[found++] = direction;
                }
            }
            count = found;
        }

        Explained of(double[] y) {
            return new Explained(this, y);
        }
    }

    /** An outcome, and what the controls leave of it. */
    static final class Explained {
        private final Controls controls;
        private final double[] residual;
        private final double total;

        private Explained(Controls controls, double[] y) {
            this.controls = controls;
            residual = centred(y, controls.chosen);
            total = dot(residual, residual);
            for (int j = 0; j < controls.count; j++) {
                remove(residual, controls.basis[j]);
            }
        }

        /** R² of the controls; 0 if the outcome does not vary. */
        double r2() {
            return total > 0 ? 1 - dot(residual, residual) / total : 0;
        }

        /** How much the signal adds to it; 0 if the outcome does not vary. */
        double added(double[] signal) {
            double correlation = semipartial(signal);
            return correlation * correlation;
        }

        /**
         * Correlation of the outcome with what the signal has beyond the controls. Its square is the added R²; unlike
         * that it is negative where a higher signal goes with less. 0 if either does not vary.
         */
        double semipartial(double[] signal) {
            double[] direction = direction(signal, controls.chosen, controls.basis, controls.count);
            return total > 0 && direction.length > 0 ? dot(residual, direction) / Math.sqrt(total) : 0;
        }
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
