package io.faultline.liquidation;

import java.util.OptionalDouble;

/** The whole position pays the rate of the row that its size in contracts falls in: OKX. */
public record FlatContracts(Brackets brackets, double feeRate, double multiplier) implements MarginScheme {
    @Override
    public Bracket bracketOf(double notionalUsd, double contracts) {
        return brackets.holding(contracts);
    }

    @Override
    public OptionalDouble liquidationPrice(Position position) {
        double price = LiquidationPrices.liquidation(
                position.side(),
                position.entry(),
                position.contracts() * multiplier,
                position.marginUsd(multiplier),
                brackets.holding(position.contracts()).maintenanceRate() + feeRate,
                0);
        return price > 0 ? OptionalDouble.of(price) : OptionalDouble.empty();
    }

    @Override
    public double largestNotionalUsd(double leverage, double price) {
        return brackets.largestCapAllowing(leverage) * price * multiplier;
    }
}
