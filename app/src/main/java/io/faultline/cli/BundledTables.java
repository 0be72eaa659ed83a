package io.faultline.cli;

import io.faultline.desk.MarginTables;
import io.faultline.market.RiskTiers;
import io.faultline.venue.RiskTierTables;
import java.util.List;

/** The margin tables that come with the program, read once. */
final class BundledTables {
    private static final MarginTables TABLES = of(RiskTierTables.bundled().tables());

    private BundledTables() {}

    static MarginTables get() {
        return TABLES;
    }

    /** Any tables, by the names that the program has for contracts. */
    static MarginTables of(List<RiskTiers> tables) {
        return MarginTables.of(tables, new CanonicalNames(Venues.live().adapters())::of);
    }
}
