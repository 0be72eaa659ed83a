package io.faultline.history;

/**
 * Guesses which share of a bar's volume takers bought, from its return measured against those of the 50 bars that end
 * with it: Φ(r / σ), held within .1 and .9 (model.md, section 8.1). Fed bar by bar, oldest first.
 */
public final class SplitEstimate {
    static final int BARS = 50;
    private static final double LEAST = 0.1;
    private static final double MOST = 0.9;

    /** Φ of it is .9. */
    private static final double EDGE = 1.2815515655446004;

    private static final int TERMS = 20;

    private final double[] returns = new double[BARS];
    private int seen;

    /** The share for the next bar. */
    public double share(double open, double close) {
        double r = Math.log(close / open);
        returns[seen % BARS] = r;
        seen++;
        double deviation = deviation();
        return deviation > 0 ? normal(r / deviation) : 0.5;
    }

    /** Of the population, not of a sample. */
    private double deviation() {
        int count = Math.min(seen, BARS);
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += returns[i] / count;
        }
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (returns[i] - mean) * (returns[i] - mean);
        }
        return Math.sqrt(squares / count);
    }

    /** The normal distribution's Φ, cut at .1 and .9: by its power series, which converges at once so near to zero. */
    static double normal(double z) {
        if (z <= -EDGE) {
            return LEAST;
        }
        if (z >= EDGE) {
            return MOST;
        }
        double term = z;
        double sum = z;
        for (int n = 1; n < TERMS; n++) {
            term *= -z * z / (2 * n);
            sum += term / (2 * n + 1);
        }
        return 0.5 + sum / Math.sqrt(2 * Math.PI);
    }
}
