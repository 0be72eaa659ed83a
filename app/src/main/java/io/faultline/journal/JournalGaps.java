package io.faultline.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where journals hold nothing: between stretches of frames that lie at least so far apart. Not thread-safe. */
public final class JournalGaps {
    /** Something comes every second of a market that is journalled; a venue alone may be quiet for some. */
    static final long LEAST_NANOS = 10_000_000_000L;

    private final TreeMap<Long, Long> covered = new TreeMap<>();

    JournalGaps() {}

    /** Nothing came in between. Nanoseconds since 1970. */
    public record Gap(long fromNanos, long toNanos) {}

    /** Frames lie close together from the one time to the other. */
    void covered(long from, long to) {
        long first = from;
        long last = Math.max(from, to);
        Map.Entry<Long, Long> before = covered.floorEntry(first);
        if (before != null && before.getValue() + LEAST_NANOS > first) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        for (Map.Entry<Long, Long> next = covered.ceilingEntry(first);
                next != null && next.getKey() < last + LEAST_NANOS;
                next = covered.ceilingEntry(first)) {
            last = Math.max(last, next.getValue());
            covered.remove(next.getKey());
        }
        covered.put(first, last);
    }

    /** What lies between, from the first to the last. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Map.Entry<Long, Long> stretch : covered.entrySet()) {
            if (end != Long.MIN_VALUE) {
                gaps.add(new Gap(end, stretch.getKey()));
            }
            end = stretch.getValue();
        }
        return gaps;
    }
}
