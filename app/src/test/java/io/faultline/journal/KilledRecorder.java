package io.faultline.journal;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A program that records until it is killed. It prints how many frames the journal claims to have kept. */
final class KilledRecorder {
    /** Most of a minute's work: it must not end before it is killed, nor go on for ever where nobody does. */
    private static final int MOST = 100_000_000;

    private KilledRecorder() {}

    public static void main(String[] args) throws JournalException {
        try (JournalWriter writer = JournalWriter.open(Path.of(args[0]), Long.MAX_VALUE)) {
            long printed = 0;
            for (int i = 0; i < MOST; i++) {
                while (!writer.offer(SampleFrames.numbered(i))) {
                    LockSupport.parkNanos(1_000_000);
                }
                long kept = writer.status().frames();
                if (kept > printed) {
                    printed = kept;
                    System.out.println(kept);
                }
            }
        }
    }
}
