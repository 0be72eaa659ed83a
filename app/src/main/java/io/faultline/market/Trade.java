package io.faultline.market;

/**
 * A trade, or several fills of one aggressor at one price.
 *
 * @param id the venue's number, ascending for each instrument
 * @param fills how many fills it sums, at least 1
 * @param price scaled by {@code priceScale}
 * @param size scaled by {@code sizeScale}, in the unit of the wire
 */
public record Trade(
        InstrumentId instrument,
        long receivedNanos,
        long exchangeMillis,
        long id,
        int fills,
        TakerSide taker,
        int priceScale,
        int sizeScale,
        long price,
        long size)
        implements MarketEvent.OfInstrument {}
