package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;

/**
 * A trader who is about to open a position, and what he means to do with it.
 *
 * @param usd notional
 * @param marginShare margin over notional
 * @param takes whether he opens at once; otherwise he rests an order for a while
 * @param insideShare how far behind the middle his order rests, a share of the price
 * @param holdMillis after which he closes
 * @param stopShare where his stop is on the way from entry to liquidation, NaN for none
 * @param profitShare where he takes profit, as a share of that way in the other direction, NaN for none
 */
record Newcomer(
        PositionSide side,
        double usd,
        double marginShare,
        boolean takes,
        double insideShare,
        double holdMillis,
        double stopShare,
        double profitShare) {}
