package io.faultline.alarm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds live data back, in order, while bars are awaited of the time when nobody watched. */
final class CatchUp {
    private static final int MOST_HELD = 4_096;

    private final WatchRule rule;
    private final ArrayDeque<Runnable> held = new ArrayDeque<>();
    private @Nullable MissedSpan missed;
    private long until;

    CatchUp(WatchRule rule) {
        this.rule = rule;
    }

    void begin(MissedSpan span, long elapsed) {
        missed = span;
        until = elapsed + rule.hold(span.span().millis());
    }

    /** What is awaited; null if nothing is. */
    @Nullable
    MissedSpan missed() {
        return missed;
    }

    void hold(Runnable later) {
        held.add(later);
    }

    /** Whether to wait no longer. */
    boolean overdue(long elapsed) {
        return missed != null && (elapsed >= until || held.size() >= MOST_HELD);
    }

    /** Ends it; what was held is to be run now. */
    List<Runnable> end() {
        missed = null;
        List<Runnable> all = new ArrayList<>(held);
        held.clear();
        return all;
    }
}
