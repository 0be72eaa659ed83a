package io.faultline.ui;

import io.faultline.alarm.LogEntry;
import io.faultline.desk.DeskView;
import io.faultline.desk.SweepView;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has happened in a journal so far, for its timeline: alarms and sweeps that the replay has come past, which stay when
 * it goes back. What lies ahead nobody knows yet. JavaFX thread only.
 */
final class ReplayMarks {
    private static final long MILLI = 1_000_000L;
    private final Map<String, Mark> all = new TreeMap<>();
    private int version;

    /** What a mark is of: it says colour and shape. */
    enum Kind {
        ALARM,
        LONG_SWEEP,
        SHORT_SWEEP
    }

    /** @param words for the tooltip */
    record Mark(long nanos, Kind kind, String words) {}

    /** Takes what is new in a view. */
    void read(DeskView view) {
        for (LogEntry entry : view.alarms().log()) {
            add(
                    "a" + entry.number(),
                    new Mark(
                            entry.firing().exchangeMillis() * MILLI,
                            Kind.ALARM,
                            ("Alarm " + entry.firing().cluster()).strip()));
        }
        for (SweepView sweep : view.clusters().sweeps()) {
            boolean longs = sweep.side() == PositionSide.LONG;
            add(
                    "s" + sweep.trackId() + "-" + sweep.enteredMillis(),
                    new Mark(
                            sweep.enteredMillis() * MILLI,
                            longs ? Kind.LONG_SWEEP : Kind.SHORT_SWEEP,
                            "Sweep of " + sweep.cluster()));
        }
    }

    private void add(String id, Mark mark) {
        if (!mark.equals(all.put(id, mark))) {
            version++;
        }
    }

    /** Rises with every mark. */
    int version() {
        return version;
    }

    List<Mark> list() {
        return new ArrayList<>(all.values());
    }
}
