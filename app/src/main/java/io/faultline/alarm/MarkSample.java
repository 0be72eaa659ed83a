package io.faultline.alarm;

import io.faultline.market.MarkPrice;

/**
 * One mark price, with both of its times.
 *
 * @param source where it comes from, such as the venue; samples of two sources are never compared
 * @param exchangeMillis since 1970, by the venue's clock
 * @param receivedMillis since 1970, by ours
 * @param price USD
 */
public record MarkSample(String source, long exchangeMillis, long receivedMillis, double price) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Of what a venue says; by our clock alone if it says no time. */
    public static MarkSample of(MarkPrice mark) {
        long received = mark.receivedNanos() / NANOS_PER_MILLI;
        long exchange = mark.exchangeMillis() > 0 ? mark.exchangeMillis() : received;
        return new MarkSample(mark.venue().id(), exchange, received, mark.mark().doubleValue());
    }

    long lagMillis() {
        return receivedMillis - exchangeMillis;
    }

    boolean usable() {
        return price > 0 && price < Double.POSITIVE_INFINITY;
    }
}
