package io.faultline.book;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Decimals;
import io.faultline.market.InstrumentId;
import io.faultline.market.Side;
import io.faultline.market.Venue;

/** Books and what they are made of, for tests: prices in tenths, sizes in thousandths. */
final class Books {
    static final InstrumentId BTCUSDT = new InstrumentId(Venue.BINANCE, "BTCUSDT");

    private Books() {}

    static BookSnapshot.Levels levels(long... pricesAndSizes) {
        long[] prices = new long[pricesAndSizes.length / 2];
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = pricesAndSizes[2 * i];
            sizes[i] = pricesAndSizes[2 * i + 1];
        }
        return new BookSnapshot.Levels(prices, sizes);
    }

    static BookSnapshot snapshot(long lastId, BookSnapshot.Levels bids, BookSnapshot.Levels asks) {
        return new BookSnapshot(BTCUSDT, 0, 0, lastId, 1, 3, bids, asks);
    }

    /** A delta that changes nothing but the chain. */
    static BookDelta delta(BookDelta delta, long receivedNanos, long firstId, long lastId, long previousId) {
        delta.begin(BTCUSDT, receivedNanos, 0, firstId, lastId, previousId, 1, 3);
        return delta;
    }

    static String best(OrderBook book, Side side) {
        return book.isEmpty(side)
                ? "none "
                : Decimals.canonical(book.bestPrice(side), book.priceScale()) + " x "
                        + Decimals.canonical(book.bestSize(side), book.sizeScale()) + " ";
    }

    static String listing(OrderBook book) {
        StringBuilder out = new StringBuilder();
        for (Side side : Side.values()) {
            book.forEach(
                    side,
                    (price, size) -> out.append(Decimals.canonical(price, book.priceScale()))
                            .append(' ')
                            .append(Decimals.canonical(size, book.sizeScale()))
                            .append('\n'));
        }
        return out.toString();
    }
}
