package io.faultline.liquidation;

import io.faultline.market.Venue;

/**
 * A stretch in which trades of a venue were lost, so that its steps know only open interest.
 *
 * @param fromMillis exchange time
 * @param untilMillis the first instant after it
 */
public record TradeGap(Venue venue, long fromMillis, long untilMillis) {}
