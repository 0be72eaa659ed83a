package io.faultline.liquidation;

import io.faultline.market.PositionSide;

/** The two prices at which a position of {@code q} coins ends, model 2.1 and 2.2. Prices and margins in USD. */
public final class LiquidationPrices {
    private LiquidationPrices() {}

    /**
     * The mark price at which margin and profit equal {@code N rate − deduction}, N the notional there. It can be 0 or
     * below: such a position is never liquidated. With the margin of a whole account it is the cross-margin formula.
     *
     * @param rate maintenance rate and the fees that the venue counts with it
     */
    public static double liquidation(
            PositionSide side, double entry, double q, double marginUsd, double rate, double deductionUsd) {
        return side == PositionSide.LONG
                ? (q * entry - marginUsd - deductionUsd) / (q * (1 - rate))
                : (q * entry + marginUsd + deductionUsd) / (q * (1 + rate));
    }

    /** The price at which margin and profit are nothing, so that the venue takes the position over. */
    public static double bankruptcy(PositionSide side, double entry, double q, double marginUsd, double feeRate) {
        return side == PositionSide.LONG
                ? (entry - marginUsd / q) / (1 - feeRate)
                : (entry + marginUsd / q) / (1 + feeRate);
    }
}
