package io.faultline.cli;

import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which symbols of which venues. */
final class MarketOptions {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{2,40}");

    /** Connected to when none is named: those whose books are exact. */
    private static final Set<Venue> USUAL = Set.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            split = ",",
            description = "One, or several separated by commas. Default: ${DEFAULT-VALUE}.",
            defaultValue = "BTCUSDT")
    private List<String> symbols = new ArrayList<>();

    @Mixin
    private VenueOption venues = new VenueOption();

    /** The symbols in upper case, each once, in the order given; at least one. */
    List<String> symbols() {
        Set<String> upper = new LinkedHashSet<>();
        for (String symbol : symbols) {
            String name = symbol.trim().toUpperCase(Locale.ROOT);
            if (!SYMBOL.matcher(name).matches()) {
                throw wrong("--symbol: '" + symbol + "' is no symbol such as BTCUSDT");
            }
            upper.add(name);
        }
        if (upper.isEmpty()) {
            throw wrong("--symbol: none given");
        }
        return List.copyOf(upper);
    }

    /** The venues asked for; the usual ones when none is named. */
    List<VenueAdapter> adapters(Venues known) {
        return venues.adapters(known);
    }

    /** The venues to connect to when nobody says which. */
    static List<VenueAdapter> usual(Venues known) {
        return known.adapters().stream()
                .filter(adapter -> USUAL.contains(adapter.venue()))
                .toList();
    }

    private ParameterException wrong(String message) {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli: " + message);
        }
        return new ParameterException(command.commandLine(), message);
    }
}
