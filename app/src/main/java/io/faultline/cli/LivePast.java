package io.faultline.cli;

import io.faultline.backfill.Bootstrap;
import io.faultline.backfill.BootstrapPolicy;
import io.faultline.backfill.BootstrapProgress;
import io.faultline.backfill.Requests;
import io.faultline.desk.DeskView;
import io.faultline.desk.PastMarket;
import io.faultline.history.HistoryRecorder;
import io.faultline.history.HistoryStatus;
import io.faultline.history.HistoryStore;
import io.faultline.history.Retention;
import io.faultline.market.HistoryBar;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.TimeSpan;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The past of a live session's symbols: kept in a store below the home folder, filled from the venues and from what is seen
 * live, and shown behind the desks' views. Thread-safe.
 */
final class LivePast implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivePast.class);
    private static final Duration SHOWN = Duration.ofDays(30);
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** More than the answers of a moment, so that they are read once. */
    private static final long SETTLE_MILLIS = 300;

    private final LongSupplier clock;
    private final HistoryStore store;
    private final Bootstrap bootstrap;
    private final Map<Venue, HistoryRecorder> recorders = new EnumMap<>(Venue.class);
    private final Map<String, Map<VenueAdapter, InstrumentId>> contracts = new LinkedHashMap<>();
    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final ScheduledExecutorService reading = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "past");
        thread.setDaemon(true);
        return thread;
    });

    /** A symbol's past, and the view that was last put before it. */
    private static final class Shown {
        private final AtomicBoolean stale = new AtomicBoolean();
        private volatile PastMarket past = PastMarket.NONE;
        private volatile Pair last = new Pair(null, PastMarket.NONE, null);
    }

    /** A view, and the same with that past behind it. */
    private record Pair(
            @Nullable DeskView view,
            PastMarket past,
            @Nullable DeskView both) {}

    /** @param home the folder in which the history lies, too */
    LivePast(Path home, List<String> symbols, List<VenueAdapter> adapters, LongSupplier clock) {
        this.clock = clock;
        store = new HistoryStore(home.resolve("history"), Retention.standard(), clock);
        bootstrap = new Bootstrap(store, BootstrapPolicy.standard(), clock, this::filled);
        for (VenueAdapter adapter : adapters) {
            recorders.put(adapter.venue(), new HistoryRecorder(adapter.venue(), store));
        }
        for (String symbol : symbols) {
            Map<VenueAdapter, InstrumentId> ofSymbol = new LinkedHashMap<>();
            adapters.forEach(adapter ->
                    ofSymbol.put(adapter, new InstrumentId(adapter.venue(), adapter.spelled(symbol))));
            contracts.put(symbol, ofSymbol);
            shown.put(symbol, new Shown());
            refresh(symbol); // what is known from earlier
        }
    }

    /** Sees what comes in, one event of a venue at a time, and keeps none. */
    void see(MarketEvent event) {
        HistoryRecorder recorder = recorders.get(event.venue());
        if (recorder != null) {
            recorder.see(event);
        }
    }

    /** Begins to ask a venue about the symbols. */
    void fill(Venue venue, Requests requests) {
        contracts.forEach((symbol, ofSymbol) -> ofSymbol.forEach((adapter, instrument) -> {
            if (adapter.venue() == venue) {
                bootstrap.add(adapter, instrument, requests);
            }
        }));
    }

    /** Asks the venue nothing more. */
    void leave(Venue venue) {
        contracts.forEach((symbol, ofSymbol) -> ofSymbol.forEach((adapter, instrument) -> {
            if (adapter.venue() == venue) {
                bootstrap.cancel(instrument);
            }
        }));
    }

    private void filled(InstrumentId instrument) {
        contracts.forEach((symbol, ofSymbol) -> {
            if (ofSymbol.containsValue(instrument)) {
                refresh(symbol);
            }
        });
    }

    private void refresh(String symbol) {
        Shown of = shown.get(symbol);
        if (of != null && !reading.isShutdown() && of.stale.compareAndSet(false, true)) {
            Future<?> unused = reading.schedule(() -> read(symbol, of), SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void read(String symbol, Shown of) {
        of.stale.set(false);
        try {
            long now = clock.getAsLong() / NANOS_PER_MILLI;
            TimeSpan span = new TimeSpan(now - SHOWN.toMillis(), now + Duration.ofHours(2).toMillis());
            List<List<HistoryBar>> venues = new ArrayList<>();
            for (InstrumentId instrument : contracts.getOrDefault(symbol, Map.of()).values()) {
                venues.add(store.read(reader -> reader.finestBars(instrument, span), List.of()));
            }
            of.past = PastMarket.of(venues);
        } catch (RuntimeException bug) {
            LOG.error("the past of {} cannot be shown", symbol, bug);
        }
    }

    /** The view with the past behind it; the same as long as both are. */
    @SuppressWarnings("ReferenceEquality") // a view is never made twice
    DeskView behind(DeskView view) {
        Shown of = shown.get(view.symbol());
        if (of == null) {
            return view;
        }
        Pair last = of.last;
        PastMarket past = of.past;
        if (last.both() != null && last.view() == view && last.past() == past) {
            return last.both();
        }
        DeskView both = past.behind(view);
        of.last = new Pair(view, past, both);
        return both;
    }

    HistoryStatus status() {
        return store.status();
    }

    BootstrapProgress progress() {
        return bootstrap.progress();
    }

    @Override
    public void close() {
        bootstrap.close();
        reading.shutdownNow();
        store.close();
    }
}
