package io.faultline.ledger;

import java.util.List;

/** How many entries make a block of the bootstrap. */
final class Blocks {
    private static final double DAY_MILLIS = 86_400_000;

    private Blocks() {}

    /**
     * How many there are in a day, at least 1.
     *
     * @param entries in order of time, at least one
     */
    static int ofADay(List<? extends LedgerEntry> entries) {
        long first = entries.get(0).atMillis();
        long last = entries.get(entries.size() - 1).atMillis();
        double days = Math.max(1, (last - first) / DAY_MILLIS);
        return (int) Math.max(1, Math.round(entries.size() / days));
    }
}
