package io.faultline.practice;

import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How each venue lists a symbol: ticks, lots and contract sizes as they were in 2026. */
final class Listings {
    /**
     * @param tick by venue, see {@link #column}
     * @param lot by venue, in the unit of the wire
     * @param okxContract base units in one OKX contract
     */
    private record Terms(double price, List<String> tick, List<String> lot, String okxContract) {}

    private static final Terms ANY =
            new Terms(10, words("0.001 0.001 0.001 0.001 0.001"), words("1 0.1 0.1 0.1 0.1"), "1");

    private static final Map<String, Terms> KNOWN = Map.of(
            "BTC", new Terms(60_000, words("0.1 0.1 0.1 0.1 1"), words("0.001 0.001 0.01 0.0001 0.0001"), "0.01"),
            "ETH", new Terms(3_000, words("0.01 0.01 0.01 0.01 0.1"), words("0.001 0.01 0.01 0.01 0.001"), "0.1"),
            "SOL", new Terms(150, words("0.01 0.01 0.01 0.001 0.01"), words("0.01 0.1 0.01 0.1 0.1"), "1"),
            "XRP", new Terms(2.5, words("0.0001 0.0001 0.0001 0.0001 0.0001"), words("0.1 0.1 0.01 1 10"), "100"),
            "DOGE", new Terms(0.2, words("0.00001 0.00001 0.00001 0.00001 0.00001"), words("1 1 0.01 1 10"), "1000"));

    private Listings() {}

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    /**
     * @param canonical such as {@code BTCUSDT}; must end with {@code USDT}
     */
    static Contract of(Venue venue, String canonical) {
        if (!canonical.endsWith("USDT")) {
            throw new IllegalArgumentException(canonical + " is not in USDT");
        }
        String base = canonical.substring(0, canonical.length() - "USDT".length());
        Terms terms = KNOWN.getOrDefault(base, ANY);
        BigDecimal tick = new BigDecimal(terms.tick.get(column(venue)));
        BigDecimal lot = new BigDecimal(terms.lot.get(column(venue)));
        int priceScale = Math.max(0, tick.scale()) + 1;
        int sizeScale = Math.max(0, lot.scale());
        return new Contract(
                venue,
                spelled(venue, base),
                canonical,
                priceScale,
                tick.movePointRight(priceScale).longValueExact(),
                sizeScale,
                lot.movePointRight(sizeScale).longValueExact(),
                venue == Venue.OKX ? new BigDecimal(terms.okxContract) : BigDecimal.ONE,
                terms.price);
    }

    private static int column(Venue venue) {
        return switch (venue) {
            case BINANCE -> 0;
            case BYBIT -> 1;
            case OKX -> 2;
            case BITGET -> 3;
            case DYDX -> 4;
        };
    }

    private static String spelled(Venue venue, String base) {
        return switch (venue) {
            case OKX -> base + "-USDT-SWAP";
            case DYDX -> base + "-USD";
            default -> base + "USDT";
        };
    }
}
