package io.faultline.market;

/**
 * The venue's own best bid and offer: a witness against which a book is checked.
 *
 * @param updateId sequence number of the book state that it describes
 */
public record BestBidOffer(
        InstrumentId instrument,
        long receivedNanos,
        long exchangeMillis,
        long updateId,
        int priceScale,
        int sizeScale,
        long bidPrice,
        long bidSize,
        long askPrice,
        long askSize)
        implements MarketEvent.OfInstrument {}
