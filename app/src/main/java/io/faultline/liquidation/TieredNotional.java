package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.OptionalDouble;

/**
 * Each slice of the notional pays its own rate: Binance, Bybit, Bitget and, with one row, dYdX. The requirement is the
 * upper envelope of the rows' lines, so the row that liquidates first is the right one and none has to be searched for.
 */
public record TieredNotional(Brackets brackets, double feeRate, double multiplier) implements MarginScheme {
    @Override
    public Bracket bracketOf(double notionalUsd, double contracts) {
        return brackets.holding(notionalUsd);
    }

    @Override
    public OptionalDouble liquidationPrice(Position position) {
        double q = position.contracts() * multiplier;
        double margin = position.marginUsd(multiplier);
        boolean isLong = position.side() == PositionSide.LONG;
        double price = isLong ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (Bracket bracket : brackets.rows()) {
            double root = LiquidationPrices.liquidation(
                    position.side(),
                    position.entry(),
                    q,
                    margin,
                    bracket.maintenanceRate() + feeRate,
                    bracket.deductionUsd());
            price = isLong ? Math.max(price, root) : Math.min(price, root);
        }
        return price > 0 ? OptionalDouble.of(price) : OptionalDouble.empty();
    }

    @Override
    public double largestNotionalUsd(double leverage, double price) {
        return brackets.largestCapAllowing(leverage);
    }
}
