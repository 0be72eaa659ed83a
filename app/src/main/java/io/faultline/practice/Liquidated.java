package io.faultline.practice;

import io.faultline.market.Side;

/**
 * An order that closed a position by force.
 *
 * @param hit the side of the book that it took from: bids for a long that was liquidated
 * @param price of what was filled, on the mean; scaled
 * @param size filled, in the unit of the wire; scaled
 */
record Liquidated(Side hit, long price, long size) {
    boolean buys() {
        return hit == Side.ASK;
    }
}
