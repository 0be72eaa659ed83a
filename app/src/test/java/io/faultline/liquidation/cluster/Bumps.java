package io.faultline.liquidation.cluster;

import io.faultline.market.PositionSide;

/** Profiles to look at: bell shapes of mass on an empty axis. */
final class Bumps {
    static final int FIRST_BIN = 22_000;

    private final double[] usd;

    Bumps(int bins) {
        usd = new double[bins];
    }

    Bumps with(double peakUsd, double atBin, double widthBins) {
        for (int i = 0; i < usd.length; i++) {
            double z = (i - atBin) / widthBins;
            usd[i] += peakUsd * Math.exp(-0.5 * z * z);
        }
        return this;
    }

    Profile profile(PositionSide side) {
        return new Profile(side, FIRST_BIN, usd.clone());
    }

    double[] usd() {
        return usd.clone();
    }
}
