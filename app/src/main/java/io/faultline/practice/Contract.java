package io.faultline.practice;

import io.faultline.market.Venue;
import java.math.BigDecimal;

/**
 * A contract as a venue lists it. Prices are longs of {@code 10^-priceScale}, sizes longs of {@code 10^-sizeScale} in
 * the unit of the wire.
 *
 * @param symbol the venue's own spelling
 * @param canonical base and quote, such as {@code BTCUSDT}
 * @param priceScale one decimal more than the tick has, so that the tick can become finer while running
 * @param tick smallest price step, scaled
 * @param sizeScale decimals of a size
 * @param lot smallest size step, scaled
 * @param contractSize base units in one unit of the wire
 * @param price about where its price is, in quote
 */
record Contract(
        Venue venue,
        String symbol,
        String canonical,
        int priceScale,
        long tick,
        int sizeScale,
        long lot,
        BigDecimal contractSize,
        double price) {

    String base() {
        return canonical.substring(0, canonical.length() - "USDT".length());
    }

    /** Family on OKX, index on some others: {@code BTC-USDT}. */
    String pair() {
        return base() + "-USDT";
    }

    /** Base units in one scaled unit of size. */
    double basePerUnit() {
        return contractSize.doubleValue() / Math.pow(10, sizeScale);
    }

    /** A price in quote as a scaled one, not rounded to the tick. */
    long scaledPrice(double quote) {
        return Math.round(quote * Math.pow(10, priceScale));
    }

    /** The nearest number of lots for so much base, at least one, scaled. */
    long scaledSize(double base) {
        return Math.max(lot, Math.round(base / basePerUnit() / lot) * lot);
    }

    double quote(long scaledPrice) {
        return scaledPrice / Math.pow(10, priceScale);
    }

    double base(long scaledSize) {
        return scaledSize * basePerUnit();
    }
}
