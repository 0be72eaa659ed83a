package io.faultline.alarm;

import java.util.List;

/** Keeps nothing, as in a replay: what has fired is shown at once, and what nobody watched nobody knows. */
public final class MemoryHost implements AlarmHost {
    private final AlarmInbox inbox;

    /** @param inbox of the watch that it serves */
    public MemoryHost(AlarmInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void keep(AlarmUpdate update) {
        inbox.send(new AlarmCommand.Kept(update.number(), true, ""));
    }

    @Override
    public void wantBars(MissedSpan missed) {
        inbox.send(new AlarmCommand.Missed(List.of()));
    }
}
