package io.faultline.liquidation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stretches of time in order, the newest as they came, older ones joined into longer and longer ones. */
final class AgingLog<T extends Span<T>> {
    private final List<Level> levels;
    private final List<Deque<T>> spans = new ArrayList<>();
    private long endMillis = Long.MIN_VALUE;

    /**
     * How long stretches stay as long as they are.
     *
     * @param cellMillis length into which they were joined
     * @param keptMillis age at which they go on to the next level, or are forgotten
     */
    record Level(long cellMillis, long keptMillis) {}

    AgingLog(List<Level> levels) {
        this.levels = levels;
        levels.forEach(level -> spans.add(new ArrayDeque<>()));
    }

    /** Takes a stretch that begins where the last one ended or later; whether it did. */
    boolean append(T span) {
        if (span.startMillis() < endMillis) {
            return false;
        }
        spans.get(0).addLast(span);
        endMillis = span.endMillis();
        for (int level = 0; level < levels.size(); level++) {
            age(level);
        }
        return true;
    }

    private void age(int level) {
        Deque<T> old = spans.get(level);
        while (!old.isEmpty()
                && old.getFirst().endMillis() < endMillis - levels.get(level).keptMillis()) {
            T span = old.removeFirst();
            if (level + 1 < levels.size()) {
                join(spans.get(level + 1), span, levels.get(level + 1).cellMillis());
            }
        }
    }

    private static <T extends Span<T>> void join(Deque<T> into, T span, long cell) {
        T last = into.peekLast();
        if (last != null
                && last.endMillis() == span.startMillis()
                && Math.floorDiv(last.startMillis(), cell) == Math.floorDiv(span.endMillis() - 1, cell)) {
            into.removeLast();
            into.addLast(last.joined(span));
        } else {
            into.addLast(span);
        }
    }

    /** Those of the newest level that begin at that time or later, oldest first. */
    List<T> since(long millis) {
        Deque<T> found = new ArrayDeque<>();
        Iterator<T> newestFirst = spans.get(0).descendingIterator();
        while (newestFirst.hasNext()) {
            T span = newestFirst.next();
            if (span.startMillis() < millis) {
                break;
            }
            found.addFirst(span);
        }
        return new ArrayList<>(found);
    }

    /** The last that was taken; null as long as it is empty, or kept nothing. */
    @Nullable
    T newest() {
        return spans.get(0).peekLast();
    }

    /** {@code Long.MIN_VALUE} as long as it is empty. */
    long endMillis() {
        return endMillis;
    }

    /** {@code Long.MAX_VALUE} as long as it is empty. */
    long startMillis() {
        for (int level = levels.size() - 1; level >= 0; level--) {
            T oldest = spans.get(level).peekFirst();
            if (oldest != null) {
                return oldest.startMillis();
            }
        }
        return Long.MAX_VALUE;
    }

    /** Oldest first. */
    List<T> all() {
        List<T> all = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            all.addAll(spans.get(level));
        }
        return all;
    }
}
