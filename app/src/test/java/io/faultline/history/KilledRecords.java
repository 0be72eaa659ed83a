package io.faultline.history;

import java.nio.file.Path;
import java.util.List;

/** A program that keeps pairs of records until it is killed. It prints how many the store says are on disk. */
final class KilledRecords {
    private static final int MOST = 1_000_000;

    private KilledRecords() {}

    public static void main(String[] args) {
        try (RecordStore store = new RecordStore(Path.of(args[0]), () -> 0)) {
            for (int i = 1; i <= MOST; i++) {
                String text = i + " ".repeat(i % 700);
                List<RecordChange> pair = List.of(
                        RecordChange.put("pair", "left", text),
                        RecordChange.put("pair", "right", text),
                        RecordChange.put("log", String.format("%07d", i), text));
                if (store.write(pair).join().onDisk()) {
                    System.out.println(i);
                }
            }
        }
    }
}
