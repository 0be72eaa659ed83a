package io.faultline.market;

import org.jspecify.annotations.Nullable;

/**
 * A whole book, or its top, as the venue sent it. The arrays are handed over: nobody writes them again.
 *
 * @param lastId sequence number of the last change that it includes
 * @param priceScale decimals of the prices: price = {@code prices[i] / 10^priceScale}
 * @param sizeScale decimals of the sizes, in the unit of the wire
 * @param checksum the venue's checksum of the book, null where it sent none
 * @param connection the socket that brought it, in order with the changes on it; {@link #REQUEST} where it was asked
 *     for; empty where nobody said, and then it is the only socket
 */
public record BookSnapshot(
        InstrumentId instrument,
        long receivedNanos,
        long exchangeMillis,
        long lastId,
        int priceScale,
        int sizeScale,
        Levels bids,
        Levels asks,
        @Nullable Integer checksum,
        String connection)
        implements MarketEvent.OfInstrument {

    /** Stands for a socket's name where the snapshot answers a request: it is in no order with the changes. */
    public static final String REQUEST = "request";

    /** A snapshot of which nobody has said yet how it came. */
    public BookSnapshot(
            InstrumentId instrument,
            long receivedNanos,
            long exchangeMillis,
            long lastId,
            int priceScale,
            int sizeScale,
            Levels bids,
            Levels asks,
            @Nullable Integer checksum) {
        this(instrument, receivedNanos, exchangeMillis, lastId, priceScale, sizeScale, bids, asks, checksum, "");
    }

    /** A snapshot without a checksum. */
    public BookSnapshot(
            InstrumentId instrument,
            long receivedNanos,
            long exchangeMillis,
            long lastId,
            int priceScale,
            int sizeScale,
            Levels bids,
            Levels asks) {
        this(instrument, receivedNanos, exchangeMillis, lastId, priceScale, sizeScale, bids, asks, null);
    }

    /** The same, and how it came. */
    public BookSnapshot cameOn(String socket) {
        return new BookSnapshot(
                instrument, receivedNanos, exchangeMillis, lastId, priceScale, sizeScale, bids, asks, checksum, socket);
    }

    /** Levels of one side, in the venue's order. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Levels(long[] prices, long[] sizes) {
        public Levels {
            if (prices.length != sizes.length) {
                throw new IllegalArgumentException(prices.length + " prices, " + sizes.length + " sizes");
            }
        }

        public int count() {
            return prices.length;
        }
    }
}
