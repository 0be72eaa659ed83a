package io.faultline.bench;

import io.faultline.book.BookListing;
import io.faultline.book.BookObserver;
import io.faultline.book.OrderBook;
import io.faultline.market.InstrumentId;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.TrueBook;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Compares books with those of a practice exchange at the same update: takes a hash of each book now and then on the
 * desk's thread, and asks the exchange on a thread of its own.
 */
final class BookWitness implements BookObserver, AutoCloseable {
    /** Between two hashes of one book. */
    private static final long APART_NANOS = 400_000_000L;

    private static final int KEPT_DIFFERENCES = 20;

    private record Sample(InstrumentId instrument, long id, String hash) {}

    private final PracticeExchange exchange;
    private final Map<InstrumentId, Long> sampledNanos = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Sample> samples = new LinkedBlockingQueue<>(1_000);
    private final List<String> differences = new ArrayList<>();
    private final Thread thread = new Thread(this::compare, "book-witness");
    private volatile boolean closing;
    private long same;
    private long different;
    private long unknown;

    BookWitness(PracticeExchange exchange) {
        this.exchange = exchange;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void deltaApplied(OrderBook book, long lastId) {
        long now = System.nanoTime();
        Long before = sampledNanos.get(book.instrument());
        // A crossed book is shown as out of step from this very change on.
        if ((before == null || now - before > APART_NANOS) && !book.crossed()) {
            sampledNanos.put(book.instrument(), now);
            if (!samples.offer(new Sample(book.instrument(), lastId, BookListing.sha256(book)))) {
                sampledNanos.remove(book.instrument());
            }
        }
    }

    private void compare() {
        try {
            while (!closing || !samples.isEmpty()) {
                Sample sample = samples.poll(100, TimeUnit.MILLISECONDS);
                if (sample != null) {
                    compare(sample);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void compare(Sample sample) {
        InstrumentId instrument = sample.instrument();
        TrueBook truth = exchange.book(instrument.venue(), instrument.symbol());
        String hash = "";
        if (sample.id() >= truth.oldestId() && sample.id() <= truth.lastId()) {
            try {
                hash = truth.hash(sample.id());
            } catch (IllegalArgumentException gone) {
                hash = "";
            }
        }
        synchronized (this) {
            if (hash.isEmpty()) {
                unknown++; // too long ago, or of before the venue began to count anew
            } else if (hash.equals(sample.hash())) {
                same++;
            } else {
                different++;
                if (differences.size() < KEPT_DIFFERENCES) {
                    differences.add(instrument + " at " + sample.id());
                }
            }
        }
    }

    synchronized long different() {
        return different;
    }

    synchronized void print(PrintStream out) {
        out.printf(
                "| books compared | the same | different | no longer known to the exchange |%n|---|---|---|---|%n"
                        + "| %d | %d | %d | %d |%n%n",
                same + different + unknown, same, different, unknown);
        differences.forEach(out::println);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
