package io.faultline.market;

/**
 * The model of a symbol's liquidations goes on under other parameters. No venue says it: this program does, in the order of
 * what venues say, so that a journal holds what its user chose.
 *
 * @param instrument any contract of the symbol
 * @param state the parameters, and the grids' states under them, as {@code io.faultline.desk} writes them
 */
public record ModelChange(InstrumentId instrument, long receivedNanos, String state)
        implements MarketEvent.OfInstrument {}
