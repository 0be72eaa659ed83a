package io.faultline.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where commands for a symbol's watch are left, by any thread; the watch takes them on its own. Thread-safe. */
public final class AlarmInbox {
    private final Queue<AlarmCommand> waiting = new ConcurrentLinkedQueue<>();

    public void send(AlarmCommand command) {
        waiting.add(command);
    }

    /**
     * Whether a command that waits will silence an alarm: then it is silent from the moment the user said so, not from
     * that when the watch hears of it.
     */
    public boolean silences(long id) {
        for (AlarmCommand command : waiting) {
            boolean off = command instanceof AlarmCommand.Switch change
                    && !change.on()
                    && change.ids().contains(id);
            boolean snoozed = command instanceof AlarmCommand.Snooze change
                    && change.untilMillis() > 0
                    && change.ids().contains(id);
            boolean removed = command instanceof AlarmCommand.Remove change
                    && change.ids().contains(id);
            if (off || snoozed || removed) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    List<AlarmCommand> drain() {
        List<AlarmCommand> taken = new ArrayList<>();
        for (AlarmCommand command = waiting.poll(); command != null; command = waiting.poll()) {
            taken.add(command);
        }
        return taken;
    }
}
