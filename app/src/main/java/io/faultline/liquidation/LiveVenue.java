package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One venue's grid and what keeps it going: live events are put together into steps, history is run before them, and the
 * inputs of both are kept. Used by one thread.
 */
final class LiveVenue {
    /** Without a mark for this long the last price stands in. */
    private static final long MARK_PATIENCE = 30_000;

    /** A venue that sends nothing is stepped without inputs this often, so that its mass decays. */
    private static final long IDLE_STEP = 60_000;

    private final Terms terms;
    private final StepQueue steps;
    private final MarkGuard guard = new MarkGuard();
    private final VenueHealth health;
    private final KnownInputs known = new KnownInputs();
    private BracketTables tables;
    private @Nullable VenueGrid grid;
    private long markMillis = VenueHealth.NEVER;
    private double latestMark = Double.NaN;
    private double latestInterest = Double.NaN;
    private double othersLow = Double.NaN;
    private double othersHigh = Double.NaN;

    LiveVenue(Terms terms, BracketTables tables) {
        this.terms = terms;
        this.tables = tables;
        health = new VenueHealth(terms.feed());
        steps = new StepQueue(stepMillis(), this::ended);
    }

    /**
     * What does not change as long as it lives.
     *
     * @param feed how much of its liquidations the venue reports
     * @param listener told of each step
     * @param swept told of what marks sweep
     */
    record Terms(Venue venue, ModelParameters parameters, ReportFeed feed, StepListener listener, SweptTape swept) {}

    private long stepMillis() {
        return terms.parameters().stepSeconds() * 1000L;
    }

    Venue venue() {
        return terms.venue();
    }

    ReportFeed feed() {
        return terms.feed();
    }

    /** A copy of the grid; null before the first price. */
    @Nullable
    GridSnapshot snapshot() {
        return grid == null ? null : GridSnapshot.of(venue(), known.endMillis(), grid, mark(grid));
    }

    private double mark(VenueGrid of) {
        return Double.isNaN(latestMark) ? of.mark() : latestMark;
    }

    /** A copy of another grid of this venue, with the mark and the reported shares of this one; empty before the first price. */
    Optional<GridSnapshot> like(long millis, VenueGrid other) {
        return Optional.ofNullable(grid)
                .map(own -> GridSnapshot.of(venue(), millis, other, mark(own))
                        .calibratedAs(own.calibration(PositionSide.LONG), own.calibration(PositionSide.SHORT)));
    }

    /** Prices what opens from now on by another set of tables. */
    void use(BracketTables others, long nowMillis) {
        tables = others;
        if (grid != null) {
            grid.use(others.at(nowMillis).scheme());
        }
    }

    VenueInputs inputs() {
        return new VenueInputs(
                venue(), tables, known.bars(), reportedShare(PositionSide.LONG), reportedShare(PositionSide.SHORT));
    }

    double reportedShare(PositionSide side) {
        return grid == null ? Calibration.PRIOR_SHARE : grid.calibration(side).share();
    }

    /** The newest sample, coins; NaN if not known. */
    double openInterest() {
        return grid == null || !Double.isNaN(latestInterest) ? latestInterest : grid.openInterest();
    }

    /** Those of the bars that tell what was not seen live. */
    List<GridBar> missing(List<GridBar> past) {
        return BarMerge.missing(past, known.live());
    }

    /** The past, ready to be run before what was seen live; empty if there is nothing of either. */
    Optional<Learning> learning(BarSeries past, Set<GridFlag> flags) {
        return past.bars().isEmpty() && known.live().isEmpty()
                ? Optional.empty()
                : Optional.of(new Learning(venue(), tables, terms.parameters(), past, flags, known));
    }

    /**
     * All that is known as of the last step that ended, ready to be run under other parameters; empty if nothing is. It is
     * asked at a time that no event tells of, so it changes nothing: a step that it ended would be no step of a replay.
     */
    Optional<Learning> again(ModelParameters others) {
        BarSeries bars = BarSeries.of(known.bars());
        return bars.bars().isEmpty()
                ? Optional.empty()
                : Optional.of(new Learning(venue(), tables, others, bars, known.flags(), known));
    }

    /** The state and the inputs as of the last step that ended; empty before the first. */
    Optional<KeptVenue> kept() {
        List<GridBar> bars = known.bars();
        GridSnapshot state = snapshot();
        return state == null || bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new KeptVenue(state, bars, known.flags(), terms.parameters(), known.liveSinceMillis()));
    }

    /** Goes on from this state, with what was seen live after it. */
    void adopt(KeptVenue kept, long nowMillis) {
        adopt(kept, known.from(Math.max(kept.endMillis(), known.liveSinceMillis())), nowMillis);
    }

    private void adopt(KeptVenue kept, List<GridBar> later, long nowMillis) {
        KeptVenue state = kept.parameters().equals(terms.parameters())
                ? kept
                : Learning.again(kept, tables, terms.parameters()).run();
        known.replace(kept);
        VenueGrid next = new VenueGrid(tables.at(state.endMillis()).scheme(), terms.parameters(), state.snapshot());
        for (GridBar bar : BarSeries.joining(kept.bars(), later)) {
            known.append(bar);
            next.step(bar.toStep());
        }
        next.sweep(latestMark, latestMark);
        health.heard(kept.flags().contains(GridFlag.RESTORED) ? nowMillis : known.endMillis());
        if (!Double.isNaN(next.openInterest())) {
            health.heardInterest(known.endMillis());
        }
        take(next);
    }

    /**
     * The same venue under other terms; this one is not to be used any more.
     *
     * @param state made under them from what was known; null if nothing was. What was learned of an earlier time since is
     *     run again with all the rest
     */
    LiveVenue under(Terms others, @Nullable KeptVenue state) {
        steps.end();
        boolean whole = state != null && state.beginMillis() <= known.beginMillis();
        KeptVenue from = whole ? state : kept().orElse(state);
        LiveVenue again = new LiveVenue(others, tables);
        again.markMillis = markMillis;
        again.latestMark = latestMark;
        again.latestInterest = latestInterest;
        again.health.heard(health.heardMillis());
        again.health.heardInterest(health.interestMillis());
        if (from != null) {
            again.adopt(from, known.from(from.endMillis()), health.heardMillis());
        }
        return again;
    }

    private VenueGrid take(VenueGrid with) {
        with.onSweep((side, tier, bin, usd) -> terms.swept().collect(side, bin, usd));
        grid = with;
        return with;
    }

    void trade(long millis, double price, double boughtUsd, double soldUsd, double othersMark) {
        stepAt(millis).trade(price, boughtUsd, soldUsd);
        if (millis - markMillis > MARK_PATIENCE) {
            sweepTo(millis, price, othersMark, true);
        }
    }

    void mark(long millis, double price, double othersMark) {
        markMillis = Math.max(markMillis, millis);
        sweepTo(millis, price, othersMark, false);
    }

    private void sweepTo(long millis, double price, double othersMark, boolean isLastPrice) {
        StepInputs inputs = stepAt(millis);
        if (!Possible.price(price)) {
            health.refused();
            return;
        }
        if (!guard.accepts(price, othersMark)) {
            return;
        }
        inputs.mark(price, isLastPrice);
        latestMark = price;
        VenueGrid target = grid == null
                ? take(new VenueGrid(tables.at(millis).scheme(), terms.parameters(), price, Double.NaN))
                : grid;
        sweep(target, millis, price);
    }

    private void sweep(VenueGrid target, long millis, double price) {
        target.sweep(price, price);
        terms.swept().end(venue(), millis);
    }

    /** While this venue is silent the others' mark stands in; it moves nothing but the sweep. */
    void othersMark(long millis, double price) {
        if (grid != null && millis - markMillis > MARK_PATIENCE && Possible.price(price)) {
            sweep(grid, millis, price);
            othersLow = Double.isNaN(othersLow) ? price : Math.min(othersLow, price);
            othersHigh = Double.isNaN(othersHigh) ? price : Math.max(othersHigh, price);
        }
    }

    void openInterest(long millis, double coins) {
        heard(millis);
        health.heardInterest(millis);
        latestInterest = coins > 0 && coins < Double.POSITIVE_INFINITY ? coins : latestInterest;
        steps.openInterest(millis, coins, known.endMillis());
    }

    void forced(PositionSide side, long millis, double usd) {
        health.reported();
        stepAt(millis).forced(side, usd);
    }

    void tradesLost(long millis) {
        stepAt(millis).tradesLost();
    }

    /** Ends the steps that need not wait any longer. */
    void advance(long millis) {
        steps.advance(millis);
        if (grid != null && steps.isEmpty() && millis - known.endMillis() >= IDLE_STEP) {
            steps.idle(millis);
        }
    }

    private StepInputs stepAt(long millis) {
        heard(millis);
        return steps.at(millis, known.endMillis());
    }

    private void heard(long millis) {
        health.heard(millis);
        known.heard(millis, stepMillis());
    }

    private void ended(StepInputs inputs) {
        if (grid == null || inputs.endMillis() <= known.endMillis()) {
            return; // nothing can be said of it, or history has told it already
        }
        bridge(grid, inputs);
        inputs.sweptBy(othersLow, othersHigh);
        othersLow = Double.NaN;
        othersHigh = Double.NaN;
        GridBar bar = inputs.bar(known.endMillis(), grid.mark(), health.areReportsKnown() && !inputs.isDeaf());
        known.append(bar);
        StepReport report = grid.step(inputs.step(bar));
        terms.swept().end(venue(), bar.endMillis());
        health.stepped(inputs, report, grid);
        terms.listener().stepped(venue(), bar, report);
    }

    /** A stretch of which nothing was heard is a bar of its own: what came after it says nothing of it. */
    private void bridge(VenueGrid over, StepInputs next) {
        GridBar last = known.newest();
        if (last != null && next.startMillis() - known.endMillis() > IDLE_STEP) {
            GridBar unknown = BarSeries.hole(last, next.bar(next.startMillis(), over.mark(), false));
            known.append(unknown);
            over.step(unknown.toStep());
            terms.swept().end(venue(), unknown.endMillis());
        }
    }

    /** What the venue's figures rest on now. */
    Set<GridFlag> flags(long nowMillis) {
        Set<GridFlag> flags = EnumSet.copyOf(known.flags());
        flags.addAll(health.flags(nowMillis));
        flags.addAll(tables.flagsAt(nowMillis));
        if (guard.isHolding()) {
            flags.add(GridFlag.MARK_HELD);
        }
        if (nowMillis - known.liveSinceMillis() < InputLog.SPAN_MILLIS) {
            flags.add(GridFlag.BOOTSTRAP);
        }
        if (isDown(nowMillis)) {
            flags.remove(GridFlag.VENUE_SILENT);
            flags.add(GridFlag.VENUE_DOWN);
        }
        return flags;
    }

    boolean isDown(long nowMillis) {
        return grid == null || health.isDown(nowMillis);
    }

    /** {@code Long.MAX_VALUE} if there are no inputs. */
    long knownFromMillis() {
        return known.beginMillis();
    }

    /** {@code Long.MAX_VALUE} before the first event. */
    long liveSinceMillis() {
        return known.liveSinceMillis();
    }

    void figures(DoubleConsumer sink) {
        sink.accept((double) known.beginMillis());
        sink.accept((double) known.endMillis());
        sink.accept((double) markMillis);
        sink.accept((double) health.heardMillis());
        sink.accept((double) health.interestMillis());
        sink.accept(latestMark);
        if (grid != null) {
            grid.figures(sink);
        }
    }

    List<GridBar> barsSince(long millis) {
        return known.since(millis);
    }

    /** NaN before the first. */
    double latestMark() {
        return latestMark;
    }

    /** The last mark of this venue's own, while it is fresh; NaN otherwise. */
    double freshMark(long nowMillis) {
        return nowMillis - markMillis <= MARK_PATIENCE ? latestMark : Double.NaN;
    }
}
