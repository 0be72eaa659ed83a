package io.faultline.alarm;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each mark is worth before an alarm sees it, so that replayed frames, a stall's backlog, warm-up, a switch
 * of venue, a restart and a clock that jumps can neither fire a crossing again nor fire it late and loud.
 *
 * <p>Two clocks stamp a sample. Their difference, its age, is about constant while data is live; what it is in itself
 * says nothing, since either clock may be wrong. A sample no newer than the newest seen of its source is a repetition;
 * if nothing but such come, at the pace of life, the venue's clock was set back, and all begins anew with the next. One
 * thread.
 */
final class SampleGate {
    /** The usual age follows the samples by one part in so many, which swallows drift and jitter. */
    private static final long SLOWNESS = 32;

    private static final int MOST_AHEAD = 256;

    private final GateRule rule;
    private final Map<String, Long> newest;
    private final TreeSet<Long> ahead;
    private String source;
    private boolean interrupted = true;
    private boolean ageKnown;
    private long usualAge;
    private long counted = Long.MIN_VALUE;
    private @Nullable ClockRun repeated;
    private @Nullable ClockRun otherAge;

    /**
     * What survives a restart: which samples were seen.
     *
     * @param newest of each source, by its venue's clock
     * @param ahead stamps of the source in use that were ahead of their time, and so are no newest
     */
    record State(String source, Map<String, Long> newest, Set<Long> ahead) {
        static final State EMPTY = new State("", Map.of(), Set.of());

        State {
            newest = Map.copyOf(newest);
            ahead = Set.copyOf(ahead);
        }
    }

    SampleGate(GateRule rule, State state) {
        this.rule = rule;
        this.source = state.source;
        this.newest = new TreeMap<>(state.newest);
        this.ahead = new TreeSet<>(state.ahead);
    }

    State state() {
        return new State(source, newest, ahead);
    }

    /** Continuity is lost: a resynchronisation, a reconnect, a suspend. */
    void interrupted() {
        interrupted = true;
    }

    /** Time of the newest sample of the source in use, by the venue's clock; empty before the first. */
    @Nullable
    Long newestMillis() {
        return newest.get(source);
    }

    /** Time of the newest sample of any source, by its venue's clock; null before the first. */
    @Nullable
    Long newestOfAll() {
        return newest.values().stream().max(Long::compare).orElse(null);
    }

    String source() {
        return source;
    }

    Freshness judge(MarkSample sample) {
        if (!sample.usable()) {
            return Freshness.IGNORED;
        }
        if (!sample.source().equals(source)) {
            switchTo(sample.source());
        }
        Long last = newest.get(source);
        if ((last != null && sample.exchangeMillis() <= last) || ahead.contains(sample.exchangeMillis())) {
            return repetition(sample);
        }
        repeated = null;
        if (!ageKnown) {
            begin(sample);
            return count(sample, Freshness.AFTER_GAP);
        }
        long excess = sample.lagMillis() - usualAge;
        if (excess < -rule.skew()) {
            return ahead(sample);
        }
        reach(sample);
        if (excess > rule.skew()) {
            return behind(sample);
        }
        otherAge = null;
        usualAge += excess / SLOWNESS;
        boolean gap = last != null && sample.exchangeMillis() - last > rule.gap();
        return count(sample, gap ? Freshness.AFTER_GAP : Freshness.FRESH);
    }

    /** A sample of history, from when nobody watched; its age says nothing. */
    Freshness judgeMissed(MarkSample sample) {
        Long last = newest.get(sample.source());
        boolean known = last != null && sample.exchangeMillis() <= last;
        if (!sample.usable() || known) {
            return Freshness.IGNORED;
        }
        if (!sample.source().equals(source)) {
            switchTo(sample.source());
        }
        reach(sample);
        interrupted = true;
        return Freshness.MISSED;
    }

    private void switchTo(String other) {
        source = other;
        interrupted = true;
        ageKnown = false;
        repeated = null;
        otherAge = null;
        ahead.clear();
        counted = Long.MIN_VALUE;
    }

    private void begin(MarkSample sample) {
        ageKnown = true;
        usualAge = sample.lagMillis();
        otherAge = null;
        reach(sample);
    }

    private void reach(MarkSample sample) {
        newest.put(source, sample.exchangeMillis());
        ahead.headSet(sample.exchangeMillis(), true).clear();
    }

    private Freshness repetition(MarkSample sample) {
        ClockRun before = repeated;
        ClockRun run = before == null ? ClockRun.of(sample) : before.with(sample, rule);
        repeated = run;
        if (!run.proven(rule)) {
            return Freshness.IGNORED;
        }
        repeated = null;
        counted = Long.MIN_VALUE;
        begin(sample);
        return count(sample, Freshness.AFTER_GAP);
    }

    /** Younger than can be: either clock jumped, or this one stamp is wrong, and must not outdate what comes. */
    private Freshness ahead(MarkSample sample) {
        ahead.add(sample.exchangeMillis());
        if (ahead.size() > MOST_AHEAD) {
            ahead.pollFirst();
        }
        if (provesAnotherAge(sample)) {
            begin(sample);
        }
        return Freshness.LATE;
    }

    private Freshness behind(MarkSample sample) {
        if (provesAnotherAge(sample)) {
            begin(sample);
        }
        return count(sample, Freshness.LATE);
    }

    private boolean provesAnotherAge(MarkSample sample) {
        ClockRun before = otherAge;
        ClockRun run = before == null ? ClockRun.of(sample) : before.with(sample, rule);
        otherAge = run;
        return run.proven(rule);
    }

    private Freshness count(MarkSample sample, Freshness freshness) {
        if (counted != Long.MIN_VALUE && sample.exchangeMillis() - counted < rule.spacing()) {
            return Freshness.IGNORED;
        }
        counted = sample.exchangeMillis();
        boolean first = interrupted;
        interrupted = false;
        return first && freshness == Freshness.FRESH ? Freshness.AFTER_GAP : freshness;
    }
}
