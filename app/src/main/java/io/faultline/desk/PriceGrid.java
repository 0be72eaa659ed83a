package io.faultline.desk;

import io.faultline.market.Decimals;

/**
 * Prices in rows of equal width, numbered from price 0: row n covers prices from n to below n + 1 widths. Exact for
 * prices of every scale, so that venues whose decimals differ agree on the row.
 *
 * @param units the width is {@code units / 10^scale}, in quote
 */
record PriceGrid(long units, int scale) {
    private static final int FINEST = 12;

    /** The grid of that width in quote, which is positive and has at most 12 decimals. */
    static PriceGrid of(double width) {
        for (int scale = 0; scale < FINEST; scale++) {
            double scaled = width * Decimals.power(scale);
            if (scaled >= 0.5 && Math.abs(scaled - Math.rint(scaled)) <= scaled * 1e-9) {
                return new PriceGrid((long) Math.rint(scaled), scale);
            }
        }
        return new PriceGrid(Math.max(1, Math.round(width * Decimals.power(FINEST))), FINEST);
    }

    /** The row of a price of that scale. */
    long row(long price, int priceScale) {
        return priceScale >= scale
                ? Math.floorDiv(price, units * Decimals.power(priceScale - scale))
                : Math.floorDiv(price * Decimals.power(scale - priceScale), units);
    }

    /** The lowest price of that scale that lies in the row or above. */
    long first(long row, int priceScale) {
        return priceScale >= scale
                ? row * units * Decimals.power(priceScale - scale)
                : -Math.floorDiv(-row * units, Decimals.power(scale - priceScale));
    }
}
