package io.faultline.cli;

import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.WatchState;
import io.faultline.alarm.text.AlarmLines;
import io.faultline.alarm.text.SettingsText;
import io.faultline.alarm.text.TrackerText;
import io.faultline.desk.AlarmBoard;
import io.faultline.desk.Desk;
import io.faultline.desk.MemoryRecords;
import io.faultline.desk.Records;
import io.faultline.history.LineFile;
import io.faultline.history.RecordStatus;
import io.faultline.history.RecordStore;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.venue.VenueAdapter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms, and what else must survive, of all live sessions of a program: kept in the home folder, or in memory without one.
 * Of several programs on one folder the first keeps and sounds its alarms; the others show them, and the next one takes over
 * when it has gone. Thread-safe.
 */
final class HomeAlarms implements AutoCloseable {
    static final String FILE = "alarms.jsonl";

    private static final String ELSEWHERE =
            "another Faultline has this home open: it keeps the alarms and sounds them; here they are only shown";
    private static final long LINES_BYTES = 8L << 20;
    private static final int LINES_KEPT = 4;
    private static final long PATIENCE_SECONDS = 10;
    private static final long CLAIM_SECONDS = 3;
    private static final long TEND_SECONDS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(HomeAlarms.class);

    private final @Nullable Path home;
    private final boolean begunAnew;
    private final AlarmBoard board = new AlarmBoard(this::keep, this::problem);
    private final Map<String, WatchState> newest = new ConcurrentHashMap<>();
    private final List<Runnable> takers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService worker = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "alarms");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Records records = new MemoryRecords();
    private volatile @Nullable Home open;
    private volatile String unread = "";
    private volatile String problems = "";
    private volatile boolean elsewhere;
    private boolean tended; // in synchronized methods only

    /** The folder, open. */
    private record Home(RecordStore store, LineFile lines, String market, AbsenceBars absences) {}

    /** Keeps nothing. */
    HomeAlarms() {
        this(null, false);
    }

    /**
     * Opens nothing yet.
     *
     * @param home where records and the file for scripts are; null for nowhere
     * @param begunAnew whether the market is another one at each start, though its symbols are called the same
     */
    HomeAlarms(@Nullable Path home, boolean begunAnew) {
        this.home = home;
        this.begunAnew = begunAnew;
    }

    AlarmBoard board() {
        return board;
    }

    Records records() {
        return records;
    }

    /**
     * Reads what was kept, if that was not done yet; before the first session. Waits for the disk, some seconds at most.
     *
     * @param market {@code LIVE} or {@code PRACTICE}
     * @param clock nanoseconds since 1970
     * @param history where bars are that tell of the time when nobody watched
     */
    synchronized void open(String market, LongSupplier clock, HomeHistory history, List<VenueAdapter> adapters) {
        Path folder = home;
        if (folder == null || open != null) {
            return;
        }
        RecordStore store = new RecordStore(folder, clock);
        records = new StoredRecords(store);
        KeptReading read = read(store);
        LineFile lines = new LineFile(folder.resolve(FILE), LINES_BYTES, LINES_KEPT);
        open = new Home(store, lines, market, new AbsenceBars(history, adapters, worker));
        if (store.owner() || !read.unread().isEmpty()) {
            begin(read);
        } else {
            show(read);
            Future<?> unused =
                    worker.scheduleWithFixedDelay(this::claim, CLAIM_SECONDS, CLAIM_SECONDS, TimeUnit.SECONDS);
        }
    }

    private KeptReading read(RecordStore store) {
        try {
            KeptReading read = KeptReading.of(store).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return begunAnew ? read.inANewMarket() : read;
        } catch (TimeoutException slow) {
            return KeptReading.unread("the disk does not answer");
        } catch (ExecutionException bug) {
            LOG.error("alarms cannot be read", bug);
            return KeptReading.unread("a fault in the program");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return KeptReading.unread("interrupted");
        }
    }

    /** This program keeps the alarms. Where it is not known what is kept, nothing is: it might be overwritten. */
    private void begin(KeptReading read) {
        unread = read.unread();
        newest.putAll(read.alarms().bySymbol());
        problems = String.join("; ", read.alarms().problems());
        board.begin(read.alarms().highestId(), read.settings());
        Home current = open;
        Path folder = home;
        if (current != null && folder != null && unread.isEmpty()) {
            LineFile.Tail tail = LineFile.tail(folder.resolve(FILE));
            for (WatchState state : read.alarms().bySymbol().values()) {
                for (LogEntry entry : AlarmLines.missing(tail.lines(), tail.whole(), state.log())) {
                    current.lines().append(AlarmLines.fired(entry, current.market()));
                }
            }
        }
        elsewhere = false;
    }

    /** Another program keeps the alarms. */
    private void show(KeptReading read) {
        elsewhere = true;
        List<AlarmsView> views = read.alarms().bySymbol().values().stream()
                .map(state -> AlarmsView.elsewhere(state, ELSEWHERE))
                .toList();
        board.elsewhere(views, ELSEWHERE, read.settings());
    }

    /** Takes over if the other program has gone; otherwise looks what has become of its alarms. */
    private void claim() {
        Home current = open;
        if (current == null || !elsewhere) {
            return;
        }
        boolean ours = current.store().claim().join();
        KeptReading read = read(current.store());
        if (!read.unread().isEmpty()) {
            return;
        }
        if (ours) {
            begin(read);
            takers.forEach(Runnable::run);
        } else {
            show(read);
        }
    }

    /**
     * Has a symbol's alarms watched by its desk; before its first event, or on its thread. Shows those of the program that
     * keeps them, if that is another.
     */
    void watch(Desk desk) {
        Home current = open;
        if (elsewhere) {
            desk.show(board);
        } else if (current == null || !unread.isEmpty()) {
            desk.watch(board);
        } else {
            StoreHost.Kept kept = new StoreHost.Kept(
                    current.store(),
                    current.lines(),
                    current.market(),
                    current.absences(),
                    state -> newest.put(state.symbol(), state));
            desk.watch(kept(desk.symbol()), board, inbox -> new StoreHost(desk.symbol(), inbox, kept));
        }
    }

    private WatchState kept(String symbol) {
        return newest.getOrDefault(symbol, WatchState.empty(symbol));
    }

    /** The clusters' names that a symbol's desk is to go on with, as {@link io.faultline.market.ClusterNames} carries them. */
    Optional<String> names(String symbol) {
        TrackerState tracker = kept(symbol).tracker();
        return elsewhere || tracker.equals(TrackerState.EMPTY)
                ? Optional.empty()
                : Optional.of(TrackerText.write(tracker));
    }

    /** @param taker is run when this program takes the alarms over: it has every desk {@link #watch watch} */
    void enter(Runnable taker) {
        takers.add(taker);
    }

    void leave(Runnable taker) {
        takers.remove(taker);
    }

    /** @param symbols is given, every other second from now on, those that have to be fed because alarms of theirs are armed */
    synchronized void tendBy(Consumer<Set<String>> symbols) {
        if (tended) {
            return;
        }
        tended = true;
        Future<?> unused = worker.scheduleWithFixedDelay(() -> tend(symbols), 0, TEND_SECONDS, TimeUnit.SECONDS);
    }

    private void tend(Consumer<Set<String>> symbols) {
        try {
            symbols.accept(armed());
        } catch (RuntimeException bug) {
            LOG.error("symbols with alarms cannot be opened", bug);
        }
    }

    /** Symbols with an alarm that can still say something, or to which something was sent that waits to be heard. */
    Set<String> armed() {
        Set<String> armed = new TreeSet<>();
        if (!elsewhere) {
            newest.forEach((symbol, state) -> {
                if (AlarmsView.elsewhere(state, "").armed() > 0) {
                    armed.add(symbol);
                }
            });
            board.views().stream().map(AlarmsView::symbol).forEach(armed::remove);
            board.views().stream()
                    .filter(view -> view.armed() > 0)
                    .map(AlarmsView::symbol)
                    .forEach(armed::add);
            armed.addAll(board.waiting());
        }
        return armed;
    }

    private void keep(AlarmSettings settings) {
        if (elsewhere) {
            return; // they are the other program's
        }
        records.write(KeptReading.SETTINGS, KeptReading.SETTINGS_ID, SettingsText.write(settings));
    }

    private String problem() {
        Home current = open;
        if (current == null) {
            return "";
        }
        RecordStatus status = current.store().status();
        List<String> words = new ArrayList<>();
        words.add(elsewhere ? ELSEWHERE : "");
        words.add(unread.isEmpty() ? "" : "alarms are not kept, since those that are there cannot be read: " + unread);
        words.add(status.problem().equals(unread) ? "" : status.problem());
        words.add(status.notice());
        words.add(problems);
        words.add(current.lines().problem());
        words.removeIf(String::isEmpty);
        return String.join("; ", words);
    }

    /** Opens and takes over nothing any more; before the sessions end. */
    void stop() {
        worker.shutdown();
    }

    /** After the sessions have ended: writes what waits. */
    @Override
    public void close() {
        worker.shutdownNow();
        Home current = open;
        if (current != null) {
            current.store().close();
            current.lines().close();
        }
    }
}
