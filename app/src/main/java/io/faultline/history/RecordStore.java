package io.faultline.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small records in the home folder that must not be lost: alarms and what they remember, their log, plans, notes, levels,
 * settings. One thread of its own does all that touches the disk; nobody is held up, and nothing is thrown for what the
 * disk does. Thread-safe.
 *
 * <p>Changes that are written together are there together or not at all, whatever happens. What the disk does not take
 * is kept in memory and tried again, and {@link #status} says why.
 *
 * <p>Several programs may have one folder open. The first is its owner, and may put what it likes. The others may change
 * only what they have read: a change names the revision that it is a change of, and is refused if there is a newer one.
 */
public final class RecordStore implements AutoCloseable {
    static final Logger LOG = LoggerFactory.getLogger(RecordStore.class);

    /** Far more than all records together; a guard against a program that does not stop writing. */
    private static final long MOST_BYTES = 512L << 20;

    private static final int MOST_WAITING = 4_096;
    private static final int MOST_AT_ONCE = 64;
    private static final int LONGEST_TEXT = 8 << 20;
    private static final long CLOSE_SECONDS = 10;

    private final ArrayBlockingQueue<Request> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final RecordWriter writer;
    private final CompletableFuture<RecordStatus> opened = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closing;

    /** What the thread is asked for. */
    sealed interface Request permits Writing, Reading, Claiming {}

    record Writing(List<RecordChange> changes, CompletableFuture<Written> written) implements Request {}

    record Reading(String kind, CompletableFuture<Listing> listing) implements Request {}

    record Claiming(CompletableFuture<Boolean> owner) implements Request {}

    /**
     * Begins to open it and comes back at once.
     *
     * @param folder made if it is not there
     * @param clock nanoseconds since 1970, for names and for when to try again
     */
    public RecordStore(Path folder, LongSupplier clock) {
        this(folder, clock, MOST_BYTES);
    }

    RecordStore(Path folder, LongSupplier clock, long mostBytes) {
        writer = new RecordWriter(folder, clock, mostBytes);
        thread = new Thread(this::run, "record-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** How it is once it is open, or cannot be opened. */
    public CompletableFuture<RecordStatus> opened() {
        return opened.copy();
    }

    /**
     * Has the changes written soon, together. Never waits. Changes of one caller are written in the order in which they
     * were handed in.
     *
     * @return what became of them, known when the disk has answered
     */
    public CompletableFuture<Written> write(List<RecordChange> changes) {
        for (RecordChange change : changes) {
            String text = change.text();
            if (text != null && text.length() > LONGEST_TEXT) {
                return CompletableFuture.completedFuture(
                        new Written(Written.Outcome.REFUSED, 0, change.kind() + " " + change.id() + " is too long"));
            }
        }
        CompletableFuture<Written> written = new CompletableFuture<>();
        hand(new Writing(List.copyOf(changes), written));
        return written;
    }

    private void hand(Request request) {
        if (closing) {
            RecordWriter.refuse(request, "the store is closed");
        } else if (!queue.offer(request)) {
            RecordWriter.refuse(request, "too much waits to be written already");
        } else if (closing && queue.remove(request)) {
            RecordWriter.refuse(request, "the store is closed");
        }
    }

    /** Every record of a kind, with all that was handed in before, written or held. Waits for nothing itself. */
    public CompletableFuture<Listing> list(String kind) {
        CompletableFuture<Listing> listing = new CompletableFuture<>();
        hand(new Reading(kind, listing));
        return listing;
    }

    /** Whether this program may put whatever it likes: see {@link RecordStatus#owner}. */
    public boolean owner() {
        return writer.status().owner();
    }

    /** Becomes the owner if the one that was has gone; whether it is. Read everything again then. */
    public CompletableFuture<Boolean> claim() {
        CompletableFuture<Boolean> owner = new CompletableFuture<>();
        hand(new Claiming(owner));
        return owner;
    }

    public RecordStatus status() {
        return writer.status();
    }

    private void run() {
        List<Request> taken = new ArrayList<>();
        try {
            writer.open();
            opened.complete(writer.status());
            while (!closing || !queue.isEmpty()) {
                Request first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    taken.add(first);
                    queue.drainTo(taken, MOST_AT_ONCE - 1);
                    writer.serve(taken);
                    taken.clear();
                } else {
                    writer.tryAgain(false);
                }
            }
            writer.tryAgain(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("the records' thread failed", bug);
            writer.broken("a fault in the program");
        } finally {
            closing = true;
            opened.complete(writer.status());
            queue.drainTo(taken);
            taken.forEach(request -> RecordWriter.refuse(request, status().problem() + " (the store is closed)"));
            writer.close();
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
    }
}
