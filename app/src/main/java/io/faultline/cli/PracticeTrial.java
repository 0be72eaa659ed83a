package io.faultline.cli;

import io.faultline.ledger.ClusterWatch;
import io.faultline.ledger.FlowMeter;
import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.Ledger;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerRule;
import io.faultline.ledger.MarkSpan;
import io.faultline.ledger.ProfileScore;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.BracketTable;
import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.StepReport;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.Crowd;
import io.faultline.practice.crowd.CrowdListener;
import io.faultline.practice.crowd.CrowdSettings;
import io.faultline.practice.crowd.CrowdVenue;
import io.faultline.practice.crowd.StylisedFacts;
import io.faultline.practice.crowd.TrueMass;
import io.faultline.signal.FundingSample;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One practice market with the model beside it, fed with what the market publishes as the live program is, and held
 * against the positions that the market knows and the model does not. One thread.
 */
final class PracticeTrial implements CrowdListener {
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final long LOOK = 10 * SECOND;
    private static final Venue VENUE = Venue.BINANCE;

    private final long seed;
    private final PracticePlan plan;
    private final CrowdSettings settings = CrowdSettings.of(VENUE);
    private final CrowdVenue venue = settings.venues().get(0);
    private final Crowd crowd;
    private final SymbolGrid grid;
    private final List<FlowRecord> flows = new ArrayList<>();
    private final FlowMeter meter = new FlowMeter(VENUE, this::flowed);
    private final LedgerRule rule = LedgerRule.standard("evaluate");
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Ledger ledger = new Ledger(rule, entries::add);
    private final ClusterWatch watch = new ClusterWatch();
    private final CrowdPaths paths = new CrowdPaths(venue);
    private final StylisedFacts facts = new StylisedFacts(venue);
    private final List<double[]> looks = new ArrayList<>();
    private final long scoredFromMillis;
    private OptionalDouble fundingPer8h = OptionalDouble.empty();
    private boolean scoring;
    private long steps;
    private long withInterest;

    private PracticeTrial(long seed, PracticePlan plan) {
        this.seed = seed;
        this.plan = plan;
        crowd = Crowd.start(seed, settings);
        scoredFromMillis = crowd.millis() + plan.warmUpHours() * HOUR;
        grid = new SymbolGrid(plan.parameters(), this::stepped);
        LocalDate day =
                Instant.ofEpochMilli(crowd.millis()).atZone(ZoneOffset.UTC).toLocalDate();
        grid.open(
                VENUE,
                new BracketTables(
                        List.of(new BracketTable(day, settings.margin(), BracketTable.Origin.VENUE, List.of()))),
                ReportFeed.COMPLETE);
    }

    /** Runs the market to the end of its scored hours. */
    static PracticeScore run(long seed, PracticePlan plan) {
        return new PracticeTrial(seed, plan).run();
    }

    private PracticeScore run() {
        long begun = System.nanoTime();
        long end = scoredFromMillis + plan.hours() * HOUR;
        while (crowd.millis() < end) {
            long until = crowd.millis() + SECOND;
            scoring = until > scoredFromMillis;
            crowd.advance(until, this);
            grid.advance(until);
            if (scoring) {
                second(until, end);
            }
        }
        return new PracticeScore(
                seed,
                new PracticeScore.Profiles(mean(0), mean(1), mean(2), mean(3)),
                mean(4),
                flows,
                entries,
                facts,
                new EvaluateReport.Coverage(steps, withInterest, steps),
                (System.nanoTime() - begun) / 1_000_000);
    }

    private void second(long millis, long end) {
        if (millis % LOOK == 0) {
            paths.look(millis, crowd.book(VENUE));
            Projection projection = Projection.of(grid.snapshots(millis), Selection.ALL);
            ledger.sighted(watch.look(
                    millis, projection, new ClusterWatch.Readings(fundingPer8h, ReportFeed.COMPLETE, paths::to)));
        }
        long scored = millis - scoredFromMillis;
        boolean isLast = millis == end && looks.isEmpty();
        if (scored % (PracticePlan.TRUTH_HOURS * HOUR) == 0 || isLast) {
            compare(millis);
            facts.check(crowd.conservation());
        }
    }

    private void compare(long millis) {
        double mark = crowd.mark(VENUE);
        TrueMass truth = crowd.truth(VENUE);
        ProfileScore score = new ProfileScore(mark, crowd.openInterest(VENUE) * mark, truth::usd);
        Profile model = Projection.of(grid.snapshots(millis), Selection.ALL).profile(Basis.AT_RISK);
        looks.add(new double[] {
            score.of(model::usd),
            score.of(meter.byInterest()::massUsd),
            score.of(meter.byVolume()::massUsd),
            score.of(crowd.oracle(VENUE)::usd),
            score.levelOf(model::usd)
        });
    }

    private double mean(int figure) {
        return looks.stream()
                .mapToDouble(look -> look[figure])
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private void stepped(Venue of, GridBar bar, StepReport report) {
        meter.stepped(bar, report);
        if (bar.startMillis() >= scoredFromMillis) {
            steps++;
            withInterest += Double.isNaN(bar.openInterest()) ? 0 : 1;
            ledger.swept(PositionSide.LONG, bar.endMillis(), report.sweptLongUsd());
            ledger.swept(PositionSide.SHORT, bar.endMillis(), report.sweptShortUsd());
        }
    }

    private void flowed(FlowRecord flow) {
        if (flow.startMillis() >= scoredFromMillis) {
            flows.add(flow);
        }
    }

    @Override
    public void trade(Venue at, long millis, TakerSide taker, long priceTicks, long lots, boolean isForced) {
        double price = priceTicks * venue.tick();
        double usd = price * lots * venue.lot();
        boolean bought = taker == TakerSide.BUY;
        grid.trade(at, millis, price, bought ? usd : 0, bought ? 0 : usd);
        if (scoring) {
            facts.trade(at, millis, taker, priceTicks, lots, isForced);
        }
    }

    @Override
    public void mark(Venue at, long millis, double mark, double index) {
        grid.mark(at, millis, mark);
        if (scoring) {
            ledger.mark(MarkSpan.at(millis, mark));
        }
    }

    @Override
    public void openInterest(Venue at, long millis, double coins) {
        grid.openInterest(at, millis, coins);
        if (scoring) {
            facts.openInterest(at, millis, coins);
        }
    }

    @Override
    public void liquidation(Venue at, long millis, PositionSide side, long priceTicks, long lots) {
        double price = priceTicks * venue.tick();
        double usd = price * lots * venue.lot();
        grid.forced(at, side, millis, usd);
        if (scoring) {
            ledger.forced(side, millis, usd, price);
        }
    }

    @Override
    public void funding(Venue at, long millis, double rate, double predicted, long nextMillis) {
        fundingPer8h = OptionalDouble.of(new FundingSample(predicted, venue.fundingHours(), 0, 1).per8h());
    }
}
