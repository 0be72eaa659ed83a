package io.faultline.desk;

import io.faultline.market.InstrumentId;
import io.faultline.market.RiskTiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The dated margin tables that are known before any venue has told its own: those that come with the program, and those
 * that the user has imported. Immutable.
 */
public final class MarginTables {
    /** No table of any contract. */
    public static final MarginTables NONE = new MarginTables(Map.of());

    private final Map<String, List<RiskTiers>> bySymbol;

    private MarginTables(Map<String, List<RiskTiers>> bySymbol) {
        this.bySymbol = bySymbol;
    }

    /**
     * @param tables in order of trust: of two of one contract and day the later one counts
     * @param canonical the name over all venues of what each calls its contract
     */
    public static MarginTables of(Collection<RiskTiers> tables, Function<InstrumentId, String> canonical) {
        Map<String, List<RiskTiers>> bySymbol = new HashMap<>();
        for (RiskTiers table : tables) {
            List<RiskTiers> ofSymbol =
                    bySymbol.computeIfAbsent(canonical.apply(table.instrument()), symbol -> new ArrayList<>());
            ofSymbol.removeIf(other -> other.instrument().equals(table.instrument())
                    && other.asOf().equals(table.asOf()));
            ofSymbol.add(table);
        }
        bySymbol.replaceAll((symbol, list) -> List.copyOf(list));
        return new MarginTables(Map.copyOf(bySymbol));
    }

    boolean isEmpty() {
        return bySymbol.isEmpty();
    }

    /** All tables of that symbol, of any venue, in no order. */
    List<RiskTiers> of(String symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }

    /**
     * What stands in where no venue's table of a symbol is known: of all complete ones by notional that with the lowest
     * highest leverage, since a coin of which nothing is known is more likely small than large.
     */
    Optional<RiskTiers> mostCautious() {
        return bySymbol.values().stream()
                .flatMap(List::stream)
                .filter(table -> table.complete() && table.unit() == RiskTiers.Unit.QUOTE)
                .min(Comparator.comparing(
                                (RiskTiers table) -> table.tiers().get(0).maxLeverage())
                        .thenComparing(table -> table.instrument().toString())
                        .thenComparing(RiskTiers::asOf, Comparator.reverseOrder()));
    }
}
