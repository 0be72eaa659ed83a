package io.faultline.ui.alarms;

import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.LogEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that has fired and that the user has not acknowledged.
 *
 * @param view of its symbol's alarms
 */
public record Call(AlarmsView view, LogEntry entry) {
    /**
     * All that calls, of all symbols, newest first; what is snoozed is silent here too.
     *
     * @param nowMillis by our clock, since 1970
     */
    public static List<Call> of(List<AlarmsView> views, long nowMillis) {
        List<Call> calls = new ArrayList<>();
        for (AlarmsView view : views) {
            for (LogEntry entry : view.calling()) {
                if (!snoozed(view, entry, nowMillis)) {
                    calls.add(new Call(view, entry));
                }
            }
        }
        calls.sort(Comparator.comparingLong((Call call) -> call.entry().firing().receivedMillis())
                .thenComparingLong(call -> call.entry().number())
                .reversed());
        return List.copyOf(calls);
    }

    private static boolean snoozed(AlarmsView view, LogEntry entry, long nowMillis) {
        return view.alarms().stream()
                .map(armed -> armed.alarm().head())
                .filter(head -> head.id() == entry.firing().alarm().id())
                .mapToLong(AlarmHead::snoozedUntilMillis)
                .anyMatch(until -> until > nowMillis);
    }

    public String symbol() {
        return view.symbol();
    }

    /** Style of its colour. */
    String style() {
        return "stage-" + entry.firing().signal().gravity();
    }
}
