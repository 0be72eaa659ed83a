package io.faultline.liquidation.cluster;

import io.faultline.liquidation.Bins;
import java.util.Arrays;

/** Raw mass of consecutive bins: the body of a cluster. Immutable. */
public final class BinMasses {
    private final int firstBin;
    private final double[] usd;

    /**
     * @param firstBin the bin of element 0
     * @param usd at least one; copied
     */
    public BinMasses(int firstBin, double[] usd) {
        if (usd.length == 0) {
            throw new IllegalArgumentException("a body of no bins");
        }
        this.firstBin = firstBin;
        this.usd = usd.clone();
    }

    public int firstBin() {
        return firstBin;
    }

    /** The last bin, included. */
    public int lastBin() {
        return firstBin + usd.length - 1;
    }

    /** USD of every bin, ascending; a copy. */
    public double[] usd() {
        return usd.clone();
    }

    double sum() {
        double sum = 0;
        for (double mass : usd) {
            sum += mass;
        }
        return sum;
    }

    /** Where the mass balances on the log scale, as a price; NaN without any. */
    double centroid() {
        double weighed = 0;
        for (int i = 0; i < usd.length; i++) {
            weighed += usd[i] * (firstBin + i + 0.5) * Bins.WIDTH;
        }
        return StrictMath.exp(weighed / sum());
    }

    /** Shared over joint bins, whatever mass is in them. */
    double likeness(BinMasses other) {
        int shared = Math.min(lastBin(), other.lastBin()) - Math.max(firstBin, other.firstBin) + 1;
        int joint = Math.max(lastBin(), other.lastBin()) - Math.min(firstBin, other.firstBin) + 1;
        return Math.max(0.0, shared) / joint;
    }

    /** Shared mass over joint mass, bin by bin: 1 for the same, 0 where nothing is shared or there is nothing. */
    double overlap(BinMasses other) {
        if (lastBin() < other.firstBin || other.lastBin() < firstBin) {
            return 0;
        }
        double shared = 0;
        double joint = 0;
        int last = Math.max(lastBin(), other.lastBin());
        for (int bin = Math.min(firstBin, other.firstBin); bin <= last; bin++) {
            double here = at(bin);
            double there = other.at(bin);
            shared += Math.min(here, there);
            joint += Math.max(here, there);
        }
        return joint > 0 ? shared / joint : 0;
    }

    private double at(int bin) {
        int offset = bin - firstBin;
        return offset >= 0 && offset < usd.length ? usd[offset] : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinMasses masses && firstBin == masses.firstBin && Arrays.equals(usd, masses.usd);
    }

    @Override
    public int hashCode() {
        return 31 * firstBin + Arrays.hashCode(usd);
    }

    @Override
    public String toString() {
        return "bins " + firstBin + "…" + lastBin();
    }
}
