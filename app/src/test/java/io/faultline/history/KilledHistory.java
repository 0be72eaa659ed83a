package io.faultline.history;

import java.nio.file.Path;

/** A program that keeps history until it is killed. It prints how many bars the store says it has written. */
final class KilledHistory {
    private static final int MOST = 5_000_000;

    private KilledHistory() {}

    public static void main(String[] args) {
        try (HistoryStore store = new HistoryStore(Path.of(args[0]), Retention.standard(), () -> Rows.T0 * 1_000_000)) {
            for (int i = 0; i < MOST; i += 20) {
                if (store.offer(Rows.minutes(Source.LIVE, i, 20)).join()) {
                    System.out.println(i + 20);
                }
            }
        }
    }
}
