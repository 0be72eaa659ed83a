package io.faultline.venue.dydx;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.venue.Levels;
import io.faultline.venue.MalformedException;
import java.util.Arrays;

/**
 * One contract's book on one connection. The indexer's nodes hear of orders at different times, so its levels may cross:
 * while they do, the one that was set by an older message goes, and of two as old each loses the smaller one's size. What
 * goes is told along with the change that made it go. Makes no object of a change once it is warm.
 */
final class GossipBook {
    private final GossipSide bids = new GossipSide();
    private final GossipSide asks = new GossipSide();
    private final Touched touchedBids = new Touched();
    private final Touched touchedAsks = new Touched();
    private int priceScale;
    private int sizeScale;
    private boolean known;
    private long lastMessage;

    /** Prices of one side that a change has touched. */
    private static final class Touched {
        private long[] prices = new long[64];
        private int count;

        void clear() {
            count = 0;
        }

        void add(long price) {
            if (count > 0 && prices[count - 1] == price) {
                return;
            }
            if (count == prices.length) {
                prices = Arrays.copyOf(prices, count * 2);
            }
            prices[count++] = price;
        }
    }

    /** Whether a snapshot has come, and no message has been lost since. */
    boolean isKnown() {
        return known;
    }

    /** A message is missing: what the book was is of no use any more. */
    void forget() {
        known = false;
        bids.clear();
        asks.clear();
    }

    /** Number of the newest message that it includes. */
    long lastMessage() {
        return lastMessage;
    }

    /** Checks all that could be wrong with taking these levels, which are in these scales; changes nothing else. */
    void prepare(Levels newBids, Levels newAsks, int newPriceScale, int newSizeScale) throws MalformedException {
        bids.requireRoom(newBids.count());
        asks.requireRoom(newAsks.count());
        int morePriceDecimals = newPriceScale - priceScale;
        int moreSizeDecimals = newSizeScale - sizeScale;
        if (morePriceDecimals > 0 || moreSizeDecimals > 0) {
            bids.requireFit(morePriceDecimals, moreSizeDecimals);
            asks.requireFit(morePriceDecimals, moreSizeDecimals);
            bids.rescale(morePriceDecimals, moreSizeDecimals);
            asks.rescale(morePriceDecimals, moreSizeDecimals);
            priceScale = newPriceScale;
            sizeScale = newSizeScale;
        }
    }

    /** Starts anew from a whole book. */
    void replace(Levels newBids, Levels newAsks, long message) {
        bids.clear();
        asks.clear();
        known = true;
        take(newBids, newAsks, message);
    }

    /** Takes changes of some levels. */
    void take(Levels newBids, Levels newAsks, long message) {
        touchedBids.clear();
        touchedAsks.clear();
        set(bids, touchedBids, newBids, message);
        set(asks, touchedAsks, newAsks, message);
        uncross();
        lastMessage = message;
    }

    private static void set(GossipSide side, Touched touched, Levels levels, long message) {
        for (int i = 0; i < levels.count(); i++) {
            side.set(levels.price(i), levels.size(i), message);
            touched.add(levels.price(i));
        }
    }

    private void uncross() {
        while (!bids.isEmpty() && !asks.isEmpty() && bids.price(bids.highest()) >= asks.price(asks.lowest())) {
            int bid = bids.highest();
            int ask = asks.lowest();
            touchedBids.add(bids.price(bid));
            touchedAsks.add(asks.price(ask));
            if (bids.message(bid) < asks.message(ask)) {
                bids.remove(bid);
            } else if (bids.message(bid) > asks.message(ask)) {
                asks.remove(ask);
            } else {
                subtract(bid, ask);
            }
        }
    }

    private void subtract(int bid, int ask) {
        long bidSize = bids.size(bid);
        long askSize = asks.size(ask);
        if (bidSize > askSize) {
            bids.reduce(bid, askSize);
        } else {
            bids.remove(bid);
        }
        if (askSize > bidSize) {
            asks.reduce(ask, bidSize);
        } else {
            asks.remove(ask);
        }
    }

    /** Appends what has become of each level that the last change touched. */
    void addChangesTo(BookDelta delta) {
        for (int i = 0; i < touchedBids.count; i++) {
            delta.addBid(touchedBids.prices[i], bids.sizeAt(touchedBids.prices[i]));
        }
        for (int i = 0; i < touchedAsks.count; i++) {
            delta.addAsk(touchedAsks.prices[i], asks.sizeAt(touchedAsks.prices[i]));
        }
    }

    /** From the best down. */
    BookSnapshot.Levels bids() {
        int count = bids.count();
        long[] prices = new long[count];
        long[] sizes = new long[count];
        for (int i = 0; i < count; i++) {
            prices[i] = bids.price(count - 1 - i);
            sizes[i] = bids.size(count - 1 - i);
        }
        return new BookSnapshot.Levels(prices, sizes);
    }

    /** From the best up. */
    BookSnapshot.Levels asks() {
        int count = asks.count();
        long[] prices = new long[count];
        long[] sizes = new long[count];
        for (int i = 0; i < count; i++) {
            prices[i] = asks.price(i);
            sizes[i] = asks.size(i);
        }
        return new BookSnapshot.Levels(prices, sizes);
    }
}
