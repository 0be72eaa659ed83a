package io.faultline.alarm;

import java.util.List;
import java.util.Set;

/**
 * What has changed and is to be kept, all of it or nothing. Immutable.
 *
 * @param number rises from update to update; to be given back with the answer
 * @param state as it is now
 * @param alarms added or changed
 * @param removed ids of alarms that are no more
 * @param entries lines of the log added or changed
 * @param forgotten numbers of lines that the log has no more room for
 * @param tracker whether the clusters' names are part of it
 */
public record AlarmUpdate(
        long number,
        WatchState state,
        List<Alarm> alarms,
        Set<Long> removed,
        List<LogEntry> entries,
        Set<Long> forgotten,
        boolean tracker) {
    public AlarmUpdate {
        alarms = List.copyOf(alarms);
        removed = Set.copyOf(removed);
        entries = List.copyOf(entries);
        forgotten = Set.copyOf(forgotten);
    }
}
