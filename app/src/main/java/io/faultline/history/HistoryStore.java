package io.faultline.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Market history in a folder: one thread writes, anybody reads. It never throws for what the disk does and never holds
 * anybody up: what cannot be kept is counted, and {@link #status} says why. Thread-safe.
 */
public final class HistoryStore implements AutoCloseable {
    static final Logger LOG = LoggerFactory.getLogger(HistoryStore.class);

    private static final int MOST_WAITING = 1_024;
    private static final int MOST_PER_TRANSACTION = 64;
    private static final long CLOSE_SECONDS = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long PRUNE_NANOS = TimeUnit.HOURS.toNanos(1);

    private final Path folder;
    private final Retention retention;
    private final LongSupplier clock;
    private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread;
    private final Object reading = new Object();
    private @Nullable Connection readConnection;
    private @Nullable HistoryReader reader;
    private volatile @Nullable SqliteFile file;
    private volatile String problem = "";
    private volatile String notice = "";
    private volatile long bytes;
    private volatile boolean closing;

    private record Waiting(HistoryBatch batch, CompletableFuture<Boolean> written) {}

    /** Reads with a reader that is lent to it. */
    public interface Reading<T> {
        T from(HistoryReader reader) throws SQLException;
    }

    /**
     * Begins to open it and comes back at once.
     *
     * @param clock nanoseconds since 1970, for what is too old
     */
    public HistoryStore(Path folder, Retention retention, LongSupplier clock) {
        this.folder = folder;
        this.retention = retention;
        this.clock = clock;
        thread = new Thread(this::run, "history-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Has the batch written soon. Never waits.
     *
     * @return whether it was written, known when it was or was lost
     */
    public CompletableFuture<Boolean> offer(HistoryBatch batch) {
        Waiting waiting = new Waiting(batch, new CompletableFuture<>());
        if (closing || !queue.offer(waiting)) {
            lose(waiting);
        }
        return waiting.written();
    }

    /** As {@link #offer}, for who does not ask what became of it. */
    public void keep(HistoryBatch batch) {
        CompletableFuture<Boolean> unused = offer(batch);
    }

    private void lose(Waiting waiting) {
        lost.addAndGet(waiting.batch().rows().size());
        waiting.written().complete(false);
    }

    /** What the reading finds, or else {@code otherwise}, if nothing can be read. Waits until the store is open. */
    public <T> T read(Reading<T> what, T otherwise) {
        try {
            opened.await();
            synchronized (reading) {
                HistoryReader current = reader();
                return current == null ? otherwise : what.from(current);
            }
        } catch (SQLException e) {
            trouble(e);
            return otherwise;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }

    private @Nullable HistoryReader reader() throws SQLException {
        SqliteFile current = file;
        if (reader == null && current != null && !closing) {
            Connection connection = current.connect(true);
            readConnection = connection;
            reader = new HistoryReader(connection);
        }
        return reader;
    }

    public HistoryStatus status() {
        return new HistoryStatus(bytes, lost.get(), problem, notice);
    }

    private void run() {
        try (SqliteFile open = SqliteFile.open(Contents.HISTORY, folder, clock.getAsLong());
                Connection connection = open.connect(false)) {
            notice = open.notice();
            limit(connection);
            RowWriter writer = new RowWriter(connection);
            Pruning pruning = new Pruning(connection, writer);
            file = open;
            bytes = open.bytes();
            opened.countDown();
            write(open, connection, writer, pruning);
        } catch (HistoryException | SQLException e) {
            trouble(e);
        } catch (LinkageError noNativeLibrary) {
            problem = "no history is kept: its library does not run here (" + noNativeLibrary.getMessage() + ")";
            LOG.warn("{}", problem);
        } catch (RuntimeException bug) {
            problem = "no history is kept: a fault in the program";
            LOG.error("the history's thread failed", bug);
        } finally {
            file = null;
            opened.countDown();
            closing = true;
            loseTheRest();
        }
    }

    /** A second guard, should pruning not suffice: what exceeds it is refused by the file. */
    private void limit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 1000");
            statement.execute("PRAGMA journal_size_limit = 16777216");
            statement.execute("PRAGMA max_page_count = "
                    + Math.max(16, (retention.maxBytes() + retention.maxBytes() / 8) / 4096));
        }
    }

    private void write(SqliteFile open, Connection connection, RowWriter writer, Pruning pruning) {
        long pruneAt = clock.getAsLong();
        List<Waiting> taken = new ArrayList<>();
        try {
            while (!closing || !queue.isEmpty()) {
                Waiting first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    taken.add(first);
                    queue.drainTo(taken, MOST_PER_TRANSACTION - 1);
                    write(taken, connection, writer);
                    taken.clear();
                    bytes = open.bytes();
                }
                if (clock.getAsLong() - pruneAt >= 0) {
                    pruneAt = clock.getAsLong() + PRUNE_NANOS;
                    prune(connection, writer, pruning);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            taken.forEach(this::lose);
        }
    }

    private void write(List<Waiting> batches, Connection connection, RowWriter writer) {
        try {
            Transaction.begin(connection);
            for (Waiting waiting : batches) {
                writer.write(waiting.batch());
            }
            Transaction.commit(connection);
            problem = "";
            batches.forEach(waiting -> waiting.written().complete(true));
        } catch (SQLException e) {
            trouble(e);
            Transaction.rollBack(connection);
            writer.startAgain();
            batches.forEach(this::lose);
        }
    }

    private void prune(Connection connection, RowWriter writer, Pruning pruning) {
        try {
            pruning.run(retention, clock.getAsLong() / NANOS_PER_MILLI);
        } catch (SQLException e) {
            trouble(e);
            Transaction.rollBack(connection);
            writer.startAgain();
        }
    }

    private void trouble(Exception e) {
        String words = "no history is kept: " + SqliteFile.words(e);
        if (!words.equals(problem)) {
            LOG.warn("{}", words);
            LOG.debug("which came of", e);
        }
        problem = words;
    }

    private void loseTheRest() {
        for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            lose(waiting);
        }
    }

    /** Writes what waits, and closes; within seconds. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (reading) {
            reader = null;
            if (readConnection != null) {
                try {
                    readConnection.close();
                } catch (SQLException e) {
                    LOG.debug("closing", e);
                }
                readConnection = null;
            }
        }
    }
}
