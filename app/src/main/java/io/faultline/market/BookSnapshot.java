package io.faultline.market;

/**
 * A whole book, or its top, as the venue sent it. The arrays are handed over: nobody writes them again.
 *
 * @param lastId sequence number of the last change that it includes
 * @param priceScale decimals of the prices: price = {@code prices[i] / 10^priceScale}
 * @param sizeScale decimals of the sizes, in the unit of the wire
 */
public record BookSnapshot(
        InstrumentId instrument,
        long receivedNanos,
        long exchangeMillis,
        long lastId,
        int priceScale,
        int sizeScale,
        Levels bids,
        Levels asks)
        implements MarketEvent.OfInstrument {

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
