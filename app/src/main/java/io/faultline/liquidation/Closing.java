package io.faultline.liquidation;

import io.faultline.market.PositionSide;

/**
 * Lets mass go that closed, that left without a trace, and that open interest has no room for, model 4.4. The total
 * that closed is given; higher leverage pays more of it.
 */
final class Closing {
    private final double[] closeRate = new double[Tier.COUNT];
    private final double[] halfLifeHours = new double[Tier.COUNT];
    private final double[] decay = new double[Tier.COUNT];
    private double decaySeconds = Double.NaN;

    private double closedUsd;
    private double decayedUsd;
    private double cutUsd;

    Closing(ModelParameters parameters) {
        for (Tier tier : Tier.values()) {
            double leverage = tier.leverage() / 10.0;
            closeRate[tier.index()] = Math.pow(leverage, parameters.closeExponent());
            halfLifeHours[tier.index()] = parameters.halfLifeHours() * Math.pow(leverage, -parameters.holdExponent());
        }
    }

    /** All that ever closed, decayed, was cut; USD. */
    double closedUsd() {
        return closedUsd;
    }

    double decayedUsd() {
        return decayedUsd;
    }

    double cutUsd() {
        return cutUsd;
    }

    /** @param fraction of the mass that closed in the step */
    void closeAndDecay(MassCells cells, double fraction, double seconds) {
        prepareDecay(seconds);
        for (PositionSide side : PositionSide.values()) {
            double mass = cells.sideMass(side);
            if (mass > 0) {
                double meanRate = meanRate(cells, side, mass);
                for (Tier tier : Tier.values()) {
                    int row = MassCells.row(side, tier);
                    double before = cells.rowMass(row);
                    double open = Math.max(0, 1 - fraction * closeRate[tier.index()] / meanRate);
                    double kept = decay[tier.index()];
                    closedUsd += before * (1 - open);
                    decayedUsd += before * open * (1 - kept);
                    cells.scaleRow(row, open * kept);
                }
            }
        }
    }

    private double meanRate(MassCells cells, PositionSide side, double mass) {
        double weighted = 0;
        for (Tier tier : Tier.values()) {
            weighted += closeRate[tier.index()] * cells.rowMass(MassCells.row(side, tier));
        }
        return weighted / mass;
    }

    private void prepareDecay(double seconds) {
        if (!(seconds >= decaySeconds && seconds <= decaySeconds)) {
            decaySeconds = seconds;
            for (int k = 0; k < Tier.COUNT; k++) {
                decay[k] = Math.pow(.5, seconds / 3600 / halfLifeHours[k]);
            }
        }
    }

    void cutTo(MassCells cells, double oiUsd) {
        for (PositionSide side : PositionSide.values()) {
            double mass = cells.sideMass(side);
            if (mass > oiUsd) {
                cutUsd += mass - oiUsd;
                for (Tier tier : Tier.values()) {
                    cells.scaleRow(MassCells.row(side, tier), oiUsd / mass);
                }
            }
        }
    }
}
