package io.faultline.practice.crowd;

import io.faultline.market.Side;
import java.util.ArrayList;
import java.util.List;

/** Orders that a script has put into a book. */
final class Walls {
    private final CrowdBook book;
    private final List<Integer> bids = new ArrayList<>();
    private final List<Integer> asks = new ArrayList<>();

    Walls(CrowdBook book) {
        this.book = book;
    }

    void add(Side side, long priceTicks, long lots) {
        orders(side).add(book.rest(Accounts.WALLS, 0, side, priceTicks, lots));
    }

    void pull(Side side) {
        orders(side).forEach(book::cancel);
        orders(side).clear();
    }

    /** All of an order was taken. */
    void filled(Side side, int order) {
        orders(side).remove(Integer.valueOf(order));
    }

    private List<Integer> orders(Side side) {
        return side == Side.BID ? bids : asks;
    }
}
