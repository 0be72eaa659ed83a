package io.faultline.desk;

import io.faultline.market.PositionSide;

/**
 * The user's own position, as typed in.
 *
 * @param entry USD
 * @param size base coin
 * @param leverage notional at entry over initial margin
 * @param addedMarginUsd put in beside the initial margin
 * @param walletUsd the whole account where it is cross margin, of which the position may use all: an estimate, as other
 *     positions use it too; 0 for isolated margin
 */
public record OwnWish(
        PositionSide side, double entry, double size, double leverage, double addedMarginUsd, double walletUsd) {
    public OwnWish {
        require(entry > 0 && entry < 1e12, "entry", entry);
        require(size > 0 && size < 1e15, "size", size);
        require(leverage >= 1 && leverage <= 1_000, "leverage", leverage);
        require(addedMarginUsd >= 0 && addedMarginUsd < 1e15, "added margin", addedMarginUsd);
        require(walletUsd >= 0 && walletUsd < 1e15, "account", walletUsd);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is out of range: " + value);
        }
    }

    public boolean cross() {
        return walletUsd > 0;
    }

    OwnWish at(double otherLeverage) {
        return new OwnWish(side, entry, size, otherLeverage, addedMarginUsd, walletUsd);
    }
}
