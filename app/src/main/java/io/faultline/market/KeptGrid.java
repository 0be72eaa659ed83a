package io.faultline.market;

/**
 * The state of the liquidation grid of one contract, to go on from. No venue says it: this program does, in the order of
 * what venues say, so that a journal holds the past that a desk knew.
 *
 * @param restored whether it is of an earlier session, and so as old as that
 * @param state as {@code io.faultline.liquidation.KeptCodec} writes it, in base 64
 */
public record KeptGrid(InstrumentId instrument, long receivedNanos, boolean restored, String state)
        implements MarketEvent.OfInstrument {}
