package io.faultline.liquidation;

/** A Gaussian over bins, cut at four deviations and scaled to 1 again where the array ends within it. */
final class Smoothing {
    private Smoothing() {}

    static double[] gaussian(double[] values, double sigmaBins) {
        int reach = (int) (4 * sigmaBins + .5);
        double[] weights = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            weights[i] = Math.exp(-.5 * (i / sigmaBins) * (i / sigmaBins));
        }
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double weight = 0;
            for (int j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
                sum += weights[Math.abs(i - j)] * values[j];
                weight += weights[Math.abs(i - j)];
            }
            smooth[i] = sum / weight;
        }
        return smooth;
    }
}
