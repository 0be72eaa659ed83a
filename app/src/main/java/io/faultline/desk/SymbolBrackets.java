package io.faultline.desk;

import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The margin tables of one symbol at all venues: those that were known before, and those that venues told since. */
final class SymbolBrackets {
    private final String symbol;
    private MarginTables known;
    private final Map<Venue, RiskTiers> told = new EnumMap<>(Venue.class);

    SymbolBrackets(String symbol, MarginTables known) {
        this.symbol = symbol;
        this.known = known;
    }

    /** Other tables are known beforehand; what venues told stays. */
    void know(MarginTables others) {
        known = others;
    }

    /** What a venue says of itself, now. */
    void tell(RiskTiers tiers) {
        told.put(tiers.venue(), tiers);
    }

    /** @param contractSize coins in a contract of the instrument */
    Optional<BracketChoice> choose(InstrumentId instrument, double contractSize) {
        List<RiskTiers> all = new ArrayList<>(known.of(symbol));
        all.addAll(told.values());
        return BracketChoice.of(instrument, all, known.mostCautious(), contractSize);
    }
}
