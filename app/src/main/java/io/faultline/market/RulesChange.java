package io.faultline.market;

/**
 * A symbol's clusters and signals are read by other rules from now on. No venue says it: this program does, in the order
 * of what venues say, so that a journal holds what its user chose.
 *
 * @param instrument any contract of the symbol
 * @param state the rules, as {@code io.faultline.desk} writes them
 */
public record RulesChange(InstrumentId instrument, long receivedNanos, String state)
        implements MarketEvent.OfInstrument {}
