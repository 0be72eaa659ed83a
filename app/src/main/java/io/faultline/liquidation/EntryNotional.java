package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.OptionalDouble;

/** The requirement is fixed at entry: Bybit before it moved maintenance to the mark value. For old captures. */
public record EntryNotional(Brackets brackets, double multiplier) implements MarginScheme {
    @Override
    public double feeRate() {
        return 0;
    }

    @Override
    public Bracket bracketOf(double notionalUsd, double contracts) {
        return brackets.holding(notionalUsd);
    }

    @Override
    public OptionalDouble liquidationPrice(Position position) {
        double q = position.contracts() * multiplier;
        double maintenance = maintenanceUsd(q * position.entry(), position.contracts());
        double distance = (position.marginUsd(multiplier) - maintenance) / q;
        double price = position.side() == PositionSide.LONG ? position.entry() - distance : position.entry() + distance;
        return price > 0 ? OptionalDouble.of(price) : OptionalDouble.empty();
    }

    @Override
    public double largestNotionalUsd(double leverage, double price) {
        return brackets.largestCapAllowing(leverage);
    }
}
