package io.faultline.cli;

import io.faultline.desk.DeskThread;
import io.faultline.market.KeptGrid;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a symbol's liquidation grids for the next start, every minute and at the end. Thread-safe. */
final class GridKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(GridKeeping.class);
    private static final long EVERY_SECONDS = 60;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final GridFile file;
    private final DeskThread desk;
    private final LongSupplier clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "grids");
        made.setDaemon(true);
        return made;
    });
    private volatile String problem = "";

    GridKeeping(GridFile file, DeskThread desk, LongSupplier clock) {
        this.file = file;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Begins.
     *
     * @param restore is given what was kept by the last session, on a thread of its own
     * @param then runs after that
     */
    void start(Consumer<KeptGrid> restore, Runnable then) {
        thread.execute(() -> {
            GridFile.Kept kept = file.read(clock.getAsLong() / NANOS_PER_MILLI);
            if (!kept.words().isEmpty()) {
                LOG.warn("{}", kept.words());
                problem = kept.words();
            }
            kept.grids().forEach(restore);
            then.run();
        });
        Future<?> unused = thread.scheduleWithFixedDelay(this::ask, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void ask() {
        CompletableFuture<?> unused = desk.keptGrids().thenAcceptAsync(this::write, thread);
    }

    private void write(List<KeptGrid> grids) {
        if (grids.isEmpty()) {
            return; // what was kept before is better than nothing
        }
        try {
            file.write(grids, clock.getAsLong() / NANOS_PER_MILLI);
            problem = "";
        } catch (IOException e) {
            String words = "the grids cannot be kept for the next start: " + e.getMessage();
            if (!words.equals(problem)) {
                LOG.warn("{}", words);
            }
            problem = words;
        }
    }

    /** What went wrong last, in words; empty while nothing has. */
    String problem() {
        return problem;
    }

    /** Keeps what the desk has come to; when its thread has ended. */
    void close() {
        thread.execute(() -> write(desk.desk().keptGrids()));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn(
                        "the grids of {} could not be kept in time", desk.desk().symbol());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
