package io.faultline.book;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Decimals;
import io.faultline.market.InstrumentId;
import io.faultline.market.Side;

/**
 * The exact resting orders of one instrument of one venue: absolute size by price. Prices and sizes are scaled {@code
 * long}s; a change with more decimals widens the book, exactly. A change costs the same with a hundred levels and with
 * tens of thousands, near the best and far from it, and allocates nothing unless the book spreads.
 *
 * <p>Anyone may read, on the thread that owns the book; only its {@link BookSynchronizer} writes.
 */
public final class OrderBook {
    private final InstrumentId instrument;
    private final BookSide bids;
    private final BookSide asks;
    private int priceScale;
    private int sizeScale;

    public OrderBook(InstrumentId instrument) {
        this.instrument = instrument;
        SyncRule rule = SyncRule.of(instrument.venue());
        bids = new BookSide(Side.BID, rule);
        asks = new BookSide(Side.ASK, rule);
    }

    public InstrumentId instrument() {
        return instrument;
    }

    /** Decimals of the prices: price = scaled / 10^priceScale. It grows when a change has more. */
    public int priceScale() {
        return priceScale;
    }

    /** Decimals of the sizes, in the unit of the wire. It grows when a change has more. */
    public int sizeScale() {
        return sizeScale;
    }

    public boolean isEmpty(Side side) {
        return of(side).isEmpty();
    }

    /** How many levels the side has. */
    public int levels(Side side) {
        return of(side).count();
    }

    /**
     * Scaled price of the best level.
     *
     * @throws IllegalStateException if the side is empty
     */
    public long bestPrice(Side side) {
        requireLevels(side);
        return of(side).bestPrice();
    }

    /**
     * Scaled size of the best level.
     *
     * @throws IllegalStateException if the side is empty
     */
    public long bestSize(Side side) {
        requireLevels(side);
        return of(side).bestSize();
    }

    /** Scaled size at a scaled price, 0 if there is no level. */
    public long sizeAt(Side side, long price) {
        return of(side).sizeAt(price);
    }

    /** Whether the best bid is at or above the best ask, which no market in order shows. */
    public boolean crossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.bestPrice() >= asks.bestPrice();
    }

    /**
     * Lowest scaled price down to which every bid is known, {@link Long#MAX_VALUE} where none is. Further out a level
     * that is in the book is right, and where there is none there may be one.
     */
    public long knownBidFloor() {
        return bids.isKnown() ? bids.edgePrice() : Long.MAX_VALUE;
    }

    /** Highest scaled price up to which every ask is known, 0 where none is; see {@link #knownBidFloor}. */
    public long knownAskCeiling() {
        return asks.isKnown() ? asks.edgePrice() : 0;
    }

    /**
     * Copies levels best first, as far as {@code limitPrice} (inclusive: bids at or above it, asks at or below it), at
     * most {@code max}; allocates nothing.
     *
     * @return how many were copied, to the arrays' beginnings
     */
    public int copyLevels(Side side, long limitPrice, int max, long[] prices, long[] sizes) {
        return of(side).isEmpty() ? 0 : of(side).copy(of(side).bestPrice(), limitPrice, max, prices, sizes);
    }

    /** Shows levels best first, as far as {@code limitPrice} (inclusive). The visitor must not change the book. */
    public void forEach(Side side, long limitPrice, LevelVisitor visitor) {
        BookSide levels = of(side);
        if (levels.isEmpty()) {
            return;
        }
        long[] prices = new long[256];
        long[] sizes = new long[prices.length];
        long from = levels.bestPrice();
        int copied;
        do {
            copied = levels.copy(from, limitPrice, prices.length, prices, sizes);
            for (int i = 0; i < copied; i++) {
                visitor.level(prices[i], sizes[i]);
            }
            if (copied > 0) {
                from = prices[copied - 1] + (side == Side.BID ? -1 : 1);
            }
        } while (copied == prices.length);
    }

    /** Shows every level of the side, best first. */
    public void forEach(Side side, LevelVisitor visitor) {
        forEach(side, side == Side.BID ? 0 : Long.MAX_VALUE, visitor);
    }

    /**
     * Applies a change.
     *
     * @return whether the best price or size of a side changed
     * @throws UnusableLevelsException if a level is no level, or does not fit; the book then stands as it was
     */
    boolean apply(BookDelta delta) throws UnusableLevelsException {
        widen(Math.max(priceScale, delta.priceScale()), Math.max(sizeScale, delta.sizeScale()));
        long priceFactor = Decimals.power(priceScale - delta.priceScale());
        long sizeFactor = Decimals.power(sizeScale - delta.sizeScale());
        int bidCount = delta.bidCount();
        int count = delta.count();
        check(delta, priceFactor, sizeFactor);
        boolean moved = false;
        for (int i = 0; i < bidCount; i++) {
            moved |= bids.set(delta.price(i) * priceFactor, delta.size(i) * sizeFactor);
        }
        for (int i = bidCount; i < count; i++) {
            moved |= asks.set(delta.price(i) * priceFactor, delta.size(i) * sizeFactor);
        }
        return moved;
    }

    private void check(BookDelta delta, long priceFactor, long sizeFactor) throws UnusableLevelsException {
        long maxPrice = Long.MAX_VALUE / priceFactor;
        long maxSize = Long.MAX_VALUE / sizeFactor;
        int bidCount = delta.bidCount();
        int count = delta.count();
        for (int i = 0; i < count; i++) {
            long price = delta.price(i);
            long size = delta.size(i);
            if (price <= 0 || price > maxPrice || size < 0 || size > maxSize) {
                throw unusable(price, delta.priceScale(), size, delta.sizeScale());
            }
            if (size != 0) {
                (i < bidCount ? bids : asks).prepare(price * priceFactor);
            }
        }
        if (!bids.hasRoomFor(bidCount) || !asks.hasRoomFor(count - bidCount)) {
            throw new UnusableLevelsException("too many levels: " + bids.count() + " bids, " + asks.count() + " asks");
        }
    }

    /**
     * Replaces all levels by a snapshot's, in its scales.
     *
     * @throws UnusableLevelsException if a level is no level, or there are too many; the book is then empty
     */
    void replace(BookSnapshot snapshot) throws UnusableLevelsException {
        clear();
        priceScale = snapshot.priceScale();
        sizeScale = snapshot.sizeScale();
        try {
            load(bids, snapshot, snapshot.bids());
            load(asks, snapshot, snapshot.asks());
        } catch (UnusableLevelsException e) {
            clear();
            throw e;
        }
    }

    private static void load(BookSide side, BookSnapshot snapshot, BookSnapshot.Levels levels)
            throws UnusableLevelsException {
        for (int i = 0; i < levels.count(); i++) {
            long price = levels.prices()[i];
            long size = levels.sizes()[i];
            if (price <= 0 || size < 0) {
                throw unusable(price, snapshot.priceScale(), size, snapshot.sizeScale());
            }
            if (size != 0) {
                side.prepare(price);
            }
        }
        for (int i = 0; i < levels.count(); i++) {
            if (!side.hasRoomFor(1)) {
                throw new UnusableLevelsException("a snapshot of " + levels.count() + " levels is too large");
            }
            side.set(levels.prices()[i], levels.sizes()[i]);
        }
        side.markSnapshot();
    }

    void clear() {
        bids.clear();
        asks.clear();
    }

    private void widen(int toPriceScale, int toSizeScale) throws UnusableLevelsException {
        if (toPriceScale == priceScale && toSizeScale == sizeScale) {
            return;
        }
        long priceFactor = Decimals.power(toPriceScale - priceScale);
        long sizeFactor = Decimals.power(toSizeScale - sizeScale);
        long price = Math.max(bids.largestPrice(), asks.largestPrice());
        long size = Math.max(bids.largestSize(), asks.largestSize());
        if (price > Long.MAX_VALUE / priceFactor || size > Long.MAX_VALUE / sizeFactor) {
            throw new UnusableLevelsException("a change with " + toPriceScale + " decimals in prices and " + toSizeScale
                    + " in sizes leaves no room for the book's own levels");
        }
        priceScale = toPriceScale;
        sizeScale = toSizeScale;
        bids.widen(priceFactor, sizeFactor);
        asks.widen(priceFactor, sizeFactor);
    }

    private static UnusableLevelsException unusable(long price, int priceScale, long size, int sizeScale) {
        return new UnusableLevelsException("no level that a book can hold: price "
                + Decimals.canonical(price, priceScale) + ", size " + Decimals.canonical(size, sizeScale));
    }

    private BookSide of(Side side) {
        return side == Side.BID ? bids : asks;
    }

    private void requireLevels(Side side) {
        if (isEmpty(side)) {
            throw new IllegalStateException("no " + side + " in the book of " + instrument);
        }
    }
}
