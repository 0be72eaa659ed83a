package io.faultline.ledger;

/** Something that was predicted or seen, and what came of it. Written once, when it is due; never changed. */
public sealed interface LedgerEntry permits FlowRecord, ReachRecord, Receipt, HeavierFirst, LevelSample {
    /** When it was predicted or seen, exchange time. */
    long atMillis();
}
