package io.faultline.liquidation;

import io.faultline.market.PositionSide;

/**
 * Places what opened at the prices where it would be liquidated, model 4.3. On the axis of bins a tier's liquidation
 * price is its entry moved by a constant, so the constants are computed once and a print costs one logarithm.
 */
final class Deposits {
    private final MarginScheme scheme;
    private final ModelParameters parameters;
    private final int points;
    /** By row, then point of the kernel: bins from entry to liquidation, NaN where there is none. */
    private final double[] offset;
    /** By tier, then point of the kernel. */
    private final double[] share;

    private TierFactors factors;
    private double depositedLongUsd;
    private double depositedShortUsd;

    Deposits(MarginScheme scheme, ModelParameters parameters, double price) {
        this.scheme = scheme;
        this.parameters = parameters;
        points = parameters.kernel().points();
        offset = new double[MassCells.ROWS * points];
        share = new double[Tier.COUNT * points];
        factors = new TierFactors(scheme, parameters.weights(), price);
        tabulate();
    }

    private void tabulate() {
        for (Tier tier : Tier.values()) {
            for (int g = 0; g < points; g++) {
                double stretch = parameters.kernel().multiple(g) / Bins.WIDTH;
                share[tier.index() * points + g] =
                        factors.weight(tier) * parameters.kernel().share(g);
                for (PositionSide side : PositionSide.values()) {
                    offset[MassCells.row(side, tier) * points + g] = stretch * Math.log(factors.of(side, tier));
                }
            }
        }
    }

    /** Share of what opened that went to longs, and to shorts, in the last call of {@link #place}; USD. */
    double depositedLongUsd() {
        return depositedLongUsd;
    }

    double depositedShortUsd() {
        return depositedShortUsd;
    }

    /**
     * @param openedUsd what opened in the step, shared among the prints by their volume
     * @param low lowest mark of the step
     * @param high highest mark of the step
     * @param mark at the end of the step
     */
    void place(MassCells cells, Prints prints, double openedUsd, double low, double high, double mark) {
        depositedLongUsd = 0;
        depositedShortUsd = 0;
        double total = prints.totalUsd();
        if (!(total > 0) || !(openedUsd > 0)) {
            return;
        }
        double markAt = Bins.position(mark);
        double lowAt = Bins.position(low);
        double highAt = Bins.position(high);
        for (int i = 0; i < prints.count(); i++) {
            double volume = prints.buyUsd(i) + prints.sellUsd(i);
            if (volume > 0) {
                double opened = openedUsd * volume / total;
                double bought = prints.buyUsd(i) / volume;
                double taker = parameters.takerWeight();
                double maker = parameters.makerWeight();
                if (!factors.holdAt(prints.price(i))) {
                    factors = new TierFactors(scheme, parameters.weights(), prints.price(i));
                    tabulate();
                }
                double entryAt = Bins.position(prints.price(i));
                placeLongs(cells, entryAt, opened * (taker * bought + maker * (1 - bought)), lowAt, markAt);
                placeShorts(cells, entryAt, opened * (taker * (1 - bought) + maker * bought), highAt, markAt);
            }
        }
    }

    /** What lies where the mark already is has not survived; within the step's range half of it has, on average. */
    private void placeLongs(MassCells cells, double entryAt, double usd, double lowAt, double markAt) {
        for (int j = 0; j < share.length; j++) {
            double at = entryAt + offset[j];
            if (share[j] > 0 && at < markAt) {
                double kept = usd * share[j] * (at >= lowAt ? .5 : 1);
                cells.add(j / points, at, kept);
                depositedLongUsd += kept;
            }
        }
    }

    private void placeShorts(MassCells cells, double entryAt, double usd, double highAt, double markAt) {
        int first = share.length;
        for (int j = 0; j < share.length; j++) {
            double at = entryAt + offset[first + j];
            if (share[j] > 0 && at > markAt) {
                double kept = usd * share[j] * (at <= highAt ? .5 : 1);
                cells.add(Tier.COUNT + j / points, at, kept);
                depositedShortUsd += kept;
            }
        }
    }
}
