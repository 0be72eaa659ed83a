package io.faultline.desk;

/**
 * Trades of one stretch of time. For drawing and for models: prices are floating.
 *
 * @param startNanos first instant that it covers, nanoseconds since 1970
 * @param lengthNanos how long it covers
 * @param buyUsd notional of taker buys, USD
 * @param sellUsd notional of taker sells, USD
 */
public record Bar(
        long startNanos,
        long lengthNanos,
        double open,
        double high,
        double low,
        double close,
        double buyUsd,
        double sellUsd) {}
