package io.faultline.ui.heatmap;

import io.faultline.desk.DepthColumn;
import io.faultline.desk.TimeLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what was recorded for an instant, in the log whose cells suit the zoom and else in the next best. */
final class DepthLogs {
    private final List<TimeLog<DepthColumn>> logs;
    private int preferred;

    /** The logs of a history, shortest cell first. */
    DepthLogs(List<TimeLog<DepthColumn>> logs) {
        this.logs = logs;
    }

    /** Whether these are the logs it reads: the very same, one by one. */
    boolean reads(List<TimeLog<DepthColumn>> others) {
        return logs.equals(others);
    }

    int count() {
        return logs.size();
    }

    TimeLog<DepthColumn> log(int index) {
        return logs.get(index);
    }

    /** Chooses the shortest cell that is at least a pixel column wide, or the longest there is. */
    void suit(long nanosPerColumn) {
        preferred = 0;
        while (preferred < logs.size() - 1 && logs.get(preferred).cellNanos() < nanosPerColumn) {
            preferred++;
        }
    }

    /** Length of the cells chosen, nanoseconds; 0 with no log. */
    long cellNanos() {
        return logs.isEmpty() ? 0 : logs.get(preferred).cellNanos();
    }

    /** The column that covers the instant, or null where nothing is recorded. */
    @Nullable
    DepthColumn at(long nanos) {
        if (logs.isEmpty()) {
            return null;
        }
        DepthColumn found = find(logs.get(preferred), nanos);
        // A long cell that has not ended yet is there in shorter ones; what the shorter forgot, in longer ones.
        for (int i = preferred - 1; found == null && i >= 0; i--) {
            found = find(logs.get(i), nanos);
        }
        for (int i = preferred + 1; found == null && i < logs.size() && forgot(logs.get(i - 1), nanos); i++) {
            found = find(logs.get(i), nanos);
        }
        return found;
    }

    /** Whether the log once held that instant; one that never did must not be filled up with a longer cell. */
    private static boolean forgot(TimeLog<DepthColumn> log, long nanos) {
        DepthColumn oldest = log.begin() == 0 ? null : log.get(log.begin());
        return oldest != null && nanos < oldest.startNanos();
    }

    /** Newest column of the shortest cell, or null with none. */
    @Nullable
    DepthColumn newest() {
        return logs.isEmpty() ? null : logs.get(0).newest();
    }

    /** The oldest column that is kept, of the shortest cell that reaches so far back; null with none. */
    @Nullable
    DepthColumn oldest() {
        for (TimeLog<DepthColumn> log : logs) {
            if (log.begin() == 0 && log.newest() != null) {
                return log.get(0);
            }
        }
        TimeLog<DepthColumn> longest = logs.isEmpty() ? null : logs.get(logs.size() - 1);
        return longest == null ? null : longest.get(longest.begin());
    }

    private static @Nullable DepthColumn find(TimeLog<DepthColumn> log, long nanos) {
        DepthColumn newest = log.newest();
        if (newest == null || nanos >= newest.startNanos() + newest.lengthNanos()) {
            return null;
        }
        long low = log.begin();
        long high = log.end() - 1;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            DepthColumn column = log.get(middle);
            if (column == null || column.startNanos() <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        DepthColumn column = log.get(low);
        return column != null && column.startNanos() <= nanos && nanos < column.startNanos() + column.lengthNanos()
                ? column
                : null;
    }
}
