package io.faultline.cli;

import io.faultline.market.Venue;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say where a venue is: a mirror, or an exchange on this machine. */
final class EndpointOptions {
    @Option(
            names = "--binance-endpoints",
            paramLabel = "REST,WS",
            converter = PairConverter.class,
            description = "Other addresses for Binance, such as a mirror or an exchange on this machine: "
                    + "http://127.0.0.1:8080,ws://127.0.0.1:8081")
    private @Nullable Pair binance;

    @Option(
            names = "--bybit-endpoints",
            paramLabel = "REST,WS",
            converter = PairConverter.class,
            description = "The same for Bybit.")
    private @Nullable Pair bybit;

    @Option(
            names = "--okx-endpoints",
            paramLabel = "REST,WS",
            converter = PairConverter.class,
            description = "The same for OKX.")
    private @Nullable Pair okx;

    @Option(
            names = "--bitget-endpoints",
            paramLabel = "REST,WS",
            converter = PairConverter.class,
            description = "The same for Bitget.")
    private @Nullable Pair bitget;

    @Option(
            names = "--dydx-endpoints",
            paramLabel = "REST,WS",
            converter = PairConverter.class,
            description = "The same for dYdX.")
    private @Nullable Pair dydx;

    /** Where a venue is. */
    record Pair(URI rest, URI websocket) {}

    /** The venues, some of them moved to where these options say. */
    Venues apply(Venues venues) {
        Map<Venue, @Nullable Pair> given = new EnumMap<>(Venue.class);
        given.put(Venue.BINANCE, binance);
        given.put(Venue.BYBIT, bybit);
        given.put(Venue.OKX, okx);
        given.put(Venue.BITGET, bitget);
        given.put(Venue.DYDX, dydx);
        Venues moved = venues;
        for (Map.Entry<Venue, @Nullable Pair> entry : given.entrySet()) {
            Pair pair = entry.getValue();
            if (pair != null) {
                moved = moved.moved(entry.getKey(), pair.rest(), pair.websocket());
            }
        }
        return moved;
    }

    /** {@code http(s)://HOST,ws(s)://HOST}. */
    static final class PairConverter implements ITypeConverter<Pair> {
        @Override
        public Pair convert(String value) {
            String[] parts = value.split(",", -1);
            try {
                if (parts.length == 2) {
                    URI rest = URI.create(parts[0]);
                    URI socket = URI.create(parts[1]);
                    if (isOneOf(rest, "http", "https") && isOneOf(socket, "ws", "wss")) {
                        return new Pair(rest, socket);
                    }
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
            throw new TypeConversionException("'" + value + "' is not http(s)://HOST,ws(s)://HOST");
        }

        private static boolean isOneOf(URI uri, String plain, String secure) {
            return uri.getHost() != null && (plain.equals(uri.getScheme()) || secure.equals(uri.getScheme()));
        }
    }
}
