package io.faultline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Intervals for statistics of series whose neighbours resemble each other: whole blocks are drawn, wrapping at the end,
 * so that what is correlated stays together, model 8.2. The same seed gives the same interval.
 *
 * @param block length of a block, in observations
 * @param resamples how many series are drawn
 * @param level share of them that the interval holds
 */
public record BlockBootstrap(int block, int resamples, long seed, double level) {
    private static final int RESAMPLES = 200;
    private static final long SEED = 42;
    private static final double LEVEL = .90;

    public BlockBootstrap {
        if (block < 1 || resamples < 1 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("blocks of " + block + ", " + resamples + " resamples, level " + level);
        }
    }

    /** The settings that every published interval uses. */
    public static BlockBootstrap ofBlocks(int block) {
        return new BlockBootstrap(block, RESAMPLES, SEED, LEVEL);
    }

    /** A figure of a series whose observations are named by their indices, which may repeat. */
    @FunctionalInterface
    public interface Statistic {
        double of(int[] indices);
    }

    /**
     * Resamples for which the figure does not exist (NaN) are left out; without any other both ends are NaN.
     *
     * @param observations how many there are, at least 1
     */
    public Interval interval(int observations, Statistic statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        int[] indices = new int[observations];
        for (int i = 0; i < resamples; i++) {
            draw(random, indices);
            values[i] = statistic.of(indices);
        }
        return interval(values);
    }

    /** Several figures of the same resamples at once: for figures that share most of their work. */
    @FunctionalInterface
    public interface Statistics {
        double[] of(int[] indices);
    }

    /** An interval for each of the figures, as {@link #interval} gives it. */
    public List<Interval> intervals(int observations, Statistics statistics) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[resamples][];
        int[] indices = new int[observations];
        for (int i = 0; i < resamples; i++) {
            draw(random, indices);
            values[i] = statistics.of(indices);
        }
        List<Interval> intervals = new ArrayList<>();
        for (int figure = 0; figure < values[0].length; figure++) {
            double[] column = new double[resamples];
            for (int i = 0; i < resamples; i++) {
                column[i] = values[i][figure];
            }
            intervals.add(interval(column));
        }
        return intervals;
    }

    private Interval interval(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double tail = (1 - level) / 2;
        return new Interval(quantile(known, tail), quantile(known, 1 - tail));
    }

    private void draw(SplittableRandom random, int[] indices) {
        int n = indices.length;
        for (int filled = 0; filled < n; filled += block) {
            int start = Math.min(n - 1, (int) (random.nextDouble() * n));
            for (int j = 0; j < block && filled + j < n; j++) {
                indices[filled + j] = (start + j) % n;
            }
        }
    }

    /** Linear between order statistics (type 7); NaN of nothing. */
    static double quantile(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double h = q * (sorted.length - 1);
        int i = (int) h;
        return sorted[i] + (h - i) * (sorted[Math.min(i + 1, sorted.length - 1)] - sorted[i]);
    }
}
