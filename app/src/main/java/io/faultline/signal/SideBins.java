package io.faultline.signal;

import io.faultline.liquidation.Bins;
import java.util.Arrays;

/**
 * USD by 5 bp bin: what rests on one side of a book, or what was traded there. It says which bins are seen: in the
 * others nobody knows what rests. Immutable.
 */
public final class SideBins {
    public static final SideBins EMPTY = new SideBins(0, new double[0], Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final int firstBin;
    private final double[] usd;
    private final int firstSeen;
    private final int lastSeen;

    private SideBins(int firstBin, double[] usd, int firstSeen, int lastSeen) {
        this.firstBin = firstBin;
        this.usd = usd;
        this.firstSeen = firstSeen;
        this.lastSeen = lastSeen;
    }

    /**
     * @param firstBin the bin of element 0
     * @param usd of each bin, all bins being seen; the caller must not write it afterwards
     */
    public static SideBins of(int firstBin, double[] usd) {
        return new SideBins(firstBin, usd, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Adds levels up, all bins being seen; quick where these are in order of price. */
    public static SideBins of(BookLevels levels) {
        return of(levels, 0, Double.POSITIVE_INFINITY);
    }

    /** Adds up the levels from one price to another, both included; only whole bins between them count as seen. */
    public static SideBins of(BookLevels levels, double low, double high) {
        int firstSeen = low > 0 ? Bins.of(low) + 1 : Integer.MIN_VALUE;
        int lastSeen = high < Double.POSITIVE_INFINITY ? Bins.of(high) - 1 : Integer.MAX_VALUE;
        int begin = levels.firstBetween(low, high);
        int end = levels.endBetween(low, high);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int i = begin; i < end; i++) {
            double price = levels.price(i);
            if (price >= low && price <= high) {
                lowest = Math.min(lowest, price);
                highest = Math.max(highest, price);
            }
        }
        if (!(highest > 0)) {
            return new SideBins(0, new double[0], firstSeen, lastSeen);
        }
        int first = Bins.of(lowest);
        double[] usd = new double[Bins.of(highest) - first + 1];
        int bin = 0;
        double from = 0;
        double to = 0;
        for (int i = begin; i < end; i++) {
            double price = levels.price(i);
            if (price >= low && price <= high) {
                if (price < from || price >= to) {
                    bin = Bins.of(price);
                    from = Bins.lowerEdge(bin);
                    to = Bins.lowerEdge(bin + 1);
                }
                usd[bin - first] += levels.usd(i);
            }
        }
        return new SideBins(first, usd, firstSeen, lastSeen);
    }

    /** USD in a bin, 0 where nothing is. */
    public double usdAt(int bin) {
        int i = bin - firstBin;
        return i >= 0 && i < usd.length ? usd[i] : 0;
    }

    /** Whether all that rests in a bin is known. */
    public boolean sees(int bin) {
        return bin >= firstSeen && bin <= lastSeen;
    }

    /** The first bin that may hold something. */
    int firstBin() {
        return firstBin;
    }

    /** The last bin that may hold something; below the first if none does. */
    int lastBin() {
        return firstBin + usd.length - 1;
    }

    /** Median over the bins from one to another, both included, that are not empty; 0 if all are. */
    double median(int fromBin, int toBin) {
        int from = Math.max(0, fromBin - firstBin);
        int to = Math.min(usd.length - 1, toBin - firstBin);
        double[] held = new double[Math.max(0, to - from + 1)];
        int count = 0;
        for (int i = from; i <= to; i++) {
            if (usd[i] > 0) {
                held[count++] = usd[i];
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(held, 0, count);
        return (held[(count - 1) / 2] + held[count / 2]) / 2;
    }
}
