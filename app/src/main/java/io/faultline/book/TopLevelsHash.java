package io.faultline.book;

import io.faultline.market.Side;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A running hash over the best levels of a book after every change of it: for each, a line with its last sequence
 * number, then the best bids and the best asks as {@link BookListing} writes them. A single lost change shows in it.
 */
public final class TopLevelsHash implements BookObserver {
    private final int depth;
    private final long[] prices;
    private final long[] sizes;
    private final StringBuilder lines = new StringBuilder(1_024);
    private final MessageDigest digest = BookListing.newDigest();
    private long states;

    /** @param depth how many levels of each side count */
    public TopLevelsHash(int depth) {
        this.depth = depth;
        this.prices = new long[depth];
        this.sizes = new long[depth];
    }

    @Override
    public void deltaApplied(OrderBook book, long lastId) {
        states++;
        lines.append(lastId).append('\n');
        append(book, Side.BID, 0);
        append(book, Side.ASK, Long.MAX_VALUE);
        BookListing.drain(lines, digest);
    }

    private void append(OrderBook book, Side side, long limitPrice) {
        int count = book.copyLevels(side, limitPrice, depth, prices, sizes);
        for (int i = 0; i < count; i++) {
            BookListing.appendLevel(lines, book, prices[i], sizes[i]);
        }
    }

    /** How many changes it has seen. */
    public long states() {
        return states;
    }

    /** SHA-256 over the states so far, lower-case hex. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("the platform's SHA-256 can be copied", e);
        }
    }
}
