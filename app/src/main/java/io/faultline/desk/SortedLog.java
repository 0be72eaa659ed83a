package io.faultline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A {@link TimeLog} in order of an entry's own time, although history arrives after the first live entries: a late entry
 * makes a new log. Entries keep a distance: one too near to a neighbour is left out, and the first stays.
 */
final class SortedLog<T> {
    private final ToLongFunction<T> time;
    private final long spacing;
    private final int capacity;
    private TimeLog<T> log;

    /** @param spacing least distance of two entries, in the unit of {@code time}; at least 1 */
    SortedLog(int capacity, long spacing, ToLongFunction<T> time) {
        this.capacity = capacity;
        this.spacing = spacing;
        this.time = time;
        this.log = new TimeLog<>(capacity, 0);
    }

    void add(T entry) {
        T newest = log.newest();
        if (newest == null || time.applyAsLong(entry) >= time.applyAsLong(newest) + spacing) {
            log.append(entry);
        } else if (time.applyAsLong(entry) < time.applyAsLong(newest)) {
            insert(entry);
        }
    }

    private void insert(T entry) {
        List<T> kept = new ArrayList<>();
        for (long i = log.begin(); i < log.end(); i++) {
            T each = log.get(i);
            if (each != null) {
                kept.add(each);
            }
        }
        int at = 0;
        while (at < kept.size() && time.applyAsLong(kept.get(at)) < time.applyAsLong(entry)) {
            at++;
        }
        boolean farFromEarlier = at == 0 || distance(kept.get(at - 1), entry) >= spacing;
        boolean farFromLater = at == kept.size() || distance(entry, kept.get(at)) >= spacing;
        if (farFromEarlier && farFromLater) {
            kept.add(at, entry);
            TimeLog<T> merged = new TimeLog<>(capacity, 0);
            kept.forEach(merged::append);
            log = merged;
        }
    }

    private long distance(T earlier, T later) {
        return time.applyAsLong(later) - time.applyAsLong(earlier);
    }

    TimeLog<T> log() {
        return log;
    }

    void digest(StateDigest digest) {
        for (long i = log.begin(); i < log.end(); i++) {
            digest.addOrAbsent(log.get(i));
        }
    }
}
