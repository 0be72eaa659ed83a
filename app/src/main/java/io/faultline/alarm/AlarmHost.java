package io.faultline.alarm;

/**
 * What a watch needs done outside. Called on the watch's thread; nothing here may block. Answers come back through the
 * watch's {@link AlarmInbox}.
 */
public interface AlarmHost {
    /**
     * Has it kept, all of it together, and answers with {@link AlarmCommand.Kept}. There is one at a time under way. What
     * has fired is shown when the answer is there, so it must come soon even if the disk fails.
     */
    void keep(AlarmUpdate update);

    /**
     * Finds bars of that time, as short as there are and oldest first, and answers with {@link AlarmCommand.Missed}. The
     * watch waits a few seconds, then goes on without.
     */
    void wantBars(MissedSpan missed);

    /** A line of the log is shown from now on: for files, notifications and pictures. */
    default void fired(LogEntry entry) {}

    /** The hour after the firing is over, and known as far as marks came. */
    default void followed(LogEntry entry) {}

    /** What else is worth noting with this firing, such as the path before the cluster, in words; empty if nothing. */
    default String note(Firing firing) {
        return "";
    }
}
