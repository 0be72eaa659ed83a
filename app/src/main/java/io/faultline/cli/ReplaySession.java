package io.faultline.cli;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmState;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ArmedAlarm;
import io.faultline.alarm.MemoryHost;
import io.faultline.alarm.WatchState;
import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.desk.AlarmBoard;
import io.faultline.desk.Desk;
import io.faultline.desk.DeskThread;
import io.faultline.desk.DeskView;
import io.faultline.desk.KeptLedger;
import io.faultline.desk.MemoryRecords;
import io.faultline.desk.PictureChoice;
import io.faultline.desk.Records;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.desk.SignalRules;
import io.faultline.journal.JournalException;
import io.faultline.journal.Replay;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.ModelChange;
import io.faultline.market.RiskTiers;
import io.faultline.market.RulesChange;
import io.faultline.market.Venue;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.SessionPlan;
import io.faultline.venue.FrameReader;
import io.faultline.venue.VenueAdapter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of a journal, replayed through the decoders and the desk that live frames go through. Nothing is lost at any
 * speed: the replay waits for the desk.
 */
final class ReplaySession implements Session {
    private final Venues venues;
    private final String symbol;
    private final String title;
    private final boolean practice;
    private final Replay replay;
    private final ReplayControl control;
    private volatile PictureChoice picture = PictureChoice.DEFAULT;
    private volatile @Nullable SignalRules rules;
    private final BracketShelf shelf;
    private final AlarmBoard alarms = new AlarmBoard();
    private final Records records = new MemoryRecords();
    private final Consumer<List<RiskTiers>> priced = this::price;
    private final List<RiskTiers> imported = new CopyOnWriteArrayList<>();
    private volatile @Nullable ModelParameters chosen;
    private final Set<Venue> telling = ConcurrentHashMap.newKeySet();
    private final AtomicLong seeksBegun = new AtomicLong();
    private final AtomicLong seeksShown = new AtomicLong();
    private volatile @Nullable KeptLedger ledger;
    private volatile DeskThread desk;

    /**
     * Opens the journals; the replay is paused before the first frame.
     *
     * @param symbol canonical
     * @param practice whether a practice exchange was journalled
     * @param brackets shared with the program's other sessions
     * @throws JournalException when the journals cannot be read
     */
    ReplaySession(List<Path> journals, String symbol, Venues venues, boolean practice, BracketShelf brackets)
            throws JournalException {
        shelf = brackets;
        this.venues = venues;
        this.symbol = symbol;
        this.practice = practice;
        this.title = journals.stream()
                .map(path -> String.valueOf(path.getFileName()))
                .collect(Collectors.joining(", "));
        this.desk = newDesk();
        watch(desk, 1);
        this.replay = Replay.open(journals, new Target());
        this.control = new Control();
        brackets.enter(priced);
    }

    private DeskThread newDesk() {
        ModelParameters own = chosen;
        ModelParameters parameters = own == null ? ModelParameters.DEFAULT : own;
        Desk state = new Desk(symbol, SnapshotRequests.NONE, BookObserver.NONE, BundledTables.get(), parameters);
        imported.forEach(state::apply);
        KeptLedger written = new KeptLedger(symbol, telling::contains);
        state.keep(written);
        ledger = written;
        return new DeskThread(state, DeskThread.Overflow.WAIT, System::nanoTime);
    }

    /**
     * Before the desk's first event. Nothing is armed in what lies before the place that the replay goes to.
     *
     * @param number of the first line of the log: none is given twice
     */
    private void watch(DeskThread by, long number) {
        WatchState nothing = new WatchState(symbol, AlarmState.EMPTY, TrackerState.EMPTY, List.of(), number, 0, 0);
        by.then(state -> state.watch(nothing, alarms, MemoryHost::new));
    }

    /** Any that the symbol has. */
    private InstrumentId contract() {
        VenueAdapter named = venues.adapters().get(0);
        return new InstrumentId(named.venue(), named.spelled(symbol));
    }

    @Override
    public Mode mode() {
        return Mode.REPLAY;
    }

    @Override
    public boolean practice() {
        return practice;
    }

    @Override
    public DeskView view() {
        return desk.view();
    }

    @Override
    public long nowNanos() {
        return replay.nowNanos();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<ReplayControl> replay() {
        return Optional.of(control);
    }

    @Override
    public Optional<JournalStatus> journal() {
        return Optional.empty();
    }

    @Override
    public void picture(PictureChoice choice) {
        picture = choice;
        desk.picture(choice);
    }

    @Override
    public void rules(SignalRules chosen) {
        rules = chosen;
        desk.rules(chosen);
    }

    @Override
    public SignalRules rules() {
        SignalRules own = rules;
        return own == null ? view().clusters().rules() : own;
    }

    @Override
    public void remark(int clusterId) {
        desk.remark(clusterId);
    }

    @Override
    public void arm(SessionPlan plan, PaperTerms terms) {
        desk.arm(plan, terms);
    }

    @Override
    public void closePaper(int id) {
        desk.closePaper(id);
    }

    @Override
    public void model(ModelParameters others) {
        chosen = others;
        DeskThread to = desk;
        to.model(
                others,
                change -> to.accept(new ModelChange(contract(), to.view().timeNanos(), change)));
    }

    @Override
    public AlarmBoard alarms() {
        return alarms;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public CompletableFuture<List<String>> importBrackets(Path file) {
        return CompletableFuture.supplyAsync(() -> shelf.take(file));
    }

    /** By tables that the user imports while it runs; those of before are in the journal, where they were used. */
    private void price(List<RiskTiers> tables) {
        CanonicalNames names = new CanonicalNames(venues.adapters());
        for (RiskTiers table : tables) {
            if (names.of(table.instrument()).equals(symbol)) {
                imported.add(table);
                desk.accept(table.at(desk.view().timeNanos()));
            }
        }
    }

    @Override
    public List<String> importedBrackets() {
        return shelf.words();
    }

    @Override
    public CompletableFuture<List<GridSnapshot>> gridsAt(long millis) {
        return desk.gridsAt(millis);
    }

    @Override
    public void close() {
        shelf.leave(priced);
        replay.close();
        desk.close();
        KeptLedger written = ledger;
        if (written != null) {
            written.close();
        }
    }

    /** Hash of the desk's state; only after {@link #close}. */
    String stateHash() {
        return desk.desk().stateHash();
    }

    /** Reads frames as the feed does, and gives them to a desk that starts afresh when the replay goes back. */
    private final class Target implements Replay.Target {
        private Map<Venue, FrameReader> readers = new EnumMap<>(Venue.class);
        private Consumer<MarketEvent> sink = router();
        private TrafficTap traffic = new TrafficTap(sink);
        private List<Alarm> again = List.of();
        private long firstNumber = 1;

        @Override
        public void restart() {
            DeskThread old = desk;
            KeptLedger before = ledger;
            desk = newDesk();
            desk.picture(picture);
            SignalRules own = rules;
            if (own != null) {
                desk.rules(own);
            }
            old.close();
            watchOn(old.desk().alarms());
            if (before != null) {
                before.close();
            }
            readers = new EnumMap<>(Venue.class);
            sink = router();
            traffic = new TrafficTap(sink);
        }

        @Override
        public void accept(Frame frame) {
            Optional<Venue> replayed = Venue.ofJournalName(frame.venue()).filter(venues.all()::contains);
            if (replayed.isEmpty()) {
                return;
            }
            Venue venue = replayed.get();
            if (!telling.contains(venue) && LiquidationFeeds.tells(venue, frame)) {
                telling.add(venue);
            }
            Optional.ofNullable(reader(venue)).ifPresent(reader -> reader.read(frame, sink));
            traffic.accept(frame);
        }

        @Override
        public void reached(long nanos) {
            long seek = seeksBegun.get();
            desk.whenShown(() -> seeksShown.accumulateAndGet(seek, Math::max));
            if (!again.isEmpty()) {
                List<Alarm> here = again;
                again = List.of();
                desk.then(state -> state.armAnew(here));
            }
        }

        /** What was armed is armed anew where the replay arrives. */
        private void watchOn(AlarmsView before) {
            if (again.isEmpty()) {
                again = before.alarms().stream().map(ArmedAlarm::alarm).toList();
            }
            if (!before.log().isEmpty()) {
                firstNumber = before.log().get(0).number() + 1;
            }
            watch(desk, firstNumber);
        }

        private Consumer<MarketEvent> router() {
            DeskThread to = desk;
            Consumer<MarketEvent> events = event -> {
                boolean chosenHere = (event instanceof ModelChange && chosen != null)
                        || (event instanceof RulesChange && rules != null);
                if (!chosenHere) { // the user's own choice stands
                    to.accept(event);
                }
            };
            return new SymbolRouter(venues.adapters(), Map.of(symbol, events));
        }

        private FrameReader reader(Venue venue) {
            return readers.computeIfAbsent(
                    venue,
                    v -> venues.adapter(v)
                            .map(adapter -> new FrameReader(adapter, List.of(adapter.spelled(symbol))))
                            .orElse(null));
        }
    }

    private final class Control implements ReplayControl {
        @Override
        public long firstNanos() {
            return replay.firstNanos();
        }

        @Override
        public long lastNanos() {
            return replay.lastNanos();
        }

        @Override
        public boolean paused() {
            return replay.paused();
        }

        @Override
        public void pause() {
            replay.pause();
        }

        @Override
        public void play() {
            replay.play();
        }

        @Override
        public void step() {
            replay.step();
        }

        @Override
        public double speed() {
            return replay.speed();
        }

        @Override
        public void speed(double times) {
            replay.speed(times);
        }

        @Override
        public void seek(long nanos) {
            seeksBegun.incrementAndGet();
            replay.seek(nanos);
        }

        @Override
        public boolean seeking() {
            boolean shown =
                    seeksShown.get() >= seeksBegun.get() || !replay.problem().isEmpty();
            return replay.seeking() || !shown;
        }

        @Override
        public long seekNanos() {
            return replay.seekNanos();
        }

        @Override
        public void stopSeeking() {
            replay.stopSeeking();
        }

        @Override
        public long setBackNanos() {
            return replay.setBackNanos();
        }

        @Override
        public List<Gap> gaps() {
            return replay.gaps().stream()
                    .map(gap -> new Gap(gap.fromNanos(), gap.toNanos()))
                    .toList();
        }

        @Override
        public boolean ended() {
            return replay.ended();
        }
    }
}
