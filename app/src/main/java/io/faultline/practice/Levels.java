package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Both sides of a book as plainly as can be: size by price, best first. One thread at a time. */
final class Levels {
    private final NavigableMap<Long, Long> bids;
    private final NavigableMap<Long, Long> asks;

    Levels() {
        this(new TreeMap<>(Comparator.reverseOrder()), new TreeMap<>());
    }

    private Levels(NavigableMap<Long, Long> bids, NavigableMap<Long, Long> asks) {
        this.bids = bids;
        this.asks = asks;
    }

    NavigableMap<Long, Long> side(Side side) {
        return side == Side.BID ? bids : asks;
    }

    void apply(Change change) {
        if (change.size() == 0) {
            side(change.side()).remove(change.price());
        } else {
            side(change.side()).put(change.price(), change.size());
        }
    }

    /** The price of the best level. */
    long best(Side side) {
        return side(side).firstKey();
    }

    /** The price of the level that is farthest from the other side. */
    long farthest(Side side) {
        return side(side).lastKey();
    }

    int count(Side side) {
        return side(side).size();
    }

    Levels copy() {
        return new Levels(new TreeMap<>(bids), new TreeMap<>(asks));
    }

    /** One line {@code price size} a level, no trailing zeros: bids from the best down, then asks from the best up. */
    String canonical(int depth, int priceScale, int sizeScale) {
        StringBuilder text = new StringBuilder(32 * Math.min(depth, bids.size() + asks.size()));
        for (NavigableMap<Long, Long> side : List.of(bids, asks)) {
            int left = depth;
            for (Map.Entry<Long, Long> level : side.entrySet()) {
                if (left-- <= 0) {
                    break;
                }
                Decimals.appendCanonical(text, level.getKey(), priceScale);
                text.append(' ');
                Decimals.appendCanonical(text, level.getValue(), sizeScale);
                text.append('\n');
            }
        }
        return text.toString();
    }
}
