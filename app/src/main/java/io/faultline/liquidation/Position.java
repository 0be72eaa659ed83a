package io.faultline.liquidation;

import io.faultline.market.PositionSide;

/**
 * An isolated position in a linear contract.
 *
 * @param entry average entry price, USD
 * @param contracts size in contracts
 * @param leverage notional at entry over initial margin
 * @param extraMarginUsd margin added to the initial one
 */
public record Position(PositionSide side, double entry, double contracts, double leverage, double extraMarginUsd) {
    public Position {
        requirePositive(entry, "entry price");
        requirePositive(contracts, "size");
        requirePositive(leverage, "leverage");
        if (!(extraMarginUsd >= 0) || Double.isInfinite(extraMarginUsd)) {
            throw new IllegalArgumentException("extra margin must be 0 or more, is " + extraMarginUsd);
        }
    }

    private static void requirePositive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be above 0, is " + value);
        }
    }

    /** Initial and extra margin, USD, for contracts of {@code multiplier} coins. */
    public double marginUsd(double multiplier) {
        return contracts * multiplier * entry / leverage + extraMarginUsd;
    }
}
