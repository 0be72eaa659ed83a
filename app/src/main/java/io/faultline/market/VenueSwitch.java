package io.faultline.market;

/**
 * The user has switched a venue off, or on again. No venue says it: this program does, in the order of what venues say, so
 * that a journal holds it.
 */
public record VenueSwitch(Venue venue, long receivedNanos, boolean on) implements MarketEvent {}
