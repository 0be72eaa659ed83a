package io.faultline.market;

/**
 * The clusters of a symbol go on with the names that they had in an earlier session. No venue says it: this program does, in
 * the order of what venues say, so that a journal holds what its clusters were called.
 *
 * @param instrument any contract of the symbol
 * @param state as {@code io.faultline.alarm.text.TrackerText} writes it
 */
public record ClusterNames(InstrumentId instrument, long receivedNanos, String state)
        implements MarketEvent.OfInstrument {}
