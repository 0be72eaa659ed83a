package io.faultline.book;

import io.faultline.market.Side;

/**
 * The levels of one side by price, with the best at hand.
 *
 * <p>{@code edge} is how far the side is known. A venue's snapshot holds its nearest levels only, and of a further one
 * it says nothing before it changes. So the edge is the snapshot's outermost level, and moves outwards only over prices
 * that were seen without a hole: by a tick when a change names the next one, on over the levels that follow, and with
 * the best when that has gone past it. A venue that shows a window of so many levels names each that enters or leaves
 * it: there the outermost level held is the edge, and moves with the price.
 */
final class BookSide {
    private final boolean bid;
    private final boolean windowed;
    private LevelTrie levels;
    private TickGrid grid = TickGrid.NONE;
    private long best = LevelTrie.NONE;
    private long bestSize;
    private long snapshotEdge = LevelTrie.NONE;
    private long edge = LevelTrie.NONE;

    BookSide(Side side, SyncRule rule) {
        bid = side == Side.BID;
        windowed = rule.windowed();
        levels = new LevelTrie(bid);
    }

    void clear() {
        levels.clear();
        grid = TickGrid.NONE;
        best = LevelTrie.NONE;
        bestSize = 0;
        snapshotEdge = LevelTrie.NONE;
        edge = LevelTrie.NONE;
    }

    boolean isEmpty() {
        return best == LevelTrie.NONE;
    }

    int count() {
        return levels.count();
    }

    long bestPrice() {
        return grid.price(best);
    }

    long bestSize() {
        return bestSize;
    }

    long sizeAt(long price) {
        long key = price <= 0 ? TickGrid.OFF_GRID : grid.key(price);
        return key == TickGrid.OFF_GRID ? 0 : levels.get(key);
    }

    boolean isKnown() {
        return edge != LevelTrie.NONE && !(windowed && isEmpty());
    }

    long edgePrice() {
        return grid.price(windowed ? levels.last() : edge);
    }

    /**
     * Makes the grid fit for a positive price; the levels stay what they are.
     *
     * @throws UnusableLevelsException if the levels would then need more memory than they may; nothing has changed
     */
    void prepare(long price) throws UnusableLevelsException {
        if (grid.key(price) == TickGrid.OFF_GRID) {
            refine(grid.including(price));
        }
    }

    boolean hasRoomFor(int changes) {
        return levels.hasRoomFor(changes);
    }

    /**
     * Sets the size at a positive price that was prepared for; 0 removes the level, whose price need not be prepared.
     *
     * @return whether the best price or its size changed
     */
    boolean set(long price, long size) {
        long key = grid.key(price);
        if (key == TickGrid.OFF_GRID) {
            return false; // there is no such level to remove
        }
        levels.set(key, size);
        boolean moved = size == 0 ? removed(key) : present(key, size);
        if (edge != LevelTrie.NONE && key == outwards(edge)) {
            extendEdge(key);
        }
        return moved;
    }

    private boolean present(long key, long size) {
        boolean behind = best != LevelTrie.NONE && isBetter(best, key);
        if (behind || (key == best && size == bestSize)) {
            return false;
        }
        best = key;
        bestSize = size;
        return true;
    }

    private boolean removed(long key) {
        if (key != best) {
            return false;
        }
        best = levels.seek(key);
        bestSize = best == LevelTrie.NONE ? 0 : levels.get(best);
        followBest();
        return true;
    }

    /** Declares the levels so far a snapshot: known as far as they reach. */
    void markSnapshot() {
        snapshotEdge = levels.last();
        edge = snapshotEdge;
    }

    private void extendEdge(long to) {
        edge = to;
        while (levels.get(outwards(edge)) != 0) {
            edge = outwards(edge);
        }
    }

    private void followBest() {
        if (edge != LevelTrie.NONE && best != LevelTrie.NONE && isBetter(edge, best)) {
            extendEdge(best);
        }
    }

    private void refine(TickGrid finer) throws UnusableLevelsException {
        if (levels.count() > 0) {
            levels = moved(finer);
            best = levels.first();
        }
        if (edge != LevelTrie.NONE) {
            snapshotEdge *= grid.step() / finer.step();
            edge = snapshotEdge; // what seemed to be the next tick was not
        }
        grid = finer;
        followBest();
    }

    private LevelTrie moved(TickGrid finer) throws UnusableLevelsException {
        LevelTrie moved = new LevelTrie(bid);
        for (long key = levels.first(); key != LevelTrie.NONE; key = levels.after(key)) {
            if (!moved.hasRoomFor(1)) {
                throw new UnusableLevelsException("prices too scattered: " + levels.count() + " levels of one side");
            }
            moved.set(finer.key(grid.price(key)), levels.get(key));
        }
        return moved;
    }

    /** The same levels with more decimals; the caller has made sure that they fit. */
    void widen(long priceFactor, long sizeFactor) {
        grid = grid.scaled(priceFactor);
        levels.multiplySizes(sizeFactor);
        bestSize *= sizeFactor;
    }

    /** The largest price that the side has to do with. */
    long largestPrice() {
        long level = isEmpty() ? 0 : grid.price(bid ? best : levels.last());
        return Math.max(grid.step(), Math.max(level, isKnown() ? edgePrice() : 0));
    }

    long largestSize() {
        return levels.largestSize();
    }

    /**
     * Copies levels best first, from {@code fromPrice} outwards to {@code limitPrice}, both inclusive.
     *
     * @return how many, at most {@code max}
     */
    int copy(long fromPrice, long limitPrice, int max, long[] prices, long[] sizes) {
        if (isEmpty()) {
            return 0;
        }
        long from = bid ? grid.keyAtOrBelow(fromPrice) : grid.keyAtOrAbove(fromPrice);
        long limit = bid ? grid.keyAtOrAbove(limitPrice) : grid.keyAtOrBelow(limitPrice);
        int copied = levels.copy(from, limit, max, prices, sizes);
        for (int i = 0; i < copied; i++) {
            prices[i] = grid.price(prices[i]);
        }
        return copied;
    }

    private boolean isBetter(long key, long than) {
        return bid ? key > than : key < than;
    }

    private long outwards(long key) {
        return bid ? key - 1 : key + 1;
    }
}
