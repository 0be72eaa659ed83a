package io.faultline.market;

/**
 * A frame that could not be decoded; each one is such an event, so that it is counted and shown.
 *
 * @param connection which socket it came on, or {@code rest}
 * @param reason what was wrong and where, in words, bounded and escaped
 */
public record FrameRefused(Venue venue, long receivedNanos, String connection, String reason) implements MarketEvent {}
