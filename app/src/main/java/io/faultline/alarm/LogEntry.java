package io.faultline.alarm;

/**
 * A line of the alarm log.
 *
 * @param number of the symbol's log, from 1; never used twice
 * @param after what fired, and what happened next
 * @param note what else was so at that moment, such as the path before the cluster; empty if nothing
 * @param acknowledged whether the user has seen it
 */
public record LogEntry(long number, Aftermath after, String note, boolean acknowledged) {
    static LogEntry of(long number, Firing firing, String note) {
        return new LogEntry(number, Aftermath.of(firing), note, false);
    }

    public Firing firing() {
        return after.firing();
    }

    /** Whether it is to be shown until it is acknowledged. */
    public boolean calls() {
        return !acknowledged && firing().signal().calls() && firing().freshness() != Freshness.ALREADY;
    }

    LogEntry with(Aftermath later) {
        return new LogEntry(number, later, note, acknowledged);
    }

    LogEntry seen() {
        return new LogEntry(number, after, note, true);
    }
}
