package io.faultline.cli;

import io.faultline.desk.Session.JournalStatus;
import io.faultline.journal.JournalException;
import io.faultline.journal.JournalWriter;
import io.faultline.market.Frame;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal of a live session, which can be switched on and off while it runs. Thread-safe. */
final class LiveJournal implements AutoCloseable {
    /** Two days of a busy symbol. */
    static final long MOST_BYTES = 20L << 30;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Logger LOG = LoggerFactory.getLogger(LiveJournal.class);

    private final Path folder;
    private final String symbol;
    private final LongSupplier mostBytes;
    private final ExecutorService switching = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "journal-switch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable JournalWriter writer;
    private volatile @Nullable JournalWriter last;
    private volatile String problem = "";

    LiveJournal(Path folder, String symbol) {
        this(folder, symbol, () -> MOST_BYTES);
    }

    /** @param mostBytes size at which a journal ends; asked when one begins, away from the window's thread */
    LiveJournal(Path folder, String symbol, LongSupplier mostBytes) {
        this.folder = folder;
        this.symbol = symbol;
        this.mostBytes = mostBytes;
    }

    void offer(Frame frame) {
        JournalWriter current = writer;
        if (current != null) {
            current.offer(frame); // a frame that it drops it counts and reports itself
        }
    }

    /** Starts at that place, and comes back when it has. */
    void startAt(Path out) throws JournalException {
        writer = JournalWriter.open(out, MOST_BYTES);
    }

    /**
     * Starts or stops, behind the caller's back: the disk may be slow, and the caller is the window.
     *
     * @param begun is run when a new journal takes frames
     */
    void record(boolean on, long nowNanos, Runnable begun) {
        switching.execute(() -> {
            stop();
            if (on) {
                start(Instant.ofEpochSecond(0, nowNanos));
                begun.run();
            }
        });
    }

    private void start(Instant now) {
        try {
            writer = JournalWriter.open(folder.resolve(symbol + "-" + NAME.format(now)), mostBytes.getAsLong());
            problem = "";
        } catch (JournalException e) {
            problem = String.valueOf(e.getMessage());
        }
    }

    private void stop() {
        JournalWriter current = writer;
        if (current != null) {
            writer = null;
            last = current;
            current.close();
        }
    }

    Optional<JournalStatus> status() {
        JournalWriter current = writer;
        if (current != null) {
            return Optional.of(words(current));
        }
        return problem.isEmpty() ? Optional.empty() : Optional.of(new JournalStatus(symbol, 0, 0, problem));
    }

    /** How the journal stands that is being written, or else stood that was written last. */
    Optional<JournalStatus> lastStatus() {
        JournalWriter ended = last;
        return status().or(() -> Optional.ofNullable(ended).map(LiveJournal::words));
    }

    private static JournalStatus words(JournalWriter of) {
        var status = of.status();
        return new JournalStatus(status.name(), status.bytes(), status.lost(), status.problem());
    }

    @Override
    public void close() {
        switching.execute(this::stop);
        switching.shutdown();
        try {
            if (!switching.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the journal of {} did not end in time", symbol);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
