package io.faultline.book;

/** Counts what {@link SyncCounters} shows; the books of one venue that replace each other count in one. */
final class SyncTally {
    long snapshots;
    long deltas;
    long applied;
    long stale;
    long duplicates;
    long gaps;
    long resyncs;
    long crossed;
    long bufferOverflows;

    SyncCounters counters() {
        return new SyncCounters(snapshots, deltas, applied, stale, duplicates, gaps, resyncs, crossed, bufferOverflows);
    }
}
