package io.faultline.market;

/**
 * How much a venue has sent us over a short while.
 *
 * @param receivedNanos the end of that while
 * @param lengthNanos how long it was; positive
 * @param frames messages and answers
 * @param bytes of their text
 */
public record VenueTraffic(Venue venue, long receivedNanos, long lengthNanos, long frames, long bytes)
        implements MarketEvent {}
