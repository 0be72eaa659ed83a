package io.faultline.practice;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What moves the markets of an exchange: nothing, orders by chance at each venue for itself, or a crowd for each symbol. */
final class Movers {
    private final boolean orders;
    private final @Nullable Function<String, CrowdMarket> maker;
    private final Map<String, CrowdMarket> crowds = new LinkedHashMap<>();

    private Movers(boolean orders, @Nullable Function<String, CrowdMarket> maker) {
        this.orders = orders;
        this.maker = maker;
    }

    static Movers none() {
        return new Movers(false, null);
    }

    static Movers of(PracticeSettings settings) {
        if (settings.crowd().isEmpty()) {
            return new Movers(true, null);
        }
        return new Movers(false, symbol -> new CrowdMarket(symbol, settings));
    }

    /** Whether orders come and go by chance. */
    boolean orders() {
        return orders;
    }

    /** The crowd of a symbol, given by its canonical name; null where none trades. */
    @Nullable
    CrowdMarket crowd(String symbol) {
        return crowds.get(symbol);
    }

    /** The same, for the first who lists the symbol too. */
    @Nullable
    CrowdMarket list(String symbol) {
        return maker == null ? null : crowds.computeIfAbsent(symbol, maker);
    }

    /** All crowds that there are. */
    Collection<CrowdMarket> crowds() {
        return crowds.values();
    }
}
