package io.faultline.practice.crowd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Positions by the price or time at which something is due for them, the lowest key first: a binary heap. */
final class TriggerQueue {
    private static final int FIRST_ROOM = 1_024;

    private final int which;
    private double[] keys = new double[FIRST_ROOM];
    private @Nullable TraderPosition[] heap = new TraderPosition[FIRST_ROOM];
    private int count;

    /** @param which of a position's {@link TraderPosition#places} is this queue's */
    TriggerQueue(int which) {
        this.which = which;
    }

    /** Infinite if it is empty. */
    double firstKey() {
        return count == 0 ? Double.POSITIVE_INFINITY : keys[0];
    }

    /** The position with the lowest key. */
    TraderPosition first() {
        return at(0);
    }

    /** Puts a position in, or elsewhere; an infinite key or one that is no number takes it out. */
    void set(TraderPosition position, double key) {
        if (!(key < Double.POSITIVE_INFINITY)) {
            remove(position);
            return;
        }
        int place = position.places[which];
        if (place < 0) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, count * 2);
                heap = Arrays.copyOf(heap, count * 2);
            }
            rise(count++, position, key);
        } else if (key < keys[place]) {
            rise(place, position, key);
        } else {
            sink(place, position, key);
        }
    }

    void remove(TraderPosition position) {
        int place = position.places[which];
        if (place < 0) {
            return;
        }
        position.places[which] = -1;
        count--;
        TraderPosition moved = at(count);
        double key = keys[count];
        heap[count] = null;
        if (place < count) {
            if (key < keys[place]) {
                rise(place, moved, key);
            } else {
                sink(place, moved, key);
            }
        }
    }

    private void rise(int from, TraderPosition position, double key) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >> 1;
            if (keys[parent] <= key) {
                break;
            }
            put(place, at(parent), keys[parent]);
            place = parent;
        }
        put(place, position, key);
    }

    private void sink(int from, TraderPosition position, double key) {
        int place = from;
        while (true) {
            int child = 2 * place + 1;
            if (child >= count) {
                break;
            }
            if (child + 1 < count && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            put(place, at(child), keys[child]);
            place = child;
        }
        put(place, position, key);
    }

    private void put(int place, TraderPosition position, double key) {
        heap[place] = position;
        keys[place] = key;
        position.places[which] = place;
    }

    private TraderPosition at(int place) {
        TraderPosition position = heap[place];
        if (position == null) {
            throw new IllegalStateException("nothing at " + place + " of " + count);
        }
        return position;
    }
}
