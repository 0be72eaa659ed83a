package io.faultline.alarm;

import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows what has been handed out to be kept, and what is due: firings and what the user did at once, what alarms
 * remember within a second, the rest within ten. One update is under way at a time, so the newest state is never
 * overtaken by an older one.
 */
final class Keeping {
    private static final long SOON = 1_000;
    private static final long LATER = 10_000;
    private static final long TRACKER = 60_000;

    private final Map<Long, Alarm> alarms = new HashMap<>();
    private final Map<Long, LogEntry> entries = new HashMap<>();
    private final Set<Long> removed = new HashSet<>();
    private final Set<Long> forgotten = new HashSet<>();
    private TrackerState tracker;
    private Set<Integer> named;
    private long number;
    private @Nullable AlarmUpdate underWay;
    private boolean urgent;
    private long lookedAt;
    private long handedAt;
    private long trackerAt;
    private String problem = "";

    /** @param kept as it is on disk */
    Keeping(WatchState kept) {
        kept.alarms().alarms().forEach(alarm -> alarms.put(alarm.id(), alarm));
        kept.log().forEach(entry -> entries.put(entry.number(), entry));
        tracker = kept.tracker();
        named = named(tracker);
    }

    /** Nothing is waited for any more. */
    void close() {
        underWay = null;
        urgent = true;
    }

    /** What has changed must not wait. */
    void hurry() {
        urgent = true;
    }

    /** Why what was handed out is not on disk, in words; empty if it is. */
    String problem() {
        return problem;
    }

    /** Whether an answer has been awaited for so long. */
    boolean overdue(long elapsed, long patience) {
        return underWay != null && elapsed - handedAt >= patience;
    }

    /**
     * What is to be handed out now, if anything is.
     *
     * @param now all that is to be kept; asked for only if something may be due
     */
    Optional<AlarmUpdate> due(long elapsed, Supplier<WatchState> now) {
        if (underWay != null || !(urgent || elapsed - lookedAt >= SOON)) {
            return Optional.empty();
        }
        lookedAt = elapsed;
        WatchState state = now.get();
        List<Alarm> changed = changed(state);
        noteGone(state);
        Set<Integer> nowNamed = named(state.tracker());
        boolean renamed = !nowNamed.equals(named);
        boolean due = urgent || renamed || !changed.isEmpty() || elapsed - handedAt >= LATER;
        if (!due) {
            return Optional.empty();
        }
        boolean trackerDue = urgent || renamed || elapsed - trackerAt >= TRACKER;
        boolean withTracker = trackerDue && !state.tracker().equals(tracker);
        List<LogEntry> lines = lines(state);
        AlarmUpdate update = new AlarmUpdate(++number, state, changed, removed, lines, forgotten, withTracker);
        handOut(update, nowNamed, elapsed);
        return Optional.of(update);
    }

    private void handOut(AlarmUpdate update, Set<Integer> nowNamed, long elapsed) {
        underWay = update;
        urgent = false;
        handedAt = elapsed;
        update.alarms().forEach(alarm -> alarms.put(alarm.id(), alarm));
        update.entries().forEach(entry -> entries.put(entry.number(), entry));
        removed.clear();
        forgotten.clear();
        if (update.tracker()) {
            tracker = update.state().tracker();
            named = nowNamed;
            trackerAt = elapsed;
        }
    }

    private List<Alarm> changed(WatchState state) {
        List<Alarm> changed = new ArrayList<>();
        for (Alarm alarm : state.alarms().alarms()) {
            if (!alarm.equals(alarms.get(alarm.id()))) {
                changed.add(alarm);
            }
        }
        return changed;
    }

    private List<LogEntry> lines(WatchState state) {
        List<LogEntry> changed = new ArrayList<>();
        for (LogEntry entry : state.log()) {
            if (!entry.equals(entries.get(entry.number()))) {
                changed.add(entry);
            }
        }
        return changed;
    }

    private void noteGone(WatchState state) {
        Set<Long> there = state.alarms().alarms().stream().map(Alarm::id).collect(Collectors.toSet());
        removed.addAll(gone(alarms, there));
        removed.removeAll(there);
        Set<Long> logged = state.log().stream().map(LogEntry::number).collect(Collectors.toSet());
        forgotten.addAll(gone(entries, logged));
    }

    private static Set<Long> gone(Map<Long, ?> before, Set<Long> now) {
        Set<Long> gone = new HashSet<>(before.keySet());
        gone.removeAll(now);
        before.keySet().retainAll(now);
        return gone;
    }

    /** Takes an answer; the update it is about, unless it is an old one. */
    Optional<AlarmUpdate> answered(AlarmCommand.Kept answer) {
        AlarmUpdate update = underWay;
        if (update == null || update.number() != answer.number()) {
            return Optional.empty();
        }
        underWay = null;
        problem = answer.problem();
        if (!answer.taken()) {
            lookedAt = handedAt + LATER;
            alarms.clear();
            entries.clear();
            removed.addAll(update.removed());
            forgotten.addAll(update.forgotten());
            tracker = TrackerState.EMPTY;
        }
        return Optional.of(update);
    }

    private static Set<Integer> named(TrackerState state) {
        return state.tracks().stream().filter(Track::shown).map(Track::id).collect(Collectors.toSet());
    }
}
