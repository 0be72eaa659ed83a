package io.faultline.desk;

import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * A {@link TimeLog} in order of an entry's own time, although history arrives after the first live entries: a late entry
 * makes a new log. One entry a moment; the first stays.
 */
final class SortedLog<T> {
    private final ToLongFunction<T> time;
    private final int capacity;
    private TimeLog<T> log;

    SortedLog(int capacity, ToLongFunction<T> time) {
        this.capacity = capacity;
        this.time = time;
        this.log = new TimeLog<>(capacity, 0);
    }

    void add(T entry) {
        T newest = log.newest();
        if (newest == null || time.applyAsLong(entry) > time.applyAsLong(newest)) {
            log.append(entry);
        } else {
            insert(entry);
        }
    }

    private void insert(T entry) {
        TreeMap<Long, T> sorted = new TreeMap<>();
        for (long i = log.begin(); i < log.end(); i++) {
            T kept = log.get(i);
            if (kept != null) {
                sorted.put(time.applyAsLong(kept), kept);
            }
        }
        if (sorted.putIfAbsent(time.applyAsLong(entry), entry) == null) {
            TimeLog<T> merged = new TimeLog<>(capacity, 0);
            sorted.values().forEach(merged::append);
            log = merged;
        }
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
