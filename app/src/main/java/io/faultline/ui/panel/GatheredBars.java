package io.faultline.ui.panel;

import io.faultline.desk.Bar;
import io.faultline.desk.History;
import io.faultline.desk.TimeLog;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The bars of a stretch of time, gathered from the logs of all lengths: long ones reach back farthest, short ones go on. */
public final class GatheredBars {
    private GatheredBars() {}

    /**
     * Gives out bars in order of time, none overlapping, of lengths that go into a cell's a whole number of times.
     *
     * @param forming not in the logs yet; null if there is none
     * @param fromNanos the first bar starts here or later; a whole multiple of {@code cellNanos}
     * @param toNanos the last bar starts before
     */
    public static void each(
            History history, @Nullable Bar forming, long cellNanos, long fromNanos, long toNanos, Consumer<Bar> to) {
        List<TimeLog<Bar>> logs = history.bars();
        long reached = fromNanos;
        for (int i = logs.size() - 1; i >= 0; i--) {
            if (cellNanos % logs.get(i).cellNanos() == 0) {
                reached = each(logs.get(i), reached, toNanos, to);
            }
        }
        if (forming != null && forming.startNanos() >= reached && forming.startNanos() < toNanos) {
            to.accept(forming);
        }
    }

    /** Gives the end of the last one. */
    private static long each(TimeLog<Bar> log, long fromNanos, long toNanos, Consumer<Bar> to) {
        long reached = fromNanos;
        long end = log.end();
        for (long number = firstFrom(log, fromNanos); number < end; number++) {
            Bar bar = log.get(number);
            if (bar == null || bar.startNanos() < reached) {
                continue;
            }
            if (bar.startNanos() >= toNanos) {
                break;
            }
            to.accept(bar);
            reached = bar.startNanos() + bar.lengthNanos();
        }
        return reached;
    }

    private static long firstFrom(TimeLog<Bar> log, long nanos) {
        long from = log.begin();
        long to = log.end();
        while (from < to) {
            long middle = (from + to) >>> 1;
            Bar bar = log.get(middle);
            if (bar == null || bar.startNanos() < nanos) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
