package io.faultline.practice;

import io.faultline.market.Side;

/**
 * A trade.
 *
 * @param id counts the trades of the market
 * @param hit the side of the book that it took from: a bid for a seller's trade
 * @param forced whether the taker was liquidated
 */
record Print(long id, Side hit, long price, long size, boolean forced) {
    boolean takerBuys() {
        return hit == Side.ASK;
    }
}
