package io.faultline.ledger;

import io.faultline.liquidation.Asymmetry;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.market.PositionSide;
import io.faultline.signal.PathState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Writes down what is said of clusters when it is said, and scores it when it is due, model 20. Nothing is computed in
 * hindsight: an entry is handed out once, whole, and never changed. Times are exchange time, and come with what is fed.
 * One symbol, one thread.
 */
public final class Ledger {
    /** Without a mark for longer than this nobody knows what was touched meanwhile. */
    private static final long GAP_MILLIS = 5 * 60_000L;

    private static final long SAMPLE_MILLIS = 10 * 60_000L;
    private static final long HOUR_MILLIS = 3_600_000L;

    private final LedgerRule rule;
    private final Consumer<LedgerEntry> due;
    private final MarkTrail trail = new MarkTrail();
    private final ReceiptDesk receipts;
    private final Pending<ReachRecord> reaches = new Pending<>(ReachRecord::isDue);
    private final Pending<LevelSample> samples = new Pending<>(LevelSample::isDue);
    private final Pending<HeavierFirst> hours = new Pending<>(HeavierFirst::isDue);
    private final Set<Integer> shown = new HashSet<>();
    private final Set<Integer> judged = new HashSet<>();
    private long markMillis = Long.MIN_VALUE;
    private long sampledMillis = Long.MIN_VALUE;
    private long hourMillis = Long.MIN_VALUE;
    private int interrupted;

    /** @param due is given each entry once, when it is whole, on the thread that feeds this */
    public Ledger(LedgerRule rule, Consumer<LedgerEntry> due) {
        this.rule = rule;
        this.due = due;
        receipts = new ReceiptDesk(rule, trail);
    }

    /** Goes on from where another left off, with what it had not finished. */
    public Ledger(LedgerRule rule, LedgerState state, Consumer<LedgerEntry> due) {
        this(rule, due);
        for (LedgerEntry entry : state.pending()) {
            if (entry instanceof ReachRecord reach) {
                reaches.add(reach);
            } else if (entry instanceof LevelSample sample) {
                samples.add(sample);
                sampledMillis = Math.max(sampledMillis, sample.atMillis());
            } else if (entry instanceof HeavierFirst hour) {
                hours.add(hour);
                hourMillis = Math.max(hourMillis, hour.atMillis());
            }
        }
        handOutReceipts(state);
        shown.addAll(state.shown());
        judged.addAll(state.judged());
        markMillis = state.markMillis();
    }

    /** What was entered when the other left off has nobody seen to its end: it is handed out as it stood then. */
    private void handOutReceipts(LedgerState state) {
        for (LedgerEntry entry : state.pending()) {
            if (entry instanceof Receipt) {
                due.accept(entry);
            }
        }
    }

    /** What is needed to go on after a restart. Receipts are in it as they stand. */
    public LedgerState state() {
        List<LedgerEntry> pending = new ArrayList<>(receipts.open());
        pending.addAll(reaches.entries());
        pending.addAll(samples.entries());
        pending.addAll(hours.entries());
        return new LedgerState(pending, shown, judged, markMillis);
    }

    /**
     * Takes up what an earlier ledger had not finished, while this one runs already: follows it through the time between
     * and through the marks that this one has seen, and hands out what is due by now. Where more than five minutes of
     * that are missing it is dropped, and counted. Receipts are handed out as they stood.
     *
     * @param between what the mark did from the last mark of the state on, oldest first, as far as anybody knows
     */
    public void resume(LedgerState state, List<MarkSpan> between) {
        List<MarkSpan> way = way(state.markMillis(), between);
        handOutReceipts(state);
        if (isBroken(state.markMillis(), way)) {
            interrupted += state.predictions();
            return;
        }
        shown.addAll(state.shown());
        judged.addAll(state.judged());
        for (LedgerEntry entry : state.pending()) {
            if (entry instanceof ReachRecord reach) {
                reaches.add(followed(reach, way, ReachRecord::after));
            } else if (entry instanceof LevelSample sample) {
                samples.add(followed(sample, way, LevelSample::after));
                sampledMillis = Math.max(sampledMillis, sample.atMillis());
            } else if (entry instanceof HeavierFirst hour) {
                hours.add(followed(hour, way, HeavierFirst::after));
                hourMillis = Math.max(hourMillis, hour.atMillis());
            }
        }
        markMillis = Math.max(markMillis, state.markMillis());
        handOut(markMillis);
    }

    /** The stretches after a time, those that this ledger has seen itself last. */
    private List<MarkSpan> way(long millis, List<MarkSpan> between) {
        List<MarkSpan> seen = trail.spans();
        long ownFrom = seen.isEmpty() ? Long.MAX_VALUE : seen.get(0).sinceMillis();
        List<MarkSpan> way = new ArrayList<>();
        long at = millis;
        for (MarkSpan span : between) {
            // A long bar that began much before would tell of touches that came before the prediction.
            if (span.millis() > at
                    && span.sinceMillis() >= millis - GAP_MILLIS
                    && span.millis() <= ownFrom + GAP_MILLIS) {
                way.add(span);
                at = span.millis();
            }
        }
        for (MarkSpan span : seen) {
            if (span.millis() > millis) {
                way.add(span);
            }
        }
        return way;
    }

    private static boolean isBroken(long millis, List<MarkSpan> way) {
        long at = millis;
        for (MarkSpan span : way) {
            if (span.sinceMillis() - at > GAP_MILLIS) {
                return true;
            }
            at = Math.max(at, span.millis());
        }
        return false;
    }

    private static <T> T followed(T entry, List<MarkSpan> way, BiFunction<T, MarkSpan, T> after) {
        T followed = entry;
        for (MarkSpan span : way) {
            followed = after.apply(followed, span);
        }
        return followed;
    }

    /** Receipts that are not whole yet, as they stand. */
    public List<Receipt> openReceipts() {
        return receipts.open();
    }

    /** Predictions that are not due yet, as they stand. */
    public List<ReachRecord> openPredictions() {
        return reaches.entries();
    }

    /** How many predictions are not due yet. */
    public int waiting() {
        return reaches.size();
    }

    /** Predictions that were dropped, because marks were missing before they were due. */
    public int interrupted() {
        return interrupted;
    }

    /** Follows the mark; spans come in order of time. Older ones are ignored. */
    public void mark(MarkSpan span) {
        if (span.millis() <= markMillis) {
            return;
        }
        if (markMillis != Long.MIN_VALUE && span.sinceMillis() - markMillis > GAP_MILLIS) {
            interrupt();
        }
        markMillis = span.millis();
        reaches.follow(reach -> reach.after(span));
        samples.follow(sample -> sample.after(span));
        hours.follow(hour -> hour.after(span));
        receipts.mark(span);
        trail.add(span);
        handOut(span.millis());
        if (span.millis() >= nextMultiple(sampledMillis, SAMPLE_MILLIS)) {
            sampledMillis = span.millis();
            samples.add(LevelSample.at(span.millis(), span.last(), trail.highOfDay(), trail.lowOfDay()));
        }
    }

    private void handOut(long millis) {
        reaches.due(millis).forEach(due);
        samples.due(millis).forEach(due);
        hours.due(millis).forEach(due);
        receipts.due(millis).forEach(due);
    }

    private void interrupt() {
        interrupted += reaches.clear() + samples.clear() + hours.clear();
        receipts.interrupt();
        trail.clear();
    }

    private static long nextMultiple(long millis, long every) {
        return millis == Long.MIN_VALUE ? millis : (Math.floorDiv(millis, every) + 1) * every;
    }

    /** Takes the clusters as they are now, after the mark of that time. */
    public void sighted(Sighting sighting) {
        Set<Integer> alive = new HashSet<>();
        for (SeenCluster cluster : sighting.clusters()) {
            int id = cluster.track().id();
            alive.add(id);
            boolean isLive = cluster.track().state() == TrackState.LIVE;
            boolean isAhead = cluster.track().cluster().distance(sighting.mark()) > 0;
            if (isLive && shown.add(id) && isAhead) {
                reaches.add(reach(cluster, sighting, ReachRecord.Basis.SHOWN));
            }
            if (isLive && isAhead && cluster.pathState() != PathState.UNKNOWN && judged.add(id)) {
                reaches.add(reach(cluster, sighting, ReachRecord.Basis.PATH_JUDGED));
            }
        }
        shown.retainAll(alive);
        judged.retainAll(alive);
        receipts.sighted(sighting);
        if (sighting.millis() >= nextMultiple(hourMillis, HOUR_MILLIS)) {
            hourMillis = sighting.millis();
            heavier(sighting).ifPresent(hours::add);
        }
    }

    private ReachRecord reach(SeenCluster cluster, Sighting sighting, ReachRecord.Basis basis) {
        Cluster body = cluster.track().cluster();
        return new ReachRecord(
                cluster.track().id(),
                cluster.track().name(),
                body.side(),
                basis,
                sighting.millis(),
                sighting.mark(),
                body.nearPrice(),
                body.farPrice(),
                body.massUsd(),
                sighting.openInterestUsd(),
                cluster.expected().meanUsd(),
                rule.size(body.massUsd(), sighting.openInterestUsd()),
                rule.band(body.distance(sighting.mark())),
                cluster.pathState(),
                rule.squeeze(body.side(), sighting.fundingPer8h()),
                0,
                ReachRecord.Outcome.UNTOUCHED);
    }

    /** Empty unless one side is heavier and both have a cluster ahead of price. */
    private static Optional<HeavierFirst> heavier(Sighting sighting) {
        Asymmetry.Lean lean = sighting.asymmetry().lean();
        Optional<Cluster> longs = nearest(sighting, PositionSide.LONG);
        Optional<Cluster> shorts = nearest(sighting, PositionSide.SHORT);
        boolean isHeavier = lean == Asymmetry.Lean.DOWN || lean == Asymmetry.Lean.UP;
        if (!isHeavier || longs.isEmpty() || shorts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(HeavierFirst.of(
                sighting.millis(),
                lean == Asymmetry.Lean.DOWN ? PositionSide.LONG : PositionSide.SHORT,
                sighting.mark(),
                longs.get().nearPrice(),
                shorts.get().nearPrice()));
    }

    private static Optional<Cluster> nearest(Sighting sighting, PositionSide side) {
        return sighting.clusters().stream()
                .filter(cluster -> cluster.track().state() == TrackState.LIVE)
                .map(cluster -> cluster.track().cluster())
                .filter(cluster -> cluster.side() == side && cluster.distance(sighting.mark()) > 0)
                .min(Comparator.comparingDouble(cluster -> cluster.distance(sighting.mark())));
    }

    /**
     * Takes a reported liquidation.
     *
     * @param price NaN if not known
     */
    public void forced(PositionSide side, long millis, double usd, double price) {
        receipts.forced(side, millis, usd, price);
    }

    /** Takes modelled mass that the mark has swept. */
    public void swept(PositionSide side, long millis, double usd) {
        receipts.swept(side, millis, usd);
    }
}
