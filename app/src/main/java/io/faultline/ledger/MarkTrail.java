package io.faultline.ledger;

import io.faultline.signal.Approach;
import io.faultline.signal.RollingQuantile;
import io.faultline.signal.Way;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the mark was in the last day, to ten seconds. One thread. */
final class MarkTrail {
    private static final long GRAIN = 10_000;
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;

    private final ArrayDeque<MarkSpan> spans = new ArrayDeque<>();
    private final RollingQuantile moves = new RollingQuantile(DAY, MINUTE);

    void add(MarkSpan span) {
        MarkSpan newest = spans.peekLast();
        if (newest != null && span.millis() - newest.sinceMillis() < GRAIN) {
            spans.removeLast();
            spans.addLast(newest.joined(span));
        } else {
            spans.addLast(span);
        }
        while (spans.getFirst().millis() < span.millis() - DAY) {
            spans.removeFirst();
        }
        double before = at(span.millis() - 5 * MINUTE);
        if (!Double.isNaN(before)) {
            moves.add(span.millis(), Math.abs(span.last() / before - 1) * 1e4);
        }
    }

    /** All of it, oldest first. */
    List<MarkSpan> spans() {
        return List.copyOf(spans);
    }

    /** Forgets everything: what was between is not known. */
    void clear() {
        spans.clear();
    }

    /** Highest mark of the day before; NaN before a day was seen. */
    double highOfDay() {
        return isDayKnown() ? spans.stream().mapToDouble(MarkSpan::high).max().orElse(Double.NaN) : Double.NaN;
    }

    /** Lowest mark of the day before; NaN before a day was seen. */
    double lowOfDay() {
        return isDayKnown() ? spans.stream().mapToDouble(MarkSpan::low).min().orElse(Double.NaN) : Double.NaN;
    }

    private boolean isDayKnown() {
        return !spans.isEmpty()
                && spans.getLast().millis() - spans.getFirst().sinceMillis()
                        >= DAY - 2 * GRAIN - spanOf(spans.getFirst());
    }

    private static long spanOf(MarkSpan span) {
        return span.millis() - span.sinceMillis();
    }

    /** How price comes to a cluster; null where the last five minutes are not known finely enough. */
    @Nullable
    Approach approach(Way way, long millis) {
        double minuteAgo = at(millis - MINUTE);
        double fiveAgo = at(millis - 5 * MINUTE);
        return Double.isNaN(minuteAgo) || Double.isNaN(fiveAgo)
                ? null
                : Approach.of(way, minuteAgo, fiveAgo, moves.median().orElse(0));
    }

    /** The mark at a time, by the newest sample that is not after it; NaN if that is more than half a minute older. */
    private double at(long millis) {
        Iterator<MarkSpan> newestFirst = spans.descendingIterator();
        while (newestFirst.hasNext()) {
            MarkSpan span = newestFirst.next();
            if (span.millis() <= millis) {
                return millis - span.millis() <= MINUTE / 2 ? span.last() : Double.NaN;
            }
        }
        return Double.NaN;
    }
}
