package io.faultline.desk;

import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The margin tables of one symbol at all venues: those that were known before, the user's, and those that venues told since. */
final class SymbolBrackets {
    private final String symbol;
    private final MarginTables known;
    private final List<RiskTiers> imported = new ArrayList<>();
    private final Map<Venue, RiskTiers> told = new EnumMap<>(Venue.class);

    SymbolBrackets(String symbol, MarginTables known) {
        this.symbol = symbol;
        this.known = known;
    }

    /** One of the user's: of two of one contract and day the later counts. */
    void take(RiskTiers table) {
        imported.removeIf(other ->
                other.instrument().equals(table.instrument()) && other.asOf().equals(table.asOf()));
        imported.add(table);
    }

    List<RiskTiers> imported() {
        return List.copyOf(imported);
    }

    /** What a venue says of itself, now. */
    void tell(RiskTiers tiers) {
        told.put(tiers.venue(), tiers);
    }

    /** @param contractSize coins in a contract of the instrument */
    Optional<BracketChoice> choose(InstrumentId instrument, double contractSize) {
        List<RiskTiers> all = new ArrayList<>(known.of(symbol));
        all.addAll(imported);
        all.addAll(told.values());
        return BracketChoice.of(instrument, all, known.mostCautious(), contractSize);
    }
}
