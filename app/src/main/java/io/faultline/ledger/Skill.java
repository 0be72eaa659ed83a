package io.faultline.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a prediction tells the places and times that matter from the others, model 8.1. */
public final class Skill {
    private static final double TOP_SHARE = .2;

    private Skill() {}

    /**
     * Mean outcome in the fifth with the highest signal, over the mean of all; of equal signals the earlier counts as
     * higher. NaN if there was no outcome.
     */
    public static double conditionalLift(double[] signal, double[] outcome) {
        int top = Math.max(1, (int) (signal.length * TOP_SHARE));
        List<Integer> highestFirst = IntStream.range(0, signal.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -signal[i]))
                .toList();
        double total = 0;
        for (double value : outcome) {
            total += value;
        }
        double inTop = 0;
        for (int i : highestFirst.subList(0, Math.min(top, signal.length))) {
            inTop += outcome[i];
        }
        return total > 0 ? inTop / top / (total / outcome.length) : Double.NaN;
    }

    /**
     * How often price reached a level.
     *
     * @param start price when the level was named
     * @param low lowest price afterwards
     * @param high highest price afterwards
     */
    public static Proportion reached(double[] start, double[] level, double[] low, double[] high) {
        int hits = 0;
        for (int i = 0; i < start.length; i++) {
            boolean hit = level[i] > start[i] ? level[i] <= high[i] : level[i] >= low[i];
            if (hit) {
                hits++;
            }
        }
        return new Proportion(hits, start.length);
    }

    /**
     * Pearson's r of {@code ln(x + epsilon)} between a modelled profile, scaled to the truth's total, and the truth.
     * NaN if either is empty or the same everywhere.
     */
    public static double logMassCorrelation(double[] model, double[] truth, double epsilon) {
        double scale = sum(truth) / sum(model);
        int n = model.length;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.log(model[i] * scale + epsilon);
            y[i] = Math.log(truth[i] + epsilon);
        }
        return correlation(x, y);
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = sum(x) / x.length;
        double meanY = sum(y) / y.length;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
