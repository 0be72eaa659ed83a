package io.faultline.ledger;

import java.util.List;
import java.util.Set;

/**
 * What a ledger has begun and not finished, to be kept together with the clusters' names: it goes by their numbers.
 *
 * @param pending entries as far as they have been followed, receipts that are open among them
 * @param shown clusters of which a prediction was made when they were first shown
 * @param judged clusters of which one was made when their path was first judged
 * @param markMillis of the last mark
 */
public record LedgerState(List<LedgerEntry> pending, Set<Integer> shown, Set<Integer> judged, long markMillis) {
    /** Nothing was begun. */
    public static final LedgerState EMPTY = new LedgerState(List.of(), Set.of(), Set.of(), Long.MIN_VALUE);

    public LedgerState {
        pending = List.copyOf(pending);
        shown = Set.copyOf(shown);
        judged = Set.copyOf(judged);
    }

    /** How many of them are predictions, and no receipts. */
    public int predictions() {
        return (int)
                pending.stream().filter(entry -> !(entry instanceof Receipt)).count();
    }
}
