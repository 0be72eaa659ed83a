package io.faultline.backfill;

import io.faultline.history.HistoryStore;
import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the history of contracts from what their venues tell, and goes on looking for gaps. Each contract for itself: one
 * venue's trouble costs the others nothing. Thread-safe; no call waits.
 */
public final class Bootstrap implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ScheduledThreadPoolExecutor thread;
    private final Worker worker;
    private final Map<InstrumentId, Filling> fillings = new LinkedHashMap<>(); // on the thread only
    private volatile BootstrapProgress progress = new BootstrapProgress(List.of());

    /**
     * @param clock nanoseconds since 1970
     * @param filled is told, on the bootstrap's thread, that more of a contract's past is in the store
     */
    public Bootstrap(HistoryStore store, BootstrapPolicy policy, LongSupplier clock, Consumer<InstrumentId> filled) {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "backfill");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setRejectedExecutionHandler((task, ignored) -> LOG.trace("closed, dropped {}", task));
        worker = new Worker(store, policy, clock, filled);
    }

    /** Begins to fill a contract's history; without effect on one that is being filled, or that has no history. */
    public void add(VenueAdapter adapter, InstrumentId instrument, Requests requests) {
        worker.run(() -> adapter.history().ifPresent(history -> {
            if (!fillings.containsKey(instrument)) {
                Filling filling = new Filling(worker, instrument, adapter, history, requests);
                fillings.put(instrument, filling);
                worker.changed();
                filling.start();
            }
        }));
    }

    /** Asks nothing more of that contract. */
    public void cancel(InstrumentId instrument) {
        worker.run(() -> {
            Filling filling = fillings.remove(instrument);
            if (filling != null) {
                filling.end();
                worker.changed();
            }
        });
    }

    public BootstrapProgress progress() {
        return progress;
    }

    /** Ends it; what is under way is dropped. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("the thread that fills the history did not end within two seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fillings share. */
    final class Worker {
        private final HistoryStore store;
        private final BootstrapPolicy policy;
        private final LongSupplier clock;
        private final Consumer<InstrumentId> filled;
        private final Map<Venue, Integer> underWay = new EnumMap<>(Venue.class); // on the thread only
        private final Map<Venue, Map<HistoryKind, Long>> paced = new EnumMap<>(Venue.class); // on the thread only

        private Worker(HistoryStore store, BootstrapPolicy policy, LongSupplier clock, Consumer<InstrumentId> filled) {
            this.store = store;
            this.policy = policy;
            this.clock = clock;
            this.filled = filled;
        }

        /** Whether one more request may be under way. */
        boolean hasRoom(Venue venue) {
            return underWay.getOrDefault(venue, 0) < policy.inFlight();
        }

        /** So many more, or fewer, are under way. */
        void sent(Venue venue, int more) {
            underWay.merge(venue, more, Integer::sum);
        }

        /** Requests of a kind to a venue are paced together, whatever the contract. */
        void pace(Venue venue, HistoryKind kind, Duration apart) {
            if (!apart.isZero()) {
                paced.computeIfAbsent(venue, v -> new EnumMap<>(HistoryKind.class))
                        .put(kind, nowMillis() + apart.toMillis());
            }
        }

        /** When the next request of the kind may be sent. */
        long notBefore(Venue venue, HistoryKind kind) {
            Map<HistoryKind, Long> ofVenue = paced.get(venue);
            return ofVenue == null ? 0 : ofVenue.getOrDefault(kind, 0L);
        }

        /** There is room again. */
        void goOn(Venue venue) {
            fillings.forEach((instrument, filling) -> {
                if (instrument.venue() == venue) {
                    filling.goOn();
                }
            });
        }

        HistoryStore store() {
            return store;
        }

        BootstrapPolicy policy() {
            return policy;
        }

        /** Of this computer's clock. */
        long nowMillis() {
            return clock.getAsLong() / NANOS_PER_MILLI;
        }

        void run(Runnable task) {
            thread.execute(guarded(task));
        }

        void after(Duration wait, Runnable task) {
            Future<?> unused = thread.schedule(guarded(task), wait.toNanos(), TimeUnit.NANOSECONDS);
        }

        void filled(InstrumentId instrument) {
            filled.accept(instrument);
        }

        void changed() {
            progress = new BootstrapProgress(
                    fillings.values().stream().map(Filling::progress).toList());
        }

        private Runnable guarded(Runnable task) {
            return () -> {
                try {
                    task.run();
                } catch (RuntimeException bug) {
                    LOG.error("filling the history failed", bug);
                }
            };
        }
    }
}
