package io.faultline.desk;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmHost;
import io.faultline.alarm.AlarmInbox;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.MemoryHost;
import io.faultline.alarm.WatchState;
import io.faultline.alarm.text.TrackerText;
import io.faultline.book.BookObserver;
import io.faultline.book.BookSynchronizer;
import io.faultline.book.SnapshotRequests;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.BookDelta;
import io.faultline.market.ClusterMark;
import io.faultline.market.ClusterNames;
import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import io.faultline.market.FrameRefused;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.ModelChange;
import io.faultline.market.RiskTiers;
import io.faultline.market.RulesChange;
import io.faultline.market.SocketClosed;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import io.faultline.market.VenueClock;
import io.faultline.market.VenueSwitch;
import io.faultline.market.VenueTraffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Owns all state of one symbol, over every venue that lists it: events in, views out. Single-threaded, and a function of
 * its events alone: it reads no clock, so the same events give the same state, to the bit. Events must be of this symbol,
 * whatever each venue calls it.
 */
public final class Desk {
    private static final int TAPE = 4_096;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String symbol;
    private final SnapshotRequests requests;
    private final BookObserver observer;
    private final Map<Venue, VenueState> venues = new EnumMap<>(Venue.class);
    private final Map<Venue, FeedState> feeds = new EnumMap<>(Venue.class);
    private final PriceLead lead = new PriceLead();
    private final BarRecorder bars = new BarRecorder();
    private final AllBooks books = new AllBooks(venues.values());
    private final DepthRecorder depth = new DepthRecorder(books);
    private final LiquidationTape liquidations = new LiquidationTape();
    private final TimeLog<Trade> tape = new TimeLog<>(TAPE, 0);
    private final LargeTrades large = new LargeTrades();
    private final VenueGrids grids;
    private final LiquidationModel model;
    private final SignalDesk signals;
    private @Nullable DeskLedger ledger;
    private final AlarmDesk alarms;
    private @Nullable KeptLedger kept;
    private long timeNanos;

    /**
     * @param symbol canonical, such as {@code BTCUSDT}
     * @param requests where a book that must synchronise asks for a snapshot
     */
    public Desk(String symbol, SnapshotRequests requests) {
        this(symbol, requests, BookObserver.NONE, MarginTables.NONE, ModelParameters.DEFAULT);
    }

    /**
     * @param observer is told of each change applied to a book, on the thread that calls {@link #apply}
     * @param tables margin tables that are known beforehand; without any no liquidations are modelled
     * @param parameters of the model of liquidations
     */
    public Desk(
            String symbol,
            SnapshotRequests requests,
            BookObserver observer,
            MarginTables tables,
            ModelParameters parameters) {
        this.symbol = symbol;
        this.requests = requests;
        this.observer = observer;
        grids = new VenueGrids(symbol, tables, parameters);
        model = new LiquidationModel(grids);
        signals = new SignalDesk(
                !tables.isEmpty(), venues.values(), grids, books, bars.logs().get(1));
        alarms = new AlarmDesk(symbol, signals);
    }

    public String symbol() {
        return symbol;
    }

    /** Shows a venue from the start, before it has said anything: what its connections do is worth seeing. */
    public void expect(InstrumentId instrument) {
        expect(instrument, Map.of());
    }

    /** @param silentAfter the longest that a healthy topic is silent */
    public void expect(InstrumentId instrument, Map<Topic, Duration> silentAfter) {
        venue(instrument);
        feed(instrument.venue()).expect(silentAfter);
    }

    /** Takes an event in. A {@link BookDelta} belongs to the desk from here on, which releases it. */
    public void apply(MarketEvent event) {
        if (event instanceof MarketEvent.OfInstrument about) {
            advance(about.receivedNanos());
            ClustersView before = signals.view();
            signals.advance(about.receivedNanos());
            boolean decides = about instanceof ModelChange || about instanceof RulesChange;
            if (kept != null && !decides) { // what a session begins with is no change
                kept.look(this, grids.grid(), Math.floorDiv(timeNanos, NANOS_PER_MILLI));
            }
            if (ledger != null) {
                ledger.read(signals.view());
            }
            alarms.look(before);
            if (about instanceof ModelChange change) {
                model.change(change);
            } else if (about instanceof RulesChange change) {
                signals.use(change);
            } else if (about instanceof ClusterNames names) {
                signals.restore(names);
            } else if (about instanceof ClusterMark mark) {
                signals.remark(mark.clusterId());
            } else if (about instanceof RiskTiers table && table.source() == RiskTiers.Source.IMPORTED) {
                grids.use(table); // of the user's: its venue has said nothing, and need not be there
            } else {
                apply(about, venue(about.instrument()));
            }
        } else if (event instanceof VenueSwitch turned) {
            grids.turn(turned);
        } else if (event instanceof FeedStatus status) {
            apply(status);
        } else if (event instanceof SocketClosed closed) {
            VenueState venue = venues.get(closed.venue());
            if (venue != null) {
                venue.close(closed);
            }
        } else if (event instanceof FrameRefused refused) {
            feed(refused.venue()).apply(refused);
        } else if (event instanceof VenueClock clock) {
            feed(clock.venue()).apply(clock);
        } else if (event instanceof VenueTraffic traffic) {
            feed(traffic.venue()).apply(traffic);
        }
    }

    private void apply(FeedStatus status) {
        feed(status.venue()).apply(status);
        grids.see(status);
        alarms.see(status);
        VenueState venue = venues.get(status.venue());
        if (venue != null && venue.losesBook(status)) {
            advance(status.receivedNanos());
            venue.loseBook(status);
        }
        if (status.state() == FeedStatus.State.OFF) {
            books.leave(status.venue());
        }
    }

    private void advance(long nowNanos) {
        // Sockets are stamped on their own threads, so events of two may arrive a little out of order.
        if (nowNanos > timeNanos) {
            depth.advance(nowNanos);
            bars.advance(nowNanos);
            large.advance(nowNanos);
            for (VenueState venue : venues.values()) {
                venue.advance(nowNanos);
            }
            if (grids.advance(nowNanos)) {
                model.lookWhatIsToBeLearned();
            }
            timeNanos = nowNanos;
        }
    }

    private void apply(MarketEvent.OfInstrument event, VenueState venue) {
        if (event instanceof Trade trade) {
            apply(trade, venue);
            return;
        }
        if (!(event instanceof KeptGrid)) {
            venue.apply(event); // no venue has said that
        }
        if (event instanceof Liquidation liquidation) {
            if (liquidations.add(liquidation)) {
                grids.forced(liquidation, venue);
                signals.forced(liquidation, venue);
                alarms.forced(liquidation, venue);
                if (ledger != null && venue.sized()) {
                    ledger.forced(liquidation, venue.contractSize());
                }
            }
        } else {
            grids.see(event, venue);
            signals.see(event);
            if (event instanceof MarkPrice mark) {
                alarms.mark(mark);
            }
        }
    }

    private void apply(Trade trade, VenueState venue) {
        if (venue.trade(trade)) {
            boolean leads = lead.leads(trade.venue(), venue.openInterest(), trade.receivedNanos());
            double price = Decimals.toDouble(trade.price(), trade.priceScale());
            bars.add(trade, price, venue.usd(trade), leads);
            tape.append(trade);
            large.add(trade, price, venue.usd(trade));
            grids.trade(trade, venue);
            signals.trade(trade, venue, price);
        }
    }

    /** Has a ledger written of all that is said and comes from now on; before the first event. */
    public void keep(DeskLedger written) {
        ledger = written;
        grids.onStep(written::stepped);
    }

    /**
     * Has paper trades kept: each when something has become of it, until it is forgotten.
     *
     * @param records where, by {@link KeptPaper#KIND}
     */
    public void keepPapers(Records records) {
        Map<Integer, String> keys = new HashMap<>();
        signals.papers().onChange((paper, id) -> {
            if (paper != null) {
                KeptPaper kept = new KeptPaper(symbol, id, paper.mark(), paper.result());
                keys.put(id, kept.key());
                records.write(KeptPaper.KIND, kept.key(), kept.json());
            } else if (keys.containsKey(id)) {
                records.write(KeptPaper.KIND, keys.remove(id), null);
            }
        });
    }

    /** The same, and has it kept and shown in the views; before the first event. */
    public void keep(KeptLedger running) {
        kept = running;
    }

    /**
     * Has the symbol's alarms watched; before the first event, or on the desk's thread. The clusters must go on with the
     * names in what was kept: see {@link ClusterNames}.
     *
     * @param kept what is armed
     * @param board where they are shown, and where what people want of them is left
     * @param hosts make who keeps what is to be kept, and answers there
     */
    public void watch(WatchState kept, AlarmBoard board, Function<AlarmInbox, AlarmHost> hosts) {
        alarms.watch(kept, board, hosts);
    }

    /** Shows what that board says of the symbol's alarms, which somebody else watches. */
    public void show(AlarmBoard board) {
        alarms.show(board);
    }

    /** Has alarms watched that nobody keeps, such as a replay's. */
    public void watch(AlarmBoard board) {
        watch(WatchState.empty(symbol), board, MemoryHost::new);
    }

    /** Arms alarms here as if they were new: what they remember is of another time. On the desk's thread. */
    public void armAnew(List<Alarm> others) {
        alarms.armAnew(others);
    }

    /** The alarms as they are shown; on the desk's thread, and after it has ended. */
    public AlarmsView alarms() {
        return alarms.view();
    }

    /**
     * Lets alarms hear what people want, and how late it is: some twenty times a second, whatever comes.
     *
     * @param nowNanos by our clock, since 1970; 0 while nobody knows
     * @return whether what is shown of them is another
     */
    public boolean tickAlarms(long nowNanos) {
        return alarms.tick(nowNanos);
    }

    /** The alarms, and what their thread has to do with them; on the desk's thread. */
    AlarmDesk alarmDesk() {
        return alarms;
    }

    /** The clusters' names and all that goes with them, as a {@link ClusterNames} has to carry it; on the desk's thread. */
    public String clusterNames() {
        return TrackerText.write(signals.tracker());
    }

    /** Receive time of the newest event, nanoseconds since 1970. */
    long timeNanos() {
        return timeNanos;
    }

    /** A venue's book and how it is kept in step, if the venue has said anything; to be read, on the desk's thread. */
    public Optional<BookSynchronizer> book(Venue venue) {
        return Optional.ofNullable(venues.get(venue)).map(VenueState::synchronizer);
    }

    private VenueState venue(InstrumentId instrument) {
        return venues.computeIfAbsent(instrument.venue(), venue -> new VenueState(instrument, requests, observer));
    }

    private FeedState feed(Venue venue) {
        return feeds.computeIfAbsent(venue, v -> new FeedState());
    }

    /** Throws every book away after an internal fault; each asks for a snapshot with its next change. */
    void startBooksAgain() {
        venues.values().forEach(VenueState::startBookAgain);
    }

    /** What people ask of the grids of liquidations; on the desk's thread. */
    LiquidationModel model() {
        return model;
    }

    /** The venues that the user has switched off. */
    Set<Venue> off() {
        return grids.grid().off();
    }

    /** The margin tables that the user has imported. */
    List<RiskTiers> imported() {
        return grids.imported();
    }

    /** Clusters and signals, and what people ask of them; on the desk's thread. */
    SignalDesk signals() {
        return signals;
    }

    /** What the grids of liquidations need to go on from, as of now; when the desk's thread has ended. */
    public List<KeptGrid> keptGrids() {
        return KeptGrids.events(grids.kept(), grids.waiting(), timeNanos);
    }

    /** Events of a venue never reached the desk. */
    void eventsLost(Venue venue) {
        grids.eventsLost(venue, timeNanos);
        alarms.lost(venue);
    }

    /** Everything the panels show, as of the last event, none of which were lost. */
    public DeskView view() {
        return view(venue -> 0);
    }

    /** The same for who draws no liquidations: their grids are as they were when they were last copied. */
    public DeskView glance() {
        return view(venue -> 0, false);
    }

    /** Everything the panels show, as of the last event. */
    DeskView view(ToLongFunction<Venue> lostEvents) {
        return view(lostEvents, true);
    }

    /**
     * Everything the panels show, as of the last event.
     *
     * @param lostEvents how many events of a venue never reached the desk
     * @param freshGrids whether the grids of liquidations are copied again, which is worth it ten times a second
     */
    public DeskView view(ToLongFunction<Venue> lostEvents, boolean freshGrids) {
        List<VenueView> views = new ArrayList<>(venues.size());
        for (VenueState state : venues.values()) {
            Venue venue = state.instrument().venue();
            views.add(state.view(timeNanos, feed(venue), lostEvents.applyAsLong(venue)));
        }
        VenueHistory first =
                views.isEmpty() ? VenueHistory.none() : views.get(0).history();
        History history = new History(
                depth.logs(),
                bars.logs(),
                first.marks(),
                first.openInterest(),
                liquidations.log(),
                first.settlements(),
                tape,
                large.log());
        return new DeskView(
                symbol,
                timeNanos,
                views,
                history,
                bars.forming(),
                model.view(freshGrids),
                signals.view(),
                signals.papers().views(),
                alarms(),
                kept == null ? LedgerView.NONE : kept.view());
    }

    /**
     * SHA-256 over all that is known of the market: the same live and in every replay of the journal. What connections do
     * is left out, since a replay has none.
     */
    public String stateHash() {
        StateDigest digest = new StateDigest();
        digest.add(symbol);
        digest.add(timeNanos);
        for (VenueState venue : venues.values()) {
            venue.digest(digest);
        }
        lead.digest(digest);
        bars.digest(digest);
        depth.digest(digest);
        liquidations.digest(digest);
        digest.add(tape.end());
        grids.digest(digest);
        signals.digest(digest);
        return digest.hex();
    }
}
