package io.faultline.ledger;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridBar;
import io.faultline.market.PositionSide;
import java.util.Map;
import java.util.TreeMap;

/**
 * The map that websites draw, as the baseline that the model has to beat: what opened is deposited at a few leverages at
 * {@code E (1 ∓ 1/Λ)} in equal parts, never closes and never decays, and is cleared when the last price passes. One
 * venue, one thread. Fed with the same bars as the grid, live steps or history alike.
 */
public final class CoinglassMap {
    /** A sample this many times the last or this small a part of it is a change of unit, as the grid has it, model 7. */
    private static final double MOST_JUMP = 3;

    private final Basis basis;
    private final TreeMap<Integer, Double> longs = new TreeMap<>();
    private final TreeMap<Integer, Double> shorts = new TreeMap<>();
    private double openInterest = Double.NaN;
    private double sweptLongUsd;
    private double sweptShortUsd;

    /** What is taken for openings. */
    @SuppressWarnings("ImmutableEnumChecker") // the array never leaves it and is never written to
    public enum Basis {
        /** Rises of open interest, on both sides alike, as CoinGlass describes its map. */
        OPEN_INTEREST(5, 10, 25, 50, 100),
        /** Every taker buy a long and every taker sell a short, as public tools do it. */
        VOLUME(10, 25, 50, 100);

        private final double[] leverages;

        Basis(double... leverages) {
            this.leverages = leverages;
        }
    }

    public CoinglassMap(Basis basis) {
        this.basis = basis;
    }

    /**
     * Takes the next bar. What lies up to its high and low is counted as swept; only what lies between open and close, or
     * on the wrong side of both, is cleared. The entry of what opened is the middle of open and close.
     */
    public void step(GridBar bar) {
        double change = openInterestChange(bar.openInterest());
        if (!bar.isPossible()) {
            sweptLongUsd = 0;
            sweptShortUsd = 0;
            return;
        }
        sweptLongUsd = sum(longs.tailMap(Bins.firstAtOrAbove(bar.low()), true));
        sweptShortUsd = sum(shorts.headMap(Bins.lastAtOrBelow(bar.high()), true));
        longs.tailMap(Bins.firstAtOrAbove(Math.min(bar.open(), bar.close())), true)
                .clear();
        shorts.headMap(Bins.lastAtOrBelow(Math.max(bar.open(), bar.close())), true)
                .clear();
        double entry = (bar.open() + bar.close()) / 2;
        if (basis == Basis.OPEN_INTEREST) {
            double opened = Math.max(0, change) * bar.close();
            deposit(entry, bar.close(), opened, opened);
        } else if (bar.areTradesKnown()) {
            deposit(entry, bar.close(), bar.buyUsd(), bar.sellUsd());
        }
    }

    /** Coins since the last sample; 0 where one is missing or is of another unit. */
    private double openInterestChange(double sample) {
        double before = openInterest;
        if (!(sample >= 0)) {
            return 0;
        }
        openInterest = sample;
        boolean isNear = sample <= MOST_JUMP * before && before <= MOST_JUMP * sample;
        return isNear ? sample - before : 0;
    }

    private void deposit(double entry, double last, double longUsd, double shortUsd) {
        for (double leverage : basis.leverages) {
            int below = Bins.of(entry * (1 - 1 / leverage));
            if (longUsd > 0 && below < Bins.firstAtOrAbove(last)) {
                longs.merge(below, longUsd / basis.leverages.length, Double::sum);
            }
            int above = Bins.of(entry * (1 + 1 / leverage));
            if (shortUsd > 0 && above > Bins.lastAtOrBelow(last)) {
                shorts.merge(above, shortUsd / basis.leverages.length, Double::sum);
            }
        }
    }

    private static double sum(Map<Integer, Double> levels) {
        double sum = 0;
        for (double usd : levels.values()) {
            sum += usd;
        }
        return sum;
    }

    /** USD of that side up to the low or high of the last bar. */
    public double sweptUsd(PositionSide side) {
        return side == PositionSide.LONG ? sweptLongUsd : sweptShortUsd;
    }

    /** USD in a bin. */
    public double massUsd(PositionSide side, int bin) {
        return (side == PositionSide.LONG ? longs : shorts).getOrDefault(bin, 0.0);
    }
}
