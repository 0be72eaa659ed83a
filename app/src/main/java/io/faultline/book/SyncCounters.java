package io.faultline.book;

/**
 * What a synchroniser has seen and done so far.
 *
 * @param snapshots received, used or not
 * @param deltas received
 * @param applied deltas that the book took
 * @param stale deltas dropped because a snapshot already held them, or because the snapshot that comes next will
 * @param duplicates deltas dropped because the book already held them
 * @param gaps times that the chain of deltas broke
 * @param resyncs times that a book in step had to start again, for whatever reason
 * @param crossed times that it had to because its best bid stayed at or above its best ask
 * @param bufferOverflows deltas dropped because too many came while waiting for a snapshot
 */
public record SyncCounters(
        long snapshots,
        long deltas,
        long applied,
        long stale,
        long duplicates,
        long gaps,
        long resyncs,
        long crossed,
        long bufferOverflows) {}
