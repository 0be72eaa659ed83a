package io.faultline.market;

/**
 * The migration of a cluster is measured from where it is now on. No venue says it: this program does, in the order of
 * what venues say, so that a journal holds what its user chose.
 *
 * @param instrument any contract of the symbol
 * @param clusterId the number by which this program knows the cluster; one that is not there any more changes nothing
 */
public record ClusterMark(InstrumentId instrument, long receivedNanos, int clusterId)
        implements MarketEvent.OfInstrument {}
