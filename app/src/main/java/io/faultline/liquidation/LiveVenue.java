package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
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

    /** A venue of which nothing was heard for this long is grey, and then out of the totals. */
    private static final long SILENT_AFTER = 5 * 60_000L;

    private static final long DOWN_AFTER = 60 * 60_000L;

    /** A venue that sends nothing is stepped without inputs this often, so that its mass decays. */
    private static final long IDLE_STEP = 60_000;

    /** Older open interest is none. */
    private static final long INTEREST_PATIENCE = 10 * 60_000L;

    /** Long ago, without overflow when subtracted. */
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Venue venue;
    private final ModelParameters parameters;
    private final ReportFeed feed;
    private final StepQueue steps;
    private final MarkGuard guard = new MarkGuard();
    private final ReportWatch reports = new ReportWatch();
    private final StepListener listener;
    private final Set<GridFlag> historyFlags = EnumSet.noneOf(GridFlag.class);
    private final Set<GridFlag> stepFlags = EnumSet.noneOf(GridFlag.class);
    private final SweptTape swept;
    private BracketTables tables;
    private InputLog log = new InputLog();
    private @Nullable VenueGrid grid;
    private long liveSinceMillis = Long.MAX_VALUE;
    private long markMillis = NEVER;
    private long heardMillis = NEVER;
    private long interestMillis = NEVER;
    private double latestMark = Double.NaN;
    private double othersLow = Double.NaN;
    private double othersHigh = Double.NaN;

    LiveVenue(Terms terms, BracketTables tables) {
        this.tables = tables;
        venue = terms.venue();
        parameters = terms.parameters();
        feed = terms.feed();
        listener = terms.listener();
        swept = terms.swept();
        steps = new StepQueue(parameters.stepSeconds() * 1000L, this::ended);
    }

    /**
     * What does not change as long as it lives.
     *
     * @param feed how much of its liquidations the venue reports
     * @param listener told of each step
     * @param swept told of what marks sweep
     */
    record Terms(Venue venue, ModelParameters parameters, ReportFeed feed, StepListener listener, SweptTape swept) {}

    Venue venue() {
        return venue;
    }

    /** A copy of the grid; null before the first price. */
    @Nullable
    GridSnapshot snapshot() {
        return grid == null ? null : GridSnapshot.of(venue, log.endMillis(), grid, mark(grid));
    }

    private double mark(VenueGrid of) {
        return Double.isNaN(latestMark) ? of.mark() : latestMark;
    }

    /** A copy of another grid of this venue, with the mark and the reported shares of this one; empty before the first price. */
    Optional<GridSnapshot> like(long millis, VenueGrid other) {
        return Optional.ofNullable(grid)
                .map(own -> GridSnapshot.of(venue, millis, other, mark(own))
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
                venue, tables, log.bars(), reportedShare(PositionSide.LONG), reportedShare(PositionSide.SHORT));
    }

    double reportedShare(PositionSide side) {
        return grid == null ? Calibration.PRIOR_SHARE : grid.calibration(side).share();
    }

    /**
     * Runs the past, and what was seen live since, through a new grid.
     *
     * @param past all that is known of it, also within gaps of the live feed
     */
    void learn(BarSeries past, Set<GridFlag> flags) {
        List<GridBar> live = new ArrayList<>(log.bars());
        live.removeIf(bar -> bar.startMillis() < liveSinceMillis);
        List<GridBar> bars = BarMerge.of(past.bars(), live);
        historyFlags.clear();
        historyFlags.addAll(past.flags());
        historyFlags.addAll(flags);
        if (bars.isEmpty()) {
            return;
        }
        adopt(BarSeries.of(InterestHistory.sharedByVolume(bars)).bars());
    }

    /** The same venue under other parameters, from the inputs that are kept. */
    LiveVenue with(ModelParameters others, SweptTape tape) {
        LiveVenue again = new LiveVenue(new Terms(venue, others, feed, listener, tape), tables);
        again.historyFlags.addAll(historyFlags);
        again.liveSinceMillis = liveSinceMillis;
        again.markMillis = markMillis;
        again.latestMark = latestMark;
        List<GridBar> bars = log.bars();
        if (!bars.isEmpty()) {
            again.adopt(bars);
        }
        return again;
    }

    /** Makes these bars all that is known, and the grid what they make of it. */
    private void adopt(List<GridBar> bars) {
        log = new InputLog();
        bars.forEach(log::append);
        HistoryRun run = new HistoryRun(tables, parameters, bars, log.endMillis() - InputLog.SPAN_MILLIS);
        run.advanceTo(Long.MAX_VALUE);
        began(run.grid(), log.endMillis());
    }

    /** Goes on from a state that was kept, with the inputs of before and after it. */
    void restore(GridSnapshot snapshot, List<GridBar> bars) {
        VenueGrid restored = new VenueGrid(tables.at(snapshot.exchangeMillis()).scheme(), parameters, snapshot);
        log = new InputLog();
        for (GridBar bar : bars) {
            if (log.append(bar)) {
                if (bar.startMillis() >= snapshot.exchangeMillis()) {
                    restored.step(bar.toStep());
                }
                if (!Double.isNaN(bar.forcedLongUsd())) { // no venue tells that of its past: it was seen live
                    liveSinceMillis = Math.min(liveSinceMillis, bar.startMillis());
                }
            }
        }
        began(restored, Math.max(snapshot.exchangeMillis(), log.endMillis()));
    }

    private void began(VenueGrid with, long millis) {
        take(with);
        heardMillis = Math.max(heardMillis, millis);
        if (!Double.isNaN(with.openInterest())) {
            interestMillis = Math.max(interestMillis, millis);
        }
    }

    private VenueGrid take(VenueGrid with) {
        with.onSweep((side, tier, bin, usd) -> swept.collect(side, bin, usd));
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
            stepFlags.add(GridFlag.INPUT_REFUSED);
            return;
        }
        if (!guard.accepts(price, othersMark)) {
            return;
        }
        inputs.mark(price, isLastPrice);
        latestMark = price;
        VenueGrid target =
                grid == null ? take(new VenueGrid(tables.at(millis).scheme(), parameters, price, Double.NaN)) : grid;
        sweep(target, millis, price);
    }

    private void sweep(VenueGrid target, long millis, double price) {
        target.sweep(price, price);
        swept.end(venue, millis);
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
        interestMillis = Math.max(interestMillis, millis);
        steps.openInterest(millis, coins, log.endMillis());
    }

    void forced(PositionSide side, long millis, double usd) {
        reports.reported();
        stepAt(millis).forced(side, usd);
    }

    void tradesLost(long millis) {
        stepAt(millis).tradesLost();
    }

    /** Ends the steps that need not wait any longer. */
    void advance(long millis) {
        steps.advance(millis);
        if (grid != null && steps.isEmpty() && millis - log.endMillis() >= IDLE_STEP) {
            steps.idle(millis);
        }
    }

    private StepInputs stepAt(long millis) {
        heard(millis);
        return steps.at(millis, log.endMillis());
    }

    private void heard(long millis) {
        heardMillis = Math.max(heardMillis, millis);
        if (liveSinceMillis == Long.MAX_VALUE) {
            long stepMillis = parameters.stepSeconds() * 1000L;
            liveSinceMillis = Math.floorDiv(millis, stepMillis) * stepMillis;
        }
    }

    private void ended(StepInputs inputs) {
        if (grid == null) {
            return;
        }
        boolean areReportsKnown = feed != ReportFeed.NONE && !reports.isSilent() && !inputs.isDeaf();
        inputs.sweptBy(othersLow, othersHigh);
        othersLow = Double.NaN;
        othersHigh = Double.NaN;
        GridBar bar = inputs.bar(log.endMillis(), grid.mark(), areReportsKnown);
        log.append(bar);
        StepReport report = grid.step(inputs.step(bar));
        swept.end(venue, bar.endMillis());
        expectReports(inputs, report);
        remember(inputs, report);
        listener.stepped(venue, bar, report);
    }

    private void expectReports(StepInputs inputs, StepReport report) {
        if (grid != null && inputs.hadTrades() && feed != ReportFeed.NONE) {
            reports.expect(report.longShare()
                            * report.sweptLongUsd()
                            / grid.calibration(PositionSide.LONG).eventUsd()
                    + report.shortShare()
                            * report.sweptShortUsd()
                            / grid.calibration(PositionSide.SHORT).eventUsd());
        }
    }

    private void remember(StepInputs inputs, StepReport report) {
        stepFlags.clear();
        stepFlags.addAll(report.flags());
        stepFlags.remove(GridFlag.NO_OI); // samples may be rarer than steps
        if (inputs.isMarkFromLast()) {
            stepFlags.add(GridFlag.MARK_FROM_LAST);
        }
        if (inputs.areTradesLost()) {
            stepFlags.add(GridFlag.GAP);
        }
        if (inputs.hadRefusedInput()) {
            stepFlags.add(GridFlag.INPUT_REFUSED);
        }
    }

    /** What the venue's figures rest on now. */
    Set<GridFlag> flags(long nowMillis) {
        Set<GridFlag> flags = EnumSet.copyOf(historyFlags);
        flags.addAll(stepFlags);
        flags.addAll(tables.flagsAt(nowMillis));
        if (nowMillis - interestMillis > INTEREST_PATIENCE) {
            flags.add(GridFlag.NO_OI);
        }
        if (feed == ReportFeed.NONE) {
            flags.add(GridFlag.NO_LIQ_FEED);
        } else if (feed == ReportFeed.THROTTLED) {
            flags.add(GridFlag.THROTTLED_FEED);
        }
        if (reports.isSilent()) {
            flags.add(GridFlag.LIQ_SILENT);
        }
        if (guard.isHolding()) {
            flags.add(GridFlag.MARK_HELD);
        }
        if (nowMillis - liveSinceMillis < InputLog.SPAN_MILLIS) {
            flags.add(GridFlag.BOOTSTRAP);
        }
        if (isDown(nowMillis)) {
            flags.add(GridFlag.VENUE_DOWN);
        } else if (nowMillis - heardMillis > SILENT_AFTER) {
            flags.add(GridFlag.VENUE_SILENT);
        }
        return flags;
    }

    /** {@code Long.MAX_VALUE} if there are no inputs. */
    long knownFromMillis() {
        return log.startMillis();
    }

    /** {@code Long.MAX_VALUE} before the first event. */
    long liveSinceMillis() {
        return liveSinceMillis;
    }

    void figures(DoubleConsumer sink) {
        sink.accept((double) log.startMillis());
        sink.accept((double) log.endMillis());
        sink.accept((double) markMillis);
        sink.accept((double) heardMillis);
        sink.accept((double) interestMillis);
        sink.accept(latestMark);
        if (grid != null) {
            grid.figures(sink);
        }
    }

    boolean isDown(long nowMillis) {
        return grid == null || nowMillis - heardMillis > DOWN_AFTER;
    }

    List<GridBar> barsSince(long millis) {
        return log.since(millis);
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
