package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.OptionalDouble;

/**
 * Liquidation price over entry price for each tier under one scheme, model 2.3: what turns a trade's price into the
 * place of the positions it opened. A tier above the venue's highest leverage lends its weight to the highest allowed
 * one. The factors hold for entries from {@code fromPrice} up to {@code untilPrice}: under {@link FlatContracts} the
 * price selects the bracket.
 */
final class TierFactors {
    private final double[] weight = new double[Tier.COUNT];
    private final double[] longFactor = new double[Tier.COUNT];
    private final double[] shortFactor = new double[Tier.COUNT];
    private double fromPrice;
    private double untilPrice = Double.POSITIVE_INFINITY;

    TierFactors(MarginScheme scheme, TierWeights weights, double price) {
        int highest = fold(scheme, weights);
        for (Tier tier : Tier.values()) {
            int k = tier.index();
            if (weight[k] > 0 && k <= highest) {
                double notional =
                        Math.min(tier.typicalNotionalUsd(), scheme.largestNotionalUsd(tier.leverage(), price));
                fill(scheme, tier, price, notional);
            }
        }
    }

    private int fold(MarginScheme scheme, TierWeights weights) {
        double most = Brackets.relaxed(scheme.brackets().maxLeverage());
        int highest = 0;
        for (Tier tier : Tier.values()) {
            if (tier.leverage() <= most) {
                highest = tier.index();
            }
        }
        for (Tier tier : Tier.values()) {
            weight[Math.min(tier.index(), highest)] += weights.of(tier);
        }
        return highest;
    }

    private void fill(MarginScheme scheme, Tier tier, double price, double notional) {
        int k = tier.index();
        if (!(notional > 0)) {
            longFactor[k] = Double.NaN;
            shortFactor[k] = Double.NaN;
            return;
        }
        double contracts = notional / (price * scheme.multiplier());
        longFactor[k] = factor(scheme, PositionSide.LONG, tier, price, contracts);
        shortFactor[k] = factor(scheme, PositionSide.SHORT, tier, price, contracts);
        if (scheme instanceof FlatContracts) {
            boundPrices(scheme, tier, contracts);
        }
    }

    /** Between which entries the tier's typical size stays in the bracket that it falls in. */
    private void boundPrices(MarginScheme scheme, Tier tier, double contracts) {
        Bracket bracket = scheme.bracketOf(0, contracts);
        double usdPerContractPrice = tier.typicalNotionalUsd() / scheme.multiplier();
        boolean capped = contracts >= scheme.brackets().largestCapAllowing(tier.leverage());
        if (!capped) {
            fromPrice = Math.max(fromPrice, usdPerContractPrice / bracket.cap());
        }
        if (bracket.floor() > 0) {
            untilPrice = Math.min(untilPrice, usdPerContractPrice / bracket.floor());
        }
    }

    private static double factor(MarginScheme scheme, PositionSide side, Tier tier, double price, double contracts) {
        OptionalDouble liquidation = scheme.liquidationPrice(new Position(side, price, contracts, tier.leverage(), 0));
        return liquidation.isPresent() ? liquidation.getAsDouble() / price : Double.NaN;
    }

    boolean holdAt(double price) {
        return price >= fromPrice && price < untilPrice;
    }

    /** The share of opened notional that this venue's tier gets; 0 for tiers that it does not have. */
    double weight(Tier tier) {
        return weight[tier.index()];
    }

    /** Liquidation over entry; NaN where positions of the tier are never liquidated. */
    double of(PositionSide side, Tier tier) {
        return side == PositionSide.LONG ? longFactor[tier.index()] : shortFactor[tier.index()];
    }
}
