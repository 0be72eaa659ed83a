package io.faultline.signal;

import io.faultline.liquidation.Bins;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** USD by 5 bp bin: what rests on one side of a book, or what was traded there. Immutable. */
public final class SideBins {
    public static final SideBins EMPTY = new SideBins(new TreeMap<>());

    private final NavigableMap<Integer, Double> usd;

    private SideBins(NavigableMap<Integer, Double> usd) {
        this.usd = usd;
    }

    /** Adds levels up; quick where these are in order of price. */
    public static SideBins of(BookLevels levels) {
        TreeMap<Integer, Double> bins = new TreeMap<>();
        int bin = 0;
        double from = 0;
        double to = 0;
        double sum = 0;
        for (int i = 0; i < levels.count(); i++) {
            double price = levels.price(i);
            if (price < from || price >= to) {
                put(bins, bin, sum);
                bin = Bins.of(price);
                from = Bins.lowerEdge(bin);
                to = Bins.lowerEdge(bin + 1);
                sum = 0;
            }
            sum += levels.usd(i);
        }
        put(bins, bin, sum);
        return new SideBins(bins);
    }

    private static void put(Map<Integer, Double> bins, int bin, double usd) {
        if (usd > 0) {
            bins.merge(bin, usd, Double::sum);
        }
    }

    /** USD in a bin, 0 where nothing is. */
    public double usdAt(int bin) {
        return usd.getOrDefault(bin, 0.0);
    }

    /** The bins that are not empty, from one to another, both included. */
    Map<Integer, Double> between(int fromBin, int toBin) {
        return fromBin > toBin ? Map.of() : usd.subMap(fromBin, true, toBin, true);
    }

    /** All bins that are not empty, ascending. */
    Map<Integer, Double> all() {
        return usd;
    }
}
