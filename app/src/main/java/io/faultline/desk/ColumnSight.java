package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.Arrays;
import java.util.List;

/**
 * Which venues' books a {@link DepthColumn} was summed from, and how far each was seen: from one bin to below another,
 * counted from the column's first. A venue is expected from its first book in step on, until it is switched off.
 */
final class ColumnSight {
    static final ColumnSight NONE = new ColumnSight(0, 0, new int[0]);

    private final byte summed;
    private final byte expected;
    private final short[] reach;

    private ColumnSight(int summed, int expected, int[] reach) {
        this.summed = (byte) summed;
        this.expected = (byte) (summed | expected);
        this.reach = new short[reach.length];
        for (int i = 0; i < reach.length; i++) {
            this.reach[i] = (short) reach[i];
        }
    }

    /**
     * @param summed see {@link VenueBits}
     * @param reach for each venue by its index the first bin seen, and the one below which bins are seen
     */
    static ColumnSight of(int summed, int expected, int[] reach) {
        int[] pairs = new int[2 * Integer.bitCount(summed)];
        int at = 0;
        for (int venue = 0; venue < VenueBits.VENUES; venue++) {
            if ((summed & 1 << venue) != 0) {
                pairs[at++] = reach[2 * venue];
                pairs[at++] = reach[2 * venue + 1];
            }
        }
        return new ColumnSight(summed, expected, pairs);
    }

    /** No venue went into a column, though some should have. */
    static ColumnSight missing(int expected) {
        return expected == 0 ? NONE : new ColumnSight(0, expected, new int[0]);
    }

    /** What all of some columns, each of the same venues, saw; each column's first bin is given as its distance. */
    static ColumnSight common(List<DepthColumn> columns, long firstBin) {
        ColumnSight first = columns.get(0).sight();
        int expected = 0;
        int[] pairs = new int[first.reach.length];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = 0;
            pairs[i + 1] = Short.MAX_VALUE;
        }
        for (DepthColumn column : columns) {
            ColumnSight sight = column.sight();
            int shift = (int) (column.firstBin() - firstBin);
            expected |= sight.expected;
            for (int i = 0; i < pairs.length; i += 2) {
                pairs[i] = Math.max(pairs[i], sight.reach[i] + shift);
                pairs[i + 1] = Math.min(pairs[i + 1], sight.reach[i + 1] + shift);
            }
        }
        return new ColumnSight(first.summed, expected, pairs);
    }

    int summed() {
        return summed;
    }

    int venues() {
        return Integer.bitCount(summed);
    }

    int expectedVenues() {
        return Integer.bitCount(expected);
    }

    boolean has(Venue venue) {
        return VenueBits.holds(summed, venue);
    }

    boolean misses(Venue venue) {
        return VenueBits.holds(expected & ~summed, venue);
    }

    boolean complete() {
        return expected == summed;
    }

    /** How many of the venues are seen in that bin. */
    int seeing(int bin) {
        int count = 0;
        for (int i = 0; i < reach.length; i += 2) {
            if (bin >= reach[i] && bin < reach[i + 1]) {
                count++;
            }
        }
        return count;
    }

    void digest(StateDigest digest) {
        digest.add(summed);
        digest.add(Arrays.hashCode(reach));
    }
}
