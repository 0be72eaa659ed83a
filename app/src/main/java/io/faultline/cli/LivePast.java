package io.faultline.cli;

import io.faultline.backfill.BootstrapProgress;
import io.faultline.backfill.Requests;
import io.faultline.desk.DeskView;
import io.faultline.desk.PastMarket;
import io.faultline.desk.Session.PastStatus;
import io.faultline.history.HistoryRecorder;
import io.faultline.history.HistoryStatus;
import io.faultline.liquidation.VenuePast;
import io.faultline.market.HistoryBar;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.TimeSpan;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The past of a live session's symbol: kept in the home folder, filled from the venues and from what is seen live, and
 * shown behind the desk's views. Thread-safe.
 */
final class LivePast implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivePast.class);
    private static final Duration SHOWN = Duration.ofDays(31); // a month ago, something must be known from before it

    /** What the grid of liquidations asks for: the month, and a week before it in which positions began. */
    private static final Duration LEARNED = Duration.ofDays(38);

    /** A venue's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofHours(2);

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Answers come in bursts: this long after the first of one they are read together. */
    private static final long SETTLE_MILLIS = 150;

    private final HomeHistory home;
    private final HomeHistory.Open history;
    private final LongSupplier clock;
    private final Map<Venue, VenueAdapter> adapters = new EnumMap<>(Venue.class);
    private final Map<Venue, InstrumentId> contracts = new EnumMap<>(Venue.class);
    private final Map<Venue, HistoryRecorder> recorders = new EnumMap<>(Venue.class);
    private final AtomicBoolean stale = new AtomicBoolean();
    private final Set<InstrumentId> unread = ConcurrentHashMap.newKeySet();
    private final Map<InstrumentId, List<HistoryBar>> read = new LinkedHashMap<>(); // on the reading thread
    private final Consumer<InstrumentId> filled = this::filled;
    private final ScheduledExecutorService reading = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "past");
        thread.setDaemon(true);
        return thread;
    });
    private final PastLessons lessons = new PastLessons();
    private volatile boolean busy;
    private volatile PastMarket past = PastMarket.NONE;
    private volatile @Nullable Pair last;

    /** A view, and the same with that past behind it. */
    private record Pair(DeskView view, PastMarket past, DeskView both) {}

    /**
     * Shows at once what is known from earlier.
     *
     * @param symbol canonical
     */
    LivePast(HomeHistory home, String symbol, List<VenueAdapter> adapters, LongSupplier clock) {
        this.home = home;
        this.clock = clock;
        history = home.enter(filled);
        for (VenueAdapter adapter : adapters) {
            Venue venue = adapter.venue();
            this.adapters.put(venue, adapter);
            contracts.put(venue, new InstrumentId(venue, adapter.spelled(symbol)));
            recorders.put(venue, new HistoryRecorder(venue, history.store()));
        }
        unread.addAll(contracts.values());
        refresh();
    }

    /** Sees what comes in, one event of a venue at a time, and keeps none. */
    void see(MarketEvent event) {
        HistoryRecorder recorder = recorders.get(event.venue());
        if (recorder != null) {
            recorder.see(event);
        }
    }

    /** Begins to ask a venue about the symbol. */
    void fill(Venue venue, Requests requests) {
        VenueAdapter adapter = adapters.get(venue);
        InstrumentId contract = contracts.get(venue);
        if (adapter != null && contract != null) {
            history.bootstrap().add(adapter, contract, requests);
        }
    }

    /** Asks the venue nothing more. */
    void leave(Venue venue) {
        InstrumentId contract = contracts.get(venue);
        if (contract != null) {
            history.bootstrap().cancel(contract);
        }
    }

    /** @param taught is given what is known of each contract, now and whenever more is; on a thread of its own */
    void teach(Consumer<Map<InstrumentId, VenuePast>> taught) {
        lessons.to(taught);
        refresh();
    }

    private void filled(InstrumentId instrument) {
        if (instrument.equals(contracts.get(instrument.venue()))) {
            unread.add(instrument);
            refresh();
        }
    }

    private void refresh() {
        if (!reading.isShutdown() && stale.compareAndSet(false, true)) {
            Future<?> unused = reading.schedule(this::read, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether all that was asked has been answered, read, and passed on to who is taught. */
    boolean settled() {
        List<BootstrapProgress.OfContract> ours = progress();
        return ours.size() == contracts.size()
                && new BootstrapProgress(ours).complete()
                && unread.isEmpty()
                && !stale.get()
                && !busy;
    }

    private void read() {
        busy = true;
        stale.set(false);
        try {
            long now = clock.getAsLong() / NANOS_PER_MILLI;
            TimeSpan span = new TimeSpan(now - LEARNED.toMillis(), now + AHEAD.toMillis());
            for (InstrumentId contract : contracts.values()) {
                if (unread.remove(contract)) {
                    read.put(contract, history.store().read(reader -> reader.finestBars(contract, span), List.of()));
                }
            }
            lessons.teach(read, history.bootstrap().progress());
            long shown = now - SHOWN.toMillis();
            Map<InstrumentId, List<HistoryBar>> behind = new LinkedHashMap<>();
            read.forEach((contract, bars) -> behind.put(
                    contract,
                    bars.stream().filter(bar -> bar.startMillis() >= shown).toList()));
            past = PastMarket.of(behind);
        } catch (RuntimeException bug) {
            LOG.error("the past cannot be shown", bug);
        } finally {
            busy = false;
        }
    }

    /** The view with the past behind it; the same object as long as both are. */
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    DeskView behind(DeskView view) {
        Pair pair = last;
        PastMarket current = past;
        if (pair == null || pair.view() != view || pair.past() != current) {
            pair = new Pair(view, current, current.behind(view));
            last = pair;
        }
        return pair.both();
    }

    PastStatus status() {
        HistoryStatus store = history.store().status();
        List<BootstrapProgress.OfContract> ours = progress();
        return new PastStatus(
                new BootstrapProgress(ours).fraction(),
                ours.stream().map(BootstrapProgress.OfContract::words).toList(),
                store.problem().isEmpty() ? store.notice() : store.problem());
    }

    private List<BootstrapProgress.OfContract> progress() {
        return history.bootstrap().progress().contracts().stream()
                .filter(progress -> contracts.containsValue(progress.instrument()))
                .toList();
    }

    @Override
    public void close() {
        contracts.values().forEach(history.bootstrap()::cancel);
        reading.shutdownNow();
        home.leave(filled);
    }
}
