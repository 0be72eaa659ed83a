package io.faultline.liquidation.cluster;

/** A Gaussian over bins, cut at four standard deviations, and renormalised where it hangs over an end. */
final class Smoothing {
    private static final double CUT = 4;

    private final double[] weights;
    private final int radius;
    private final double whole;

    Smoothing(double sigmaBins) {
        radius = (int) (CUT * sigmaBins + 0.5);
        weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double z = (i - radius) / sigmaBins;
            weights[i] = StrictMath.exp(-0.5 * z * z);
            sum += weights[i];
        }
        whole = sum;
    }

    double[] of(double[] values) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - radius);
            int to = Math.min(values.length - 1, i + radius);
            boolean inside = to - from == 2 * radius;
            smooth[i] = weighed(values, from, to, from - i + radius) / (inside ? whole : weight(from, to, i));
        }
        return smooth;
    }

    private double weighed(double[] values, int from, int to, int weight) {
        double sum = 0;
        for (int j = from; j <= to; j++) {
            sum += values[j] * weights[weight + j - from];
        }
        return sum;
    }

    private double weight(int from, int to, int centre) {
        double sum = 0;
        for (int j = from; j <= to; j++) {
            sum += weights[j - centre + radius];
        }
        return sum;
    }
}
