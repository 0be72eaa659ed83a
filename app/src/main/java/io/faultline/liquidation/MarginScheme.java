package io.faultline.liquidation;

import java.util.OptionalDouble;

/** How a venue derives its margin requirement from its table, model 2.1. Fees are rates, multipliers coins a contract. */
public sealed interface MarginScheme permits TieredNotional, FlatContracts, EntryNotional {
    Brackets brackets();

    /** What the venue adds to the maintenance rate when it decides to liquidate. */
    double feeRate();

    /** Coins in one contract. */
    double multiplier();

    /** The row that a position of this size falls in, by the scheme's own measure of size. */
    Bracket bracketOf(double notionalUsd, double contracts);

    /** Mark price at which the position is liquidated; empty if no price does that. */
    OptionalDouble liquidationPrice(Position position);

    /** Largest notional at this price that may have this leverage, USD; 0 if the venue allows none. */
    double largestNotionalUsd(double leverage, double price);

    /** Requirement at this notional, USD. */
    default double maintenanceUsd(double notionalUsd, double contracts) {
        Bracket bracket = bracketOf(notionalUsd, contracts);
        return notionalUsd * (bracket.maintenanceRate() + feeRate()) - bracket.deductionUsd();
    }

    /** Price at which the venue takes the position over. */
    default double bankruptcyPrice(Position position) {
        return LiquidationPrices.bankruptcy(
                position.side(),
                position.entry(),
                position.contracts() * multiplier(),
                position.marginUsd(multiplier()),
                feeRate());
    }

    /** Whether the venue would let this position be opened with its leverage. */
    default boolean isOpenable(Position position) {
        double notional = position.contracts() * multiplier() * position.entry();
        return position.leverage()
                <= Brackets.relaxed(bracketOf(notional, position.contracts()).maxLeverage());
    }
}
