package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.Arrays;
import java.util.Set;

/** One venue's mass by bin, some of its tiers summed, on a base that several venues share. */
final class VenueProfile {
    private final int base;
    private final double[] longs = new double[Bins.COUNT];
    private final double[] shorts = new double[Bins.COUNT];

    private VenueProfile(int base) {
        this.base = base;
    }

    static VenueProfile of(GridSnapshot snapshot, Set<Tier> tiers, int base) {
        VenueProfile profile = empty(base);
        profile.become(snapshot, tiers);
        return profile;
    }

    static VenueProfile empty(int base) {
        return new VenueProfile(base);
    }

    /** Lets go of what it holds for the mass of those tiers of that venue. */
    void become(GridSnapshot snapshot, Set<Tier> tiers) {
        Arrays.fill(longs, 0);
        Arrays.fill(shorts, 0);
        for (Tier tier : tiers) {
            for (PositionSide side : PositionSide.values()) {
                add(side, snapshot.row(MassCells.row(side, tier)), snapshot.base() - base);
            }
        }
    }

    private void add(PositionSide side, float[] row, int move) {
        double[] sums = values(side);
        for (int i = Math.max(0, -move); i < Math.min(row.length, sums.length - move); i++) {
            sums[i + move] += row[i];
        }
    }

    void addTo(double[] bins, PositionSide side, double factor) {
        double[] own = values(side);
        for (int i = 0; i < bins.length; i++) {
            bins[i] += own[i] * factor;
        }
    }

    double sum(PositionSide side, int firstBin, int lastBin) {
        double[] own = values(side);
        double sum = 0;
        for (int i = Math.max(0, firstBin - base); i <= Math.min(own.length - 1, lastBin - base); i++) {
            sum += own[i];
        }
        return sum;
    }

    double sumBetween(PositionSide side, double lowPrice, double highPrice) {
        return Bins.sumBetween(values(side), base, lowPrice, highPrice);
    }

    private double[] values(PositionSide side) {
        return side == PositionSide.LONG ? longs : shorts;
    }
}
