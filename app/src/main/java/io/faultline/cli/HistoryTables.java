package io.faultline.cli;

import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.VenueMargin;
import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import io.faultline.venue.RiskTierTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The margin tables that come with the program, by venue and canonical symbol. */
final class HistoryTables {
    /** The symbol whose tables stand in where a file does not say of which it is. */
    static final String DEFAULT_SYMBOL = "BTCUSDT";

    /** Coins in a contract, for the bundled tables that count contracts (OKX's instrument list, 2026-09). */
    private static final Map<InstrumentId, Double> CONTRACT_SIZES =
            Map.of(new InstrumentId(Venue.OKX, "BTC-USDT-SWAP"), .01, new InstrumentId(Venue.OKX, "ETH-USDT-SWAP"), .1);

    private final Map<InstrumentId, List<RiskTiers>> tables = new LinkedHashMap<>();
    private final CanonicalNames names;

    HistoryTables(RiskTierTables known, Venues venues) {
        names = new CanonicalNames(venues.adapters());
        for (RiskTiers table : known.tables()) {
            tables.computeIfAbsent(table.instrument(), id -> new ArrayList<>()).add(table);
        }
    }

    /**
     * The tables of one contract.
     *
     * @param symbol canonical, or as the venue writes it
     * @return empty if none came with the program
     */
    Optional<BracketTables> of(Venue venue, String symbol) {
        for (Map.Entry<InstrumentId, List<RiskTiers>> entry : tables.entrySet()) {
            InstrumentId id = entry.getKey();
            if (id.venue() == venue
                    && (id.symbol().equals(symbol) || names.of(id).equals(symbol))) {
                return VenueMargin.tables(entry.getValue(), CONTRACT_SIZES.getOrDefault(id, 1.0));
            }
        }
        return Optional.empty();
    }

    /** Canonical names of the venue's contracts that have a table, in order. */
    List<String> symbols(Venue venue) {
        TreeSet<String> symbols = new TreeSet<>();
        for (InstrumentId id : tables.keySet()) {
            if (id.venue() == venue) {
                symbols.add(names.of(id));
            }
        }
        return List.copyOf(symbols);
    }

    /** The symbol that a file's name tells of, whole or by its coin, if there is a table of it. */
    Optional<String> namedBy(String fileName, Venue venue) {
        String name = fileName.toUpperCase(Locale.ROOT);
        String squeezed = name.replaceAll("[^A-Z0-9]", "");
        List<String> words = List.of(name.split("[^A-Z0-9]+"));
        return symbols(venue).stream()
                .filter(symbol -> squeezed.contains(symbol) || words.contains(symbol.replaceAll("USDT$", "")))
                .max(Comparator.comparingInt(String::length));
    }
}
