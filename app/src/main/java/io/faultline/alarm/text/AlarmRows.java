package io.faultline.alarm.text;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmUpdate;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.WatchState;
import java.util.ArrayList;
import java.util.List;

/**
 * Alarms as records of a store: one for each alarm and each line of the log, and for each symbol one of what else its watch
 * remembers and one of its clusters. The rows of an update must be written in one transaction.
 */
public final class AlarmRows {
    static final String ALARM = "alarm";
    static final String LOG = "alarm-log";
    static final String WATCH = "alarm-watch";
    static final String TRACKER = "tracker";

    /** All kinds of record that belong to alarms; each is to be listed for {@link KeptAlarms#read}. */
    public static final List<String> KINDS = List.of(ALARM, LOG, WATCH, TRACKER);

    private AlarmRows() {}

    /** What is to be written, in one transaction. On any thread. */
    public static List<AlarmRow> of(AlarmUpdate update) {
        WatchState state = update.state();
        List<AlarmRow> rows = new ArrayList<>();
        for (long id : update.removed()) {
            rows.add(new AlarmRow(ALARM, Long.toString(id), null));
        }
        for (Alarm alarm : update.alarms()) {
            rows.add(new AlarmRow(ALARM, Long.toString(alarm.id()), AlarmText.write(alarm)));
        }
        for (long number : update.forgotten()) {
            rows.add(new AlarmRow(LOG, logId(state.symbol(), number), null));
        }
        for (LogEntry entry : update.entries()) {
            rows.add(new AlarmRow(LOG, logId(state.symbol(), entry.number()), LogText.write(entry)));
        }
        rows.add(new AlarmRow(WATCH, state.symbol(), WatchText.write(state)));
        if (update.tracker()) {
            rows.add(new AlarmRow(TRACKER, state.symbol(), TrackerText.write(state.tracker())));
        }
        return rows;
    }

    static String logId(String symbol, long number) {
        return symbol + "-" + number;
    }
}
