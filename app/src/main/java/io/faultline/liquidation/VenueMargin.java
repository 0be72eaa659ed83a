package io.faultline.liquidation;

import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which scheme each venue's tables mean, model 2.1. */
public final class VenueMargin {
    /** Taker fees that OKX and Bitget count with the maintenance rate; regular users, seen 2026-11. */
    private static final double OKX_FEE = .0005;

    private static final double BITGET_FEE = .0006;

    private VenueMargin() {}

    /**
     * The tables of one contract at one venue.
     *
     * @param tiers of several days, as they were read
     * @param contractSize coins in a contract; 1 where sizes are in coins
     * @return empty if none of them has a usable row
     */
    public static Optional<BracketTables> tables(List<RiskTiers> tiers, double contractSize) {
        List<BracketTable> tables = new ArrayList<>();
        for (RiskTiers each : tiers) {
            table(each, contractSize).ifPresent(tables::add);
        }
        return tables.isEmpty() ? Optional.empty() : Optional.of(new BracketTables(tables));
    }

    private static Optional<BracketTable> table(RiskTiers tiers, double contractSize) {
        boolean inContracts = tiers.unit() == RiskTiers.Unit.CONTRACTS;
        List<BracketReading.Row> rows = new ArrayList<>();
        for (RiskTiers.Tier tier : tiers.tiers()) {
            rows.add(new BracketReading.Row(
                    tier.floor().doubleValue(),
                    tier.cap().doubleValue(),
                    tier.maintenanceRate().doubleValue(),
                    tier.maxLeverage().doubleValue()));
        }
        BracketReading reading =
                BracketReading.of(rows, inContracts ? BracketReading.Charging.WHOLE : BracketReading.Charging.BY_SLICE);
        return reading.brackets().map(brackets -> {
            double fee = feeRate(tiers.instrument().venue());
            MarginScheme scheme = inContracts
                    ? new FlatContracts(brackets, fee, contractSize)
                    : new TieredNotional(brackets, fee, contractSize);
            return new BracketTable(tiers.asOf(), scheme, origin(tiers.source()), reading.remarks());
        });
    }

    private static double feeRate(Venue venue) {
        return switch (venue) {
            case OKX -> OKX_FEE;
            case BITGET -> BITGET_FEE;
            case BINANCE, BYBIT, DYDX -> 0;
        };
    }

    private static BracketTable.Origin origin(RiskTiers.Source source) {
        return switch (source) {
            case LIVE -> BracketTable.Origin.VENUE;
            case BUNDLED, IMPORTED -> BracketTable.Origin.FILE;
        };
    }
}
