package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;

/**
 * Resting depth by price at the end of one stretch of time: what one column of the heatmap shows. Bins have equal width
 * in price and are numbered from price 0, so columns whose {@link #binWidth} agrees line up.
 *
 * <p>A column is a gap when no book was in step: it has no bins, and is drawn as missing, never as empty. When some
 * venue's book was out of step and others were not, the column is not {@link #complete}: what it shows is of {@link
 * #venues} of {@link #expectedVenues}, a lower bound everywhere. Draw it marked, so that nobody sees walls vanish.
 */
public final class DepthColumn {
    /** ln(1 + USD) is kept in steps of 1/2800: 65 535 steps reach 1.4e10 USD at 0.036 %. */
    private static final double STEPS = 2800;

    private final long startNanos;
    private final long lengthNanos;
    private final double binWidth;
    private final long firstBin;
    private final short[] quantised;
    private final ColumnSight sight;

    private DepthColumn(
            long startNanos, long lengthNanos, double binWidth, long firstBin, short[] quantised, ColumnSight sight) {
        this.startNanos = startNanos;
        this.lengthNanos = lengthNanos;
        this.binWidth = binWidth;
        this.firstBin = firstBin;
        this.quantised = quantised;
        this.sight = sight;
    }

    static DepthColumn gap(long startNanos, long lengthNanos) {
        return gap(startNanos, lengthNanos, ColumnSight.NONE);
    }

    static DepthColumn gap(long startNanos, long lengthNanos, ColumnSight sight) {
        return new DepthColumn(startNanos, lengthNanos, 1, 0, new short[0], sight);
    }

    static DepthColumn of(
            long startNanos, long lengthNanos, double binWidth, long firstBin, double[] usd, ColumnSight sight) {
        short[] quantised = new short[usd.length];
        for (int i = 0; i < usd.length; i++) {
            quantised[i] = (short) levelOfUsd(usd[i]);
        }
        return new DepthColumn(startNanos, lengthNanos, binWidth, firstBin, quantised, sight);
    }

    /**
     * The mean over those that are no gap, bin by bin; a bin counts as empty where a column does not reach it, and as
     * known where every column knows it. Columns of fewer venues than others have are left out: with them a venue that
     * was away for a moment would look as if its orders had shrunk.
     */
    static DepthColumn mean(long startNanos, long lengthNanos, List<DepthColumn> columns) {
        DepthColumn model = null;
        for (DepthColumn column : columns) {
            if (!column.gap() && (model == null || column.venues() >= model.venues())) {
                model = column;
            }
        }
        if (model == null) {
            ColumnSight sight = columns.isEmpty() ? ColumnSight.NONE : columns.get(columns.size() - 1).sight;
            return gap(startNanos, lengthNanos, sight);
        }
        List<DepthColumn> alike = new ArrayList<>(columns.size());
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (DepthColumn column : columns) {
            if (column.alike(model)) {
                alike.add(column);
                from = Math.min(from, column.firstBin);
                to = Math.max(to, column.firstBin + column.bins());
            }
        }
        double[] usd = new double[(int) (to - from)];
        for (DepthColumn column : alike) {
            int shift = (int) (column.firstBin - from);
            for (int i = 0; i < column.bins(); i++) {
                usd[shift + i] += column.usd(i) / alike.size();
            }
        }
        return of(startNanos, lengthNanos, model.binWidth, from, usd, ColumnSight.common(alike, from));
    }

    private boolean alike(DepthColumn other) {
        return !gap() && binWidth == other.binWidth && sight.summed() == other.sight.summed();
    }

    /** First instant that it covers, nanoseconds since 1970. */
    public long startNanos() {
        return startNanos;
    }

    public long lengthNanos() {
        return lengthNanos;
    }

    public boolean gap() {
        return quantised.length == 0;
    }

    /** Width of a bin, in quote. Bin n covers prices from {@code n * binWidth} to below {@code (n + 1) * binWidth}. */
    public double binWidth() {
        return binWidth;
    }

    /** Number of the lowest bin; below it nothing has been seen. */
    public long firstBin() {
        return firstBin;
    }

    public int bins() {
        return quantised.length;
    }

    /**
     * Whether all that rests in the bin on some venue is seen, and no venue is missing. Beyond the reach of a venue's
     * book a level is seen only once it has changed: what such a bin shows is a lower bound, and 0 there is unknown, not
     * empty.
     */
    public boolean known(int offset) {
        return sight.complete() && sight.seeing(offset) > 0;
    }

    /** How many venues' books reach the bin: where it is less than {@link #venues}, the sum is of those. */
    public int venuesSeeing(int offset) {
        return sight.seeing(offset);
    }

    /** How many venues' books it was summed from. */
    public int venues() {
        return sight.venues();
    }

    /** How many it should have been summed from: those that have been in step and were not switched off. */
    public int expectedVenues() {
        return sight.expectedVenues();
    }

    /** Whether no venue that should be in it is missing. */
    public boolean complete() {
        return sight.complete();
    }

    /** Whether the venue's book is in it. */
    public boolean has(Venue venue) {
        return sight.has(venue);
    }

    /** Whether the venue's book should be in it, and is not. */
    public boolean misses(Venue venue) {
        return sight.misses(venue);
    }

    ColumnSight sight() {
        return sight;
    }

    /** Resting notional in the bin at that offset from {@link #firstBin}, USD, to 0.04 %. */
    public double usd(int offset) {
        return Math.expm1((quantised[offset] & 0xffff) / STEPS);
    }

    /** The stored form of {@link #usd}: grows with it, 0 is nothing; for colour tables of 65 536 entries. */
    public int level(int offset) {
        return quantised[offset] & 0xffff;
    }

    /** The {@link #level} of that many USD, 0 or more. */
    public static int levelOfUsd(double usd) {
        return (int) Math.min(65_535, Math.round(Math.log1p(usd) * STEPS));
    }

    /** USD of a {@link #level}. */
    public static double usdOfLevel(int level) {
        return Math.expm1(level / STEPS);
    }
}
