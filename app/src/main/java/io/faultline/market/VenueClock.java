package io.faultline.market;

/**
 * How far the venue's clock is ahead of ours, and how long a request takes there and back: medians of a few requests.
 *
 * @param offsetMillis venue's time minus ours
 * @param roundTripMillis not negative
 */
public record VenueClock(Venue venue, long receivedNanos, long offsetMillis, long roundTripMillis)
        implements MarketEvent {}
