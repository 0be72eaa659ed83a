package io.faultline.alarm;

import io.faultline.liquidation.cluster.TrackerState;
import java.util.List;

/**
 * All that is kept of one symbol's alarms and clusters: what an {@link AlarmWatch} begins with, and what it hands out to be
 * kept.
 *
 * @param symbol canonical
 * @param alarms what is armed, and which marks were seen
 * @param tracker the clusters' names
 * @param log oldest first
 * @param nextNumber of the next line of the log
 * @param highestId the highest that any alarm of this symbol ever had; 0 for none
 * @param lastMillis when the last mark came, by our clock, since 1970; 0 for never
 */
public record WatchState(
        String symbol,
        AlarmState alarms,
        TrackerState tracker,
        List<LogEntry> log,
        long nextNumber,
        long highestId,
        long lastMillis) {
    public WatchState {
        log = List.copyOf(log);
    }

    /** Nothing kept. */
    public static WatchState empty(String symbol) {
        return new WatchState(symbol, AlarmState.EMPTY, TrackerState.EMPTY, List.of(), 1, 0, 0);
    }
}
