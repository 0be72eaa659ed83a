package io.faultline.market;

import java.math.BigDecimal;

/**
 * The venue's rolling 24 h figures.
 *
 * @param volumeQuote traded, in quote
 * @param openPrice price 24 h ago
 */
public record Stats24h(
        InstrumentId instrument,
        long receivedNanos,
        long exchangeMillis,
        BigDecimal volumeQuote,
        BigDecimal openPrice,
        BigDecimal lastPrice)
        implements MarketEvent.OfInstrument {}
