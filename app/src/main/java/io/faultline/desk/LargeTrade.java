package io.faultline.desk;

import io.faultline.market.TakerSide;
import io.faultline.market.Venue;

/**
 * What one taker took at one venue at one moment, where it was large for the symbol: all fills of a side that the venue
 * stamps with the same millisecond.
 *
 * @param timeNanos receive time of the first of them, nanoseconds since 1970
 * @param price mean, by size
 */
public record LargeTrade(long timeNanos, Venue venue, TakerSide taker, double price, double usd) {}
