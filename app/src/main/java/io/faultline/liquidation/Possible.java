package io.faultline.liquidation;

/** What figures a market can have; others are errors of a feed or a file, and a sum that met one would stay wrong. */
final class Possible {
    private static final double LEAST_PRICE = 1e-12;
    private static final double MOST_PRICE = 1e9;
    private static final double MOST_USD = 1e13;

    private Possible() {}

    static boolean price(double price) {
        return price >= LEAST_PRICE && price <= MOST_PRICE;
    }

    static boolean usd(double usd) {
        return usd >= 0 && usd <= MOST_USD;
    }
}
