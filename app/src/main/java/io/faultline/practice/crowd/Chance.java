package io.faultline.practice.crowd;

import java.util.SplittableRandom;

/**
 * One concern's random numbers. Logarithms are those of {@link StrictMath}, so that a seed gives the same market on
 * every machine.
 */
final class Chance {
    private final SplittableRandom random;
    private double spare = Double.NaN;

    Chance(SplittableRandom random) {
        this.random = random;
    }

    /** In [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** In [0, bound). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /** Standard normal, by the polar method. */
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double x;
        double y;
        double s;
        do {
            x = 2 * random.nextDouble() - 1;
            y = 2 * random.nextDouble() - 1;
            s = x * x + y * y;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = y * factor;
        return x * factor;
    }

    /** Gamma with scale 1, by Marsaglia and Tsang; for shapes of 1 and more. */
    double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (StrictMath.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
