package io.faultline.market;

import java.math.BigDecimal;

/**
 * The rate that the coming settlement will charge, as estimated now: what the panel calls "predicted".
 *
 * @param predictedRate fraction of notional a settlement, positive when longs pay; 0.0001 is 0.01 %
 * @param nextSettlementMillis milliseconds since 1970
 */
public record Funding(
        InstrumentId instrument,
        long receivedNanos,
        long exchangeMillis,
        BigDecimal predictedRate,
        long nextSettlementMillis)
        implements MarketEvent.OfInstrument {}
