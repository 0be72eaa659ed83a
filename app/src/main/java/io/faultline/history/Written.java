package io.faultline.history;

/**
 * What became of changes that were to be written together.
 *
 * @param revision of the records now; 0 unless they are on disk
 * @param problem in words; empty if they are on disk
 */
public record Written(Outcome outcome, long revision, String problem) {
    /** What became of them. */
    public enum Outcome {
        /** Written, and flushed to the device. */
        ON_DISK,
        /** Not written yet: they wait in memory, are listed as if written, and are tried again until the end. */
        HELD,
        /** Another program has changed one of them: none was written. Read it, and change that. */
        CONFLICT,
        /** Not taken at all. */
        REFUSED
    }

    static Written onDisk(long revision) {
        return new Written(Outcome.ON_DISK, revision, "");
    }

    public boolean onDisk() {
        return outcome == Outcome.ON_DISK;
    }
}
