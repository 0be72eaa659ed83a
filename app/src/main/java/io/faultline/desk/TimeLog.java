package io.faultline.desk;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A log of immutable entries with one writer and any number of readers, which keeps the newest {@link #capacity}.
 * Entries are numbered from 0 in the order of writing; a number is never used twice.
 */
public final class TimeLog<T> {
    private final AtomicReferenceArray<T> ring;
    private final long cellNanos;
    private volatile long written;

    /**
     * @param cellNanos how long one entry covers, 0 where entries are moments
     */
    TimeLog(int capacity, long cellNanos) {
        // One slot more than is shown: the writer stores an entry before it counts it, and must not store it over one
        // that a reader may still ask for.
        this.ring = new AtomicReferenceArray<>(capacity + 1);
        this.cellNanos = cellNanos;
    }

    public long cellNanos() {
        return cellNanos;
    }

    public int capacity() {
        return ring.length() - 1;
    }

    /** One past the number of the newest entry. */
    public long end() {
        return written;
    }

    /** Number of the oldest entry still kept, as of now. */
    public long begin() {
        return Math.max(0, written - capacity());
    }

    /** The entry of that number, or null if it was forgotten meanwhile (or not written yet). */
    public @Nullable T get(long number) {
        if (number < 0 || number >= written) {
            return null;
        }
        T entry = ring.get((int) (number % ring.length()));
        // Checked after reading: by now the slot may hold a newer entry.
        return number >= begin() ? entry : null;
    }

    /** The newest entry, or null with none. */
    public @Nullable T newest() {
        return get(written - 1);
    }

    /**
     * The number of the first entry later than that time, {@link #end} where none is, if entries are in order of time.
     *
     * @param time of an entry, in the unit of {@code at}
     */
    public long firstAfter(long at, ToLongFunction<T> time) {
        long from = begin();
        long to = end();
        while (from < to) {
            long middle = (from + to) >>> 1;
            T entry = get(middle);
            if (entry == null || time.applyAsLong(entry) <= at) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Writer's thread only. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    void append(T entry) {
        long number = written;
        ring.set((int) (number % ring.length()), entry);
        written = number + 1;
    }
}
