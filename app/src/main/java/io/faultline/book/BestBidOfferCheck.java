package io.faultline.book;

import io.faultline.market.BestBidOffer;
import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.util.ArrayDeque;

/**
 * Holds a book against the venue's own best bid and offer: where one of these carries the sequence number that a change
 * ends with, price and size of both sides must agree. Most come before their change, and wait for it here; one whose
 * number falls between two changes says nothing of the book and is dropped.
 */
public final class BestBidOfferCheck implements BookObserver {
    /** Enough for some seconds of the busiest symbol; beyond it the oldest goes unchecked. */
    static final int WAITING_LIMIT = 8_192;

    private final ArrayDeque<BestBidOffer> waiting = new ArrayDeque<>();
    private final Best bid = new Best();
    private final Best ask = new Best();
    private long lastId = Long.MIN_VALUE;
    private long passed;
    private long failed;

    /** Takes the venue's word; on the book's thread, in order of receipt. */
    public void onBestBidOffer(BestBidOffer witness) {
        if (witness.updateId() == lastId) {
            compare(witness);
        } else if (witness.updateId() > lastId) {
            if (waiting.size() == WAITING_LIMIT) {
                waiting.removeFirst();
            }
            waiting.addLast(witness);
        }
    }

    @Override
    public void deltaApplied(OrderBook book, long lastId) {
        this.lastId = lastId;
        bid.take(book, Side.BID);
        ask.take(book, Side.ASK);
        while (!waiting.isEmpty() && waiting.getFirst().updateId() <= lastId) {
            BestBidOffer witness = waiting.removeFirst();
            if (witness.updateId() == lastId) {
                compare(witness);
            }
        }
    }

    /** How many agreed with the book. */
    public long passed() {
        return passed;
    }

    /** How many did not. */
    public long failed() {
        return failed;
    }

    private void compare(BestBidOffer witness) {
        if (bid.equals(witness.bidPrice(), witness.priceScale(), witness.bidSize(), witness.sizeScale())
                && ask.equals(witness.askPrice(), witness.priceScale(), witness.askSize(), witness.sizeScale())) {
            passed++;
        } else {
            failed++;
        }
    }

    /** The best of one side as the last change left it; size 0 where the side is empty. */
    private static final class Best {
        private long price;
        private int priceScale;
        private long size;
        private int sizeScale;

        void take(OrderBook book, Side side) {
            boolean empty = book.isEmpty(side);
            price = empty ? 0 : book.bestPrice(side);
            size = empty ? 0 : book.bestSize(side);
            priceScale = book.priceScale();
            sizeScale = book.sizeScale();
        }

        boolean equals(long otherPrice, int otherPriceScale, long otherSize, int otherSizeScale) {
            return sameValue(size, sizeScale, otherSize, otherSizeScale)
                    && (size == 0 || sameValue(price, priceScale, otherPrice, otherPriceScale));
        }

        private static boolean sameValue(long a, int scaleOfA, long b, int scaleOfB) {
            if (scaleOfA < scaleOfB) {
                return sameValue(b, scaleOfB, a, scaleOfA);
            }
            long factor = Decimals.power(scaleOfA - scaleOfB);
            return a % factor == 0 && a / factor == b;
        }
    }
}
