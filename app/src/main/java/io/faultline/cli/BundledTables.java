package io.faultline.cli;

import io.faultline.desk.MarginTables;
import io.faultline.venue.RiskTierTables;

/** The margin tables that come with the program, read once. */
final class BundledTables {
    private static final MarginTables TABLES = MarginTables.of(
            RiskTierTables.bundled().tables(), new CanonicalNames(Venues.live().adapters())::of);

    private BundledTables() {}

    static MarginTables get() {
        return TABLES;
    }
}
