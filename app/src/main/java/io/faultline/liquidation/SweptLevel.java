package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;

/**
 * A bin of one venue that the mark has passed. Whether anything was liquidated there, only reports say.
 *
 * @param bin absolute
 * @param usd modelled mass that it held
 */
public record SweptLevel(Venue venue, PositionSide side, long millis, int bin, double usd) {}
