package io.faultline.venue.bybit;

import java.util.regex.Pattern;

/** What a contract's name says of it. */
final class Contracts {
    /** {@code BTCUSD} and, dated, {@code BTCUSDU23}: margined and settled in the coin, not in dollars. */
    private static final Pattern INVERSE = Pattern.compile(".*USD([FGHJKMNQUVXZ]\\d{2})?");

    /** {@code BTC-6JAN23-17500-C}, since 2025 also with the coin that it settles in. */
    private static final Pattern OPTION = Pattern.compile(".*-\\d+-[CP](-[A-Z]+)?");

    private Contracts() {}

    /**
     * Whether it is of the market that Faultline speaks: a journal may mix others with it under one name. Linear contracts
     * end in USDT, USDC, PERP or a date. Spot pairs have the names of linear contracts; nothing tells them apart.
     */
    static boolean isLinear(String symbol) {
        return !INVERSE.matcher(symbol).matches() && !OPTION.matcher(symbol).matches();
    }
}
