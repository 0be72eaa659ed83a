package io.faultline.desk;

import io.faultline.alarm.ClustersNow;
import io.faultline.alarm.text.BadTextException;
import io.faultline.alarm.text.TrackerText;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.ClusterNames;
import io.faultline.market.FundingSettlement;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.PositionSide;
import io.faultline.market.RulesChange;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads clusters, paths, walls, sweeps and set-ups of one symbol, ten times a second of event time. A function of the
 * events about the symbol alone: time goes on with these, and not with what connections do. On the desk's thread.
 */
final class SignalDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SignalDesk.class);
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long EVERY = 100;
    private static final long SECOND = 1_000;
    private static final long MARK_PATIENCE = 30_000;
    private static final int LABELS = 2_000;

    private final boolean reads;
    private final Collection<VenueState> states;
    private final VenueGrids model;
    private final AllBooks books;
    private final TimeLog<Bar> minutes;
    private final TimeLog<TapeLabel> labels = new TimeLog<>(LABELS, 0);
    private final Map<Venue, VenueSignals> venues = new EnumMap<>(Venue.class);
    private final FlowMeter flows = new FlowMeter();
    private final SweepDesk sweeps = new SweepDesk(flows);
    private final MarketDesk market = new MarketDesk();
    private final PaperDesk papers = new PaperDesk();
    private final ClusterBoard board;
    private SignalRules rules = SignalRules.DEFAULT;
    private FundingReading funding = FundingReading.UNKNOWN;
    private ClustersView view = ClustersView.NONE;
    private long tick = Long.MIN_VALUE;
    private long fundingSecond = Long.MIN_VALUE;
    private long madeAnew;

    /**
     * @param reads whether anything is read at all
     * @param states of all venues; grows as they say their first word
     * @param minutes bars of a minute over all venues
     */
    SignalDesk(boolean reads, Collection<VenueState> states, VenueGrids model, AllBooks books, TimeLog<Bar> minutes) {
        this.reads = reads;
        this.states = states;
        this.model = model;
        this.books = books;
        this.minutes = minutes;
        board = new ClusterBoard(rules, model, market);
    }

    /** A trade that was not told before. */
    void trade(Trade trade, VenueState state, double price) {
        if (!reads) {
            return;
        }
        double usd = state.usd(trade);
        boolean bought = trade.taker() == TakerSide.BUY;
        signals(state).trade(trade.taker(), price, usd);
        flows.trade(bought ? usd : 0, bought ? 0 : usd);
        sweeps.trade(trade.taker(), price, usd);
        papers.trade(trade.venue(), trade.receivedNanos() / NANOS_PER_MILLI, price, usd, trade.taker());
    }

    /** A liquidation that was not reported before. */
    void forced(Liquidation report, VenueState state) {
        double usd = report.price().doubleValue() * report.size().doubleValue() * state.contractSize();
        sweeps.forced(report, state.sized() ? usd : 0);
    }

    /** Any other event about the symbol. */
    void see(MarketEvent.OfInstrument event) {
        if (event instanceof FundingSettlement settlement) {
            papers.settlement(settlement);
        }
    }

    private VenueSignals signals(VenueState state) {
        return venues.computeIfAbsent(state.instrument().venue(), venue -> new VenueSignals(state, rules.wall()));
    }

    /** An event about the symbol is next: reads everything as it was before, if a tenth of a second has ended. */
    void advance(long nanos) {
        long now = Math.floorDiv(nanos, EVERY * NANOS_PER_MILLI);
        if (reads && now > tick) {
            tick = now;
            read(now * EVERY);
        }
    }

    private void read(long millis) {
        states.forEach(this::signals);
        List<VenueSignals> all = new ArrayList<>(venues.values());
        double mark = mark(millis);
        double mid = books.mid(millis * NANOS_PER_MILLI);
        if (model.madeAnew() != madeAnew) {
            madeAnew = model.madeAnew();
            market.learned();
        }
        market.readPast(millis, () -> PastFigures.of(model.grid().inputs(), model.exchangeMillis(millis)));
        List<Track> before = board.significant(); // the mark that enters a cluster has swept it by the next look
        board.look(millis, mark);
        readBooks(millis, mid, all);
        flows.advance(millis, mid);
        market.advance(millis, mark, mid, states, all, books.expected());
        if (Math.floorDiv(millis, SECOND) != fundingSecond) {
            fundingSecond = Math.floorDiv(millis, SECOND);
            funding = FundingDesk.read(states, rules.funding(), millis);
        }
        sweeps.advance(millis, mark, mid, before, all, minutes).forEach(labels::append);
        papers.advance(millis, mark, mid, all);
        view = view(millis, mark, mid, all);
    }

    /** Reads each book as far as clusters stand. */
    private void readBooks(long millis, double mid, List<VenueSignals> all) {
        double openInterestUsd = 0;
        for (VenueState state : states) {
            openInterestUsd += state.openInterestUsd();
        }
        double below = board.wantedBelow(mid);
        double above = board.wantedAbove(mid);
        for (VenueSignals venue : all) {
            venue.read(millis, below, above, openInterestUsd).forEach(labels::append);
        }
    }

    /** Median of the venues' marks that are fresh; NaN without any. */
    private double mark(long millis) {
        double[] marks = new double[states.size()];
        int count = 0;
        for (VenueState state : states) {
            MarkPrice mark = state.mark();
            if (mark != null && millis - mark.receivedNanos() / NANOS_PER_MILLI <= MARK_PATIENCE) {
                marks[count++] = mark.mark().doubleValue();
            }
        }
        Arrays.sort(marks, 0, count);
        return count == 0 ? Double.NaN : (marks[count / 2] + marks[(count - 1) / 2]) / 2;
    }

    private ClustersView view(long millis, double mark, double mid, List<VenueSignals> all) {
        ClusterDesk clusters = board.clusters();
        return new ClustersView(
                clusters.newest().isPresent(),
                clusters.rebuilds(),
                millis,
                clusters.newest().map(Sighting::millis).orElse(0L),
                rules,
                mark,
                mid,
                board.sides(millis, mark, mid, all, funding),
                board.asymmetry(),
                market.reading(),
                funding,
                sights(mid, all),
                walls(all),
                sweeps.views(),
                labels,
                clusters.events());
    }

    private Map<Venue, VenueSight> sights(double mid, List<VenueSignals> all) {
        List<Venue> counting = board.clusters().newest().map(Sighting::venues).orElse(List.of());
        Map<Venue, VenueSight> sights = new EnumMap<>(Venue.class);
        for (VenueSignals venue : all) {
            double openInterestUsd = venue.state().openInterestUsd();
            sights.put(
                    venue.venue(),
                    new VenueSight(
                            counting.contains(venue.venue()),
                            openInterestUsd > 0 ? openInterestUsd : Double.NaN,
                            venue.depth().inStep(),
                            venue.depth().reachBps(PositionSide.LONG, mid),
                            venue.depth().reachBps(PositionSide.SHORT, mid),
                            venue.usualUsdPerBp(Side.BID),
                            venue.usualUsdPerBp(Side.ASK),
                            model.tables(venue.venue())));
        }
        return sights;
    }

    private static List<WallView> walls(List<VenueSignals> all) {
        List<WallView> walls = new ArrayList<>();
        for (VenueSignals venue : all) {
            walls.addAll(venue.walls(Side.BID));
            walls.addAll(venue.walls(Side.ASK));
        }
        walls.sort(Comparator.comparingDouble(WallView::lowPrice).reversed());
        return walls;
    }

    /** As of the last tenth of a second. */
    ClustersView view() {
        return view;
    }

    /** Plans traded on paper. */
    PaperDesk papers() {
        return papers;
    }

    /** What is shown, for alarms. */
    ClustersNow clusters() {
        return new ClustersNow(view.known(), board.clusters().shown());
    }

    /** Whether what is born may long have been there: the grid knows too little of the past. */
    boolean warmingUp() {
        return board.warmingUp();
    }

    /** All that cluster identity remembers, to be kept together with alarms. */
    TrackerState tracker() {
        return board.clusters().state();
    }

    /** Goes on with names that were kept; what cannot be read is said in the program's log, and new names are given. */
    void restore(ClusterNames kept) {
        try {
            restore(TrackerText.read("the names of clusters", kept.state()));
        } catch (BadTextException e) {
            LOG.warn("{}: {}", kept.instrument(), e.getMessage());
        }
    }

    /** Goes on with names that were kept: nothing is announced by the next look. */
    void restore(TrackerState state) {
        board.clusters().restore(rules, state);
    }

    /** Goes on by the rules that the user chose; what cannot be read is said in the program's log, and nothing changes. */
    void use(RulesChange change) {
        RuleText.read(change.state())
                .ifPresentOrElse(
                        this::use, () -> LOG.warn("{}: rules that cannot be read are left out", change.instrument()));
    }

    /** What a {@link RulesChange} to the rules in force carries; empty while they are those that every session begins with. */
    Optional<String> ownRules() {
        return rules.equals(SignalRules.DEFAULT) ? Optional.empty() : Optional.of(RuleText.of(rules));
    }

    SignalRules rules() {
        return rules;
    }

    /** Other rules from now on; clusters are looked for anew with the next look, and nothing is announced. */
    void use(SignalRules others) {
        if (others.equals(rules)) {
            return;
        }
        rules = others;
        board.use(others);
        fundingSecond = Long.MIN_VALUE;
    }

    /** Measures a cluster's migration from where it is now on. */
    void remark(int trackId) {
        board.clusters().remark(trackId);
    }

    void digest(StateDigest digest) {
        if (!reads) {
            return;
        }
        digest.add(tick);
        board.clusters().digest(digest);
        flows.digest(digest);
        sweeps.digest(digest);
        market.digest(digest);
        digest.add(view.sides().toString());
        digest.add(view.walls().toString());
        digest.add(labels.end());
        digest.addOrAbsent(labels.newest());
    }
}
