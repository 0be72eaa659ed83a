package io.faultline.market;

import java.util.Optional;

/** An exchange whose public streams Faultline speaks. */
public enum Venue {
    BINANCE("binance", "Binance", "BN"),
    BYBIT("bybit", "Bybit", "BY"),
    OKX("okx", "OKX", "OK"),
    BITGET("bitget", "Bitget", "BG"),
    DYDX("dydx", "dYdX", "DY");

    private final String id;
    private final String title;
    private final String code;

    Venue(String id, String title, String code) {
        this.id = id;
        this.title = title;
        this.code = code;
    }

    /** The name used in commands, JSON and journals, such as {@code binance}. */
    public String id() {
        return id;
    }

    /** The name shown to people, such as {@code Binance}. */
    public String title() {
        return title;
    }

    /** The two-letter form for chips and stamps, such as {@code BN}. */
    public String code() {
        return code;
    }

    /**
     * Whether its book is only indicative: put together from what its nodes have heard, with no number or checksum to
     * prove it by, so that it is shown as such and never counted as exact.
     */
    public boolean hasIndicativeBook() {
        return this == DYDX;
    }

    /** The venue with that {@link #id()}, if there is one. */
    public static Optional<Venue> ofId(String id) {
        for (Venue venue : values()) {
            if (venue.id.equals(id)) {
                return Optional.of(venue);
            }
        }
        return Optional.empty();
    }

    /**
     * The venue whose decoder reads frames journalled under this name. A journal may name the venue's market too:
     * {@code binance-usdm}, {@code bybit-linear} and {@code bitget-v3} are spoken; any other market or protocol of a
     * known exchange ({@code bybit-spot}, {@code bitget-v2}, …) is not, and gives empty.
     */
    public static Optional<Venue> ofJournalName(String name) {
        return switch (name) {
            case "binance-usdm" -> Optional.of(BINANCE);
            case "bybit-linear" -> Optional.of(BYBIT);
            case "bitget-v3" -> Optional.of(BITGET);
            default -> ofId(name);
        };
    }
}
