package io.faultline.alarm;

/**
 * One mark price, with both of its times.
 *
 * @param source where it comes from, such as the venue; samples of two sources are never compared
 * @param exchangeMillis since 1970, by the venue's clock
 * @param receivedMillis since 1970, by ours
 * @param price USD
 */
public record MarkSample(String source, long exchangeMillis, long receivedMillis, double price) {
    long lagMillis() {
        return receivedMillis - exchangeMillis;
    }

    boolean usable() {
        return price > 0 && price < Double.POSITIVE_INFINITY;
    }
}
