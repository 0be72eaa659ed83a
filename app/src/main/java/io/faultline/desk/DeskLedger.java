package io.faultline.desk;

import io.faultline.ledger.CardLines;
import io.faultline.ledger.FlowMeter;
import io.faultline.ledger.Ledger;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerRule;
import io.faultline.ledger.LedgerState;
import io.faultline.ledger.MarkSpan;
import io.faultline.ledger.Receipt;
import io.faultline.ledger.SeenCluster;
import io.faultline.liquidation.Asymmetry;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.StepListener;
import io.faultline.liquidation.StepReport;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingRule;
import io.faultline.signal.SizeScale;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Feeds a ledger with what a desk says of clusters and with what comes: {@link Desk#keep}. Clusters, marks and reports are
 * of the time at which they were received, steps of the model of exchange time. On the desk's thread.
 */
public final class DeskLedger {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Predicate<Venue> tells;
    private final Consumer<LedgerEntry> due;
    private final StepListener steps;
    private final Ledger ledger;
    private final Map<Venue, FlowMeter> flows = new EnumMap<>(Venue.class);
    private ClustersView last = ClustersView.NONE;

    /**
     * @param state what an earlier ledger had not finished
     * @param tells whether a venue's reports of liquidations are heard
     * @param due is given each entry once, when it is whole, on the desk's thread
     * @param steps is told of each step of the model, likewise
     */
    public DeskLedger(
            LedgerRule rule, LedgerState state, Predicate<Venue> tells, Consumer<LedgerEntry> due, StepListener steps) {
        this.tells = tells;
        this.due = due;
        this.steps = steps;
        ledger = new Ledger(rule, state, due);
    }

    /** What is needed to go on after a restart. */
    public LedgerState state() {
        return ledger.state();
    }

    /** Receipts that are not whole yet, as they stand. */
    public List<Receipt> openReceipts() {
        return ledger.openReceipts();
    }

    /** How many predictions are not due yet. */
    int waiting() {
        return ledger.waiting();
    }

    /** Predictions that were dropped, because marks were missing. */
    int interrupted() {
        return ledger.interrupted();
    }

    /** Goes on with what another ledger had not finished: {@link Ledger#resume}. */
    void resume(LedgerState state, List<MarkSpan> between) {
        ledger.resume(state, between);
    }

    /** Takes what is read off the market now; the same view again says nothing new. */
    void read(ClustersView view) {
        if (view.asOfMillis() == last.asOfMillis()) { // a reading has a time of its own
            return;
        }
        ClustersView before = last;
        last = view;
        if (!(view.mark() > 0)) {
            return;
        }
        ledger.mark(MarkSpan.at(view.asOfMillis(), view.mark()));
        if (view.known() && view.sightedMillis() != before.sightedMillis()) {
            ledger.sighted(sighting(view));
        }
    }

    private io.faultline.ledger.Sighting sighting(ClustersView view) {
        List<ClusterView> clusters = view.clusters();
        double openInterestUsd = clusters.isEmpty() ? 0 : clusters.get(0).mass().openInterestUsd();
        double per8h = view.funding().per8h();
        return new io.faultline.ledger.Sighting(
                view.asOfMillis(),
                view.mark(),
                openInterestUsd,
                Double.isNaN(per8h) ? OptionalDouble.empty() : OptionalDouble.of(per8h),
                asymmetry(view),
                feed(view),
                clusters.stream().map(cluster -> seen(cluster, view)).toList());
    }

    private static Asymmetry asymmetry(ClustersView view) {
        io.faultline.signal.Asymmetry read = view.asymmetry().get(DistanceProfile.NARROW);
        if (read == null) {
            return new Asymmetry(Asymmetry.Lean.EMPTY, Double.NaN);
        }
        Double ratio = read.ratio();
        return new Asymmetry(Asymmetry.Lean.valueOf(read.lean().name()), ratio == null ? Double.NaN : ratio);
    }

    /** By the venue that tells least, of those that tell anything. */
    private ReportFeed feed(ClustersView view) {
        ReportFeed feed = ReportFeed.NONE;
        for (Map.Entry<Venue, VenueSight> each : view.venues().entrySet()) {
            if (each.getValue().counts() && tells.test(each.getKey())) {
                boolean isWhole = VenueFacts.liquidations(each.getKey()) == Liquidation.Completeness.COMPLETE;
                feed = isWhole && feed != ReportFeed.THROTTLED ? ReportFeed.COMPLETE : ReportFeed.THROTTLED;
            }
        }
        return feed;
    }

    private static SeenCluster seen(ClusterView cluster, ClustersView view) {
        return new SeenCluster(
                cluster.track(), cluster.mass().expected(), cluster.path().overall(), card(cluster, view));
    }

    private static CardLines card(ClusterView cluster, ClustersView view) {
        ClusterMass mass = cluster.mass();
        return new CardLines(
                mass.atRiskUsd(),
                mass.discountedUsd(view.rules().discount()),
                mass.expected().meanUsd(),
                mass.expected().lowUsd(),
                mass.expected().highUsd(),
                mass.band(SizeScale.BY_OPEN_INTEREST),
                mass.openInterestShare(),
                mass.dailyShare(),
                cluster.cluster().densityUsdPerTenthPercent(),
                cluster.cluster().widthBps(),
                mass.confirming(),
                cluster.ageMillis(view.asOfMillis()),
                cluster.migration(),
                mass.growth15m(),
                cluster.distance(),
                DistanceProfile.NARROW.band(cluster.distance()),
                cluster.funding(FundingRule.SQUEEZE),
                cluster.grade().points(),
                cluster.grade().outOf());
    }

    /**
     * A liquidation that was not reported before.
     *
     * @param contractSize coins in one of the wire's units of size
     */
    void forced(Liquidation report, double contractSize) {
        double price = report.price().doubleValue();
        double usd = price * report.size().doubleValue() * contractSize;
        ledger.forced(report.side(), report.receivedNanos() / NANOS_PER_MILLI, usd, price);
    }

    /** A live step of a venue's grid. */
    void stepped(Venue venue, GridBar bar, StepReport report) {
        flows.computeIfAbsent(
                        venue,
                        id -> tells.test(id) ? new FlowMeter(id, due::accept) : FlowMeter.ofSilent(id, due::accept))
                .stepped(bar, report);
        ledger.swept(PositionSide.LONG, bar.endMillis(), report.sweptLongUsd());
        ledger.swept(PositionSide.SHORT, bar.endMillis(), report.sweptShortUsd());
        steps.stepped(venue, bar, report);
    }
}
