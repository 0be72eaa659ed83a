package io.faultline.desk;

import java.util.List;

/**
 * Resting depth by price at the end of one stretch of time: what one column of the heatmap shows. Bins have equal width
 * in price and are numbered from price 0, so columns whose {@link #binWidth} agrees line up.
 *
 * <p>A column is a gap when its book was not in step: it has no bins, and is drawn as missing, never as empty.
 */
public final class DepthColumn {
    /** ln(1 + USD) is kept in steps of 1/2800: 65 535 steps reach 1.4e10 USD at 0.036 %. */
    private static final double STEPS = 2800;

    private final long startNanos;
    private final long lengthNanos;
    private final double binWidth;
    private final long firstBin;
    private final short[] quantised;
    private final int knownFrom;
    private final int knownTo;

    private DepthColumn(
            long startNanos,
            long lengthNanos,
            double binWidth,
            long firstBin,
            short[] quantised,
            int knownFrom,
            int knownTo) {
        this.startNanos = startNanos;
        this.lengthNanos = lengthNanos;
        this.binWidth = binWidth;
        this.firstBin = firstBin;
        this.quantised = quantised;
        this.knownFrom = knownFrom;
        this.knownTo = knownTo;
    }

    static DepthColumn gap(long startNanos, long lengthNanos) {
        return new DepthColumn(startNanos, lengthNanos, 1, 0, new short[0], 0, 0);
    }

    /** A column all of whose bins are known. */
    static DepthColumn of(long startNanos, long lengthNanos, double binWidth, long firstBin, double[] usd) {
        return of(startNanos, lengthNanos, binWidth, firstBin, usd, 0, usd.length);
    }

    /** A column of which the bins from offset {@code knownFrom} to below {@code knownTo} are known. */
    static DepthColumn of(
            long startNanos,
            long lengthNanos,
            double binWidth,
            long firstBin,
            double[] usd,
            int knownFrom,
            int knownTo) {
        short[] quantised = new short[usd.length];
        for (int i = 0; i < usd.length; i++) {
            quantised[i] = (short) levelOfUsd(usd[i]);
        }
        return new DepthColumn(startNanos, lengthNanos, binWidth, firstBin, quantised, knownFrom, knownTo);
    }

    /**
     * The mean over those that are no gap, bin by bin; a bin counts as empty where a column does not reach it, and as
     * known where every column knows it.
     */
    static DepthColumn mean(long startNanos, long lengthNanos, List<DepthColumn> columns) {
        List<DepthColumn> seen =
                columns.stream().filter(column -> !column.gap()).toList();
        if (seen.isEmpty()) {
            return gap(startNanos, lengthNanos);
        }
        double width = seen.get(seen.size() - 1).binWidth;
        List<DepthColumn> alike =
                seen.stream().filter(column -> column.binWidth == width).toList();
        long from = alike.stream().mapToLong(DepthColumn::firstBin).min().orElseThrow();
        long to = alike.stream()
                .mapToLong(column -> column.firstBin + column.bins())
                .max()
                .orElseThrow();
        double[] usd = new double[(int) (to - from)];
        for (DepthColumn column : alike) {
            int shift = (int) (column.firstBin - from);
            for (int i = 0; i < column.bins(); i++) {
                usd[shift + i] += column.usd(i) / alike.size();
            }
        }
        long knownFrom = alike.stream()
                .mapToLong(column -> column.firstBin + column.knownFrom)
                .max()
                .orElseThrow();
        long knownTo = alike.stream()
                .mapToLong(column -> column.firstBin + column.knownTo)
                .min()
                .orElseThrow();
        int last = (int) (Math.max(knownFrom, knownTo) - from);
        return of(startNanos, lengthNanos, width, from, usd, (int) (knownFrom - from), last);
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
     * Whether all that rests in the bin is seen. Beyond the venue's snapshot a level is seen only once it has changed: what
     * such a bin shows is a lower bound, and 0 there is unknown, not empty.
     */
    public boolean known(int offset) {
        return offset >= knownFrom && offset < knownTo;
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
