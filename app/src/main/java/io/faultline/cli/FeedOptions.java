package io.faultline.cli;

import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that connects to venues. */
final class FeedOptions {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{2,40}");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "Default: ${DEFAULT-VALUE}.",
            defaultValue = "BTCUSDT")
    private String symbol = "BTCUSDT";

    @Option(
            names = "--venues",
            paramLabel = "VENUE",
            split = ",",
            description = "Venues to connect to, separated by commas. Default: all that this version speaks (binance).")
    private List<String> venues = new ArrayList<>();

    @Option(
            names = "--binance-endpoints",
            paramLabel = "REST,WS",
            description = "Other addresses for Binance, such as a mirror or an exchange on this machine: "
                    + "http://127.0.0.1:8080,ws://127.0.0.1:8081")
    private @Nullable String binanceEndpoints;

    /** The symbol, in upper case. */
    String symbol() {
        String upper = symbol.toUpperCase(Locale.ROOT);
        if (!SYMBOL.matcher(upper).matches()) {
            throw wrong("--symbol: '" + symbol + "' is no symbol such as BTCUSDT");
        }
        return upper;
    }

    Venues known() {
        return Venues.of(new BinanceAdapter(endpoints()));
    }

    /** The venues asked for; all when none is named. */
    List<VenueAdapter> adapters(Venues known) {
        for (String name : venues) {
            if (Venue.ofId(name).flatMap(known::adapter).isEmpty()) {
                throw wrong("--venues: '" + name + "' is not spoken; spoken: " + known.names());
            }
        }
        return known.adapters().stream()
                .filter(adapter ->
                        venues.isEmpty() || venues.contains(adapter.venue().id()))
                .toList();
    }

    private BinanceEndpoints endpoints() {
        if (binanceEndpoints == null) {
            return BinanceEndpoints.LIVE;
        }
        String[] parts = binanceEndpoints.split(",", -1);
        try {
            if (parts.length == 2) {
                URI rest = URI.create(parts[0]);
                URI socket = URI.create(parts[1]);
                if (isOneOf(rest, "http", "https") && isOneOf(socket, "ws", "wss")) {
                    return new BinanceEndpoints(rest, socket);
                }
            }
        } catch (IllegalArgumentException e) {
            throw wrong("--binance-endpoints: " + e.getMessage());
        }
        throw wrong("--binance-endpoints: '" + binanceEndpoints + "' is not http(s)://HOST,ws(s)://HOST");
    }

    private static boolean isOneOf(URI uri, String plain, String secure) {
        return uri.getHost() != null && (plain.equals(uri.getScheme()) || secure.equals(uri.getScheme()));
    }

    private ParameterException wrong(String message) {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli: " + message);
        }
        return new ParameterException(command.commandLine(), message);
    }
}
