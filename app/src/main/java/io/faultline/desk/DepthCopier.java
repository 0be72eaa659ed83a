package io.faultline.desk;

import io.faultline.book.OrderBook;
import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.util.Arrays;

/** Copies the part of a book that panels show into a {@link BookDepth}. */
final class DepthCopier {
    private static final int MOST_LEVELS = 10_000;

    /** Share of the best price up to which levels are copied. */
    private static final double REACH = 0.10;

    private final long[] prices = new long[MOST_LEVELS];
    private final long[] sizes = new long[MOST_LEVELS];

    BookDepth copy(OrderBook book, double contractSize) {
        if (book.isEmpty(Side.BID) && book.isEmpty(Side.ASK)) {
            return BookDepth.EMPTY;
        }
        int bids = 0;
        long bidFloor = 0;
        long[] bidPrices = new long[0];
        long[] bidSizes = bidPrices;
        if (!book.isEmpty(Side.BID)) {
            long limit = (long) (book.bestPrice(Side.BID) * (1 - REACH));
            bids = book.copyLevels(Side.BID, limit, MOST_LEVELS, prices, sizes);
            bidPrices = Arrays.copyOf(prices, bids);
            bidSizes = Arrays.copyOf(sizes, bids);
            long copied = bids == MOST_LEVELS ? prices[bids - 1] : limit;
            bidFloor = Math.max(book.knownBidFloor(), copied);
        }
        int asks = 0;
        long askCeiling = 0;
        long[] askPrices = new long[0];
        long[] askSizes = askPrices;
        if (!book.isEmpty(Side.ASK)) {
            long limit = (long) (book.bestPrice(Side.ASK) * (1 + REACH));
            asks = book.copyLevels(Side.ASK, limit, MOST_LEVELS, prices, sizes);
            askPrices = Arrays.copyOf(prices, asks);
            askSizes = Arrays.copyOf(sizes, asks);
            long copied = asks == MOST_LEVELS ? prices[asks - 1] : limit;
            askCeiling = Math.min(book.knownAskCeiling(), copied);
        }
        return new BookDepth(
                book.priceScale(),
                book.sizeScale(),
                contractSize,
                bidPrices,
                bidSizes,
                askPrices,
                askSizes,
                bidFloor,
                askCeiling);
    }

    /** Puts every level into the bins, and says up to where there can be no other. */
    static void fill(OrderBook book, double contractSize, DepthBins bins) {
        if (book.isEmpty(Side.BID) || book.isEmpty(Side.ASK)) {
            return;
        }
        int priceScale = book.priceScale();
        double unit = contractSize / Decimals.power(book.sizeScale());
        long floor = scaled(bins.floor(), priceScale);
        long ceiling = scaled(bins.ceiling(), priceScale);
        bins.seen(
                book.instrument().venue(),
                Decimals.toDouble(Math.max(book.knownBidFloor(), floor), priceScale),
                Decimals.toDouble(Math.min(book.knownAskCeiling(), ceiling), priceScale));
        book.forEach(Side.BID, floor, (price, size) -> addTo(bins, Decimals.toDouble(price, priceScale), size * unit));
        book.forEach(
                Side.ASK, ceiling, (price, size) -> addTo(bins, Decimals.toDouble(price, priceScale), size * unit));
    }

    private static void addTo(DepthBins bins, double price, double size) {
        bins.add(price, price * size);
    }

    private static long scaled(double price, int scale) {
        return Math.max(1, (long) (price * Decimals.power(scale)));
    }
}
