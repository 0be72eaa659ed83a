package io.faultline.cli;

import io.faultline.book.BookObserver;
import io.faultline.desk.AlarmBoard;
import io.faultline.desk.Desk;
import io.faultline.desk.DeskThread;
import io.faultline.desk.DeskView;
import io.faultline.desk.PictureChoice;
import io.faultline.desk.Records;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.desk.SignalRules;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.FeedPorts;
import io.faultline.feed.Gate;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.SessionPlan;
import io.faultline.venue.VenueAdapter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Symbols, live from their venues: feeds at one end, a desk for each symbol at the other, a journal beside. What a window
 * shows is the first symbol's desk.
 */
final class LiveSession implements Session {
    private final MarketClock clock;
    private final LiveDesks desks;
    private final DeskThread shown;
    private final LiveJournal journal;
    private final RestMemory answers;
    private final TrafficTap traffic;
    private final LiveFeeds feeds;
    private final SymbolRouter router;
    private final GridDoor grids;
    private final String title;
    private volatile Mode mode = Mode.LIVE;
    private volatile Optional<Practice> terms = Optional.empty();
    private volatile @Nullable LivePast past;
    private volatile @Nullable GridKeeping keeping;
    private final HomeAlarms alarms;
    private final OwnModel own;
    private final DecidedModel decided;
    private final Runnable takeOver = this::takeOver;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Runnable leaving = this::end;

    /**
     * Starts to connect, and comes back at once.
     *
     * @param symbols canonical, such as {@code BTCUSDT}; at least one
     * @param journal closed with the session
     */
    LiveSession(List<String> symbols, Collection<VenueAdapter> adapters, FeedPolicy policy, LiveJournal journal) {
        this(symbols, adapters, new SharedAccess(policy), journal, BookObserver.NONE);
    }

    /**
     * @param access shared with the program's other sessions
     * @param observer sees the books on the desks' threads
     */
    LiveSession(
            List<String> symbols,
            Collection<VenueAdapter> adapters,
            SharedAccess access,
            LiveJournal journal,
            BookObserver observer) {
        this(symbols, adapters, access, journal, observer, OwnModel.unkept(), new HomeAlarms());
    }

    /**
     * @param own shared with the program's other sessions, as {@code access} is
     * @param kept shared with them too: alarms, and what else must survive
     */
    LiveSession(
            List<String> symbols,
            Collection<VenueAdapter> adapters,
            SharedAccess access,
            LiveJournal journal,
            BookObserver observer,
            OwnModel own,
            HomeAlarms kept) {
        alarms = kept;
        this.journal = journal;
        this.own = own;
        clock = access.clock();
        desks = new LiveDesks(symbols, adapters, clock, this::requestSnapshot, observer, alarms);
        shown = desks.first();
        title = adapters.stream().map(adapter -> adapter.venue().title()).collect(Collectors.joining(", "));
        router = new SymbolRouter(adapters, desks.sinks());
        answers = new RestMemory(adapters, symbols);
        traffic = new TrafficTap(router);
        Gate gate = new Gate();
        grids = new GridDoor(gate, clock.nanos(), journal::offer, router);
        FeedPorts ports = new FeedPorts(clock.nanos(), this::tap, this::heard, gate, clock.market());
        feeds = new LiveFeeds(adapters, symbols, access, ports);
        decided = new DecidedModel(
                own, desks.bySymbol(), grids, adapters.iterator().next());
        decided.follow();
        decided.goOnWithNames(alarms);
        alarms.enter(takeOver);
        feeds.start();
    }

    /** The program that kept the alarms has gone: they are watched here from now on. */
    private void takeOver() {
        decided.goOnWithNames(alarms);
        desks.watchAlarms();
    }

    private void tap(Frame frame) {
        answers.see(frame);
        journal.offer(frame);
        traffic.accept(frame);
    }

    private void heard(MarketEvent event) {
        LivePast current = past;
        if (current != null) {
            current.see(event);
        }
        router.accept(event);
    }

    /** Says on every surface that this is practice. Before anybody sees it. */
    void label(Optional<Practice> practice) {
        mode = Mode.PRACTICE;
        terms = practice;
    }

    /**
     * Keeps what comes from now on, asks the venues for what was before, and shows it. Once, any thread; closed with the
     * session, and not begun if that has ended.
     *
     * @param opening opens the past of the shown symbol
     * @param kept where the shown symbol's grids of liquidations are kept for the next start
     */
    synchronized void keep(Supplier<LivePast> opening, GridFile kept) {
        if (ended.get()) {
            return;
        }
        LivePast ofSymbol = opening.get();
        past = ofSymbol;
        GridKeeping gridKeeping = new GridKeeping(kept, shown, clock.nanos());
        keeping = gridKeeping;
        gridKeeping.start(
                this::restore,
                () -> ofSymbol.teach(
                        pasts -> shown.learn(pasts, (instrument, state) -> grids.grid(instrument, false, state))));
        venues().forEach((venue, on) -> {
            if (on) {
                ofSymbol.fill(venue, (request, then) -> feeds.get(venue, request, then));
            }
        });
    }

    private void restore(KeptGrid grid) {
        if (venues().containsKey(grid.venue())) {
            grids.grid(grid.instrument(), true, grid.state());
        }
    }

    /**
     * A journal begun in the middle needs what came before: the venues' answers, a snapshot of each book, and the grids of
     * liquidations and the clusters' names as they stand.
     */
    private void begin() {
        answers.at(clock.nanos().getAsLong()).forEach(journal::offer);
        feeds.requestSnapshots();
        decided.writeAll();
    }

    /** Desks ask when they have heard of a change, which the feeds have brought. */
    private void requestSnapshot(InstrumentId instrument, int attempt) {
        feeds.requestSnapshot(instrument, attempt);
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public Optional<Practice> terms() {
        return terms;
    }

    @Override
    public DeskView view() {
        LivePast current = past;
        return current == null ? shown.view() : current.behind(shown.view());
    }

    @Override
    public Optional<PastStatus> past() {
        GridKeeping ofGrids = keeping;
        String trouble = ofGrids == null ? "" : ofGrids.problem();
        return Optional.ofNullable(past)
                .map(LivePast::status)
                .map(status -> status.problem().isEmpty()
                        ? new PastStatus(status.fraction(), status.lines(), trouble)
                        : status);
    }

    /** The view of each symbol, in the order that they were asked for. */
    List<DeskView> views() {
        return desks.bySymbol().values().stream().map(DeskThread::view).toList();
    }

    @Override
    public long nowNanos() {
        return clock.shown().getAsLong();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<ReplayControl> replay() {
        return Optional.empty();
    }

    @Override
    public Optional<JournalStatus> journal() {
        return journal.status();
    }

    @Override
    public void record(boolean on) {
        journal.record(on, clock.nanos().getAsLong(), this::begin);
    }

    @Override
    public Map<Venue, Boolean> venues() {
        return feeds.venues();
    }

    @Override
    public void turn(Venue venue, boolean on) {
        feeds.turn(venue, on);
        grids.turn(venue, on);
        LivePast current = past;
        if (current != null && on) {
            current.fill(venue, (request, then) -> feeds.get(venue, request, then));
        } else if (current != null) {
            current.leave(venue);
        }
    }

    @Override
    public void picture(PictureChoice choice) {
        shown.picture(choice);
    }

    @Override
    public void rules(SignalRules rules) {
        if (!rules.equals(own.rules().now())) {
            own.rules().choose(rules);
        }
    }

    @Override
    public SignalRules rules() {
        return own.rules().now();
    }

    @Override
    public void remark(int clusterId) {
        decided.mark(shown.view().symbol(), clusterId);
    }

    @Override
    public void arm(SessionPlan plan, PaperTerms terms) {
        shown.arm(plan, terms);
    }

    @Override
    public void closePaper(int id) {
        shown.closePaper(id);
    }

    @Override
    public void model(ModelParameters parameters) {
        own.parameters().choose(parameters);
    }

    @Override
    public AlarmBoard alarms() {
        return alarms.board();
    }

    @Override
    public Records records() {
        return alarms.records();
    }

    @Override
    public CompletableFuture<List<String>> importBrackets(Path file) {
        return CompletableFuture.supplyAsync(() -> own.brackets().take(file));
    }

    @Override
    public List<String> importedBrackets() {
        return own.brackets().words();
    }

    @Override
    public CompletableFuture<List<GridSnapshot>> gridsAt(long millis) {
        return shown.gridsAt(millis);
    }

    @Override
    public void retryNow() {
        feeds.retryNow();
    }

    /** @param left is run in place of the end when somebody who shows it closes it: others may, or alarms need it */
    void leaveBy(Runnable left) {
        leaving = left;
    }

    /** As far as who closes it is concerned: see {@link OpenSymbols}. */
    @Override
    public void close() {
        leaving.run();
    }

    /** Stops every thread and socket of it; once. */
    synchronized void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        alarms.leave(takeOver);
        decided.leave();
        feeds.close();
        grids.close();
        LivePast current = past;
        if (current != null) {
            current.close();
        }
        desks.close();
        GridKeeping ofGrids = keeping;
        if (ofGrids != null) {
            ofGrids.close();
        }
        journal.close();
    }

    /** Has something read off the shown desk, on its thread. */
    <T> CompletableFuture<T> ask(Function<Desk, T> question) {
        return shown.ask(question);
    }

    /** Hash of the shown desk's state; only after {@link #close}. */
    String stateHash() {
        return shown.desk().stateHash();
    }

    /** Hash of that symbol's desk; only after {@link #close}. */
    String stateHash(String symbol) {
        DeskThread desk = desks.bySymbol().get(symbol);
        if (desk == null) {
            throw new IllegalArgumentException("no desk for " + symbol);
        }
        return desk.desk().stateHash();
    }
}
