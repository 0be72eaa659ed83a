package io.faultline.signal;

import io.faultline.market.Venue;

/**
 * What a path needs of one venue: forced orders of its traders hit its own book.
 *
 * @param levels the side that the move must eat; of a book that is in step
 * @param estimateUsd the venue's share of what would be forced
 * @param usualUsdPerBp usual depth near price, 0 if not known
 */
public record VenueBook(Venue venue, BookLevels levels, double estimateUsd, double usualUsdPerBp) {}
