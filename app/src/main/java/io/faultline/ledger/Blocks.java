package io.faultline.ledger;

import java.util.List;

/** How many entries make a block of the bootstrap. */
final class Blocks {
    private static final double DAY_MILLIS = 86_400_000;

    private Blocks() {}

    /**
     * How many there are in a day, at least 1.
     *
     * @param entries one market after the other, in order of time within each; at least one
     */
    static int ofADay(List<? extends LedgerEntry> entries) {
        long covered = 0;
        for (int i = 1; i < entries.size(); i++) {
            // Where time goes back another market begins.
            covered +=
                    Math.max(0, entries.get(i).atMillis() - entries.get(i - 1).atMillis());
        }
        double days = Math.max(1, covered / DAY_MILLIS);
        return (int) Math.max(1, Math.round(entries.size() / days));
    }
}
