package io.faultline.practice.crowd;

import java.util.Arrays;

/**
 * Numbers of positions by the price or time at which something is due for them, the lowest key first: a heap with four
 * children a node, which is flatter than one with two.
 */
final class TriggerQueue {
    private static final int FIRST_ROOM = 1_024;
    private static final int CHILDREN = 4;

    private double[] keys = new double[FIRST_ROOM];
    private int[] heap = new int[FIRST_ROOM];
    private int count;
    /** By number, where it is in the heap, counted from 1; 0 if it is not there. */
    private int[] places = new int[FIRST_ROOM];

    /** Infinite if it is empty. */
    double firstKey() {
        return count == 0 ? Double.POSITIVE_INFINITY : keys[0];
    }

    /** The number with the lowest key. */
    int first() {
        return heap[0];
    }

    /** Puts a number in, or elsewhere; an infinite key or one that is no number takes it out. */
    void set(int number, double key) {
        if (!(key < Double.POSITIVE_INFINITY)) {
            remove(number);
            return;
        }
        if (number >= places.length) {
            places = Arrays.copyOf(places, Math.max(number + 1, places.length * 2));
        }
        int place = places[number] - 1;
        if (place < 0) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, count * 2);
                heap = Arrays.copyOf(heap, count * 2);
            }
            rise(count++, number, key);
        } else if (key < keys[place]) {
            rise(place, number, key);
        } else {
            sink(place, number, key);
        }
    }

    void remove(int number) {
        int place = number < places.length ? places[number] - 1 : -1;
        if (place < 0) {
            return;
        }
        places[number] = 0;
        count--;
        if (place < count) {
            double key = keys[count];
            if (key < keys[place]) {
                rise(place, heap[count], key);
            } else {
                sink(place, heap[count], key);
            }
        }
    }

    private void rise(int from, int number, double key) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / CHILDREN;
            if (keys[parent] <= key) {
                break;
            }
            put(place, heap[parent], keys[parent]);
            place = parent;
        }
        put(place, number, key);
    }

    private void sink(int from, int number, double key) {
        int place = from;
        while (true) {
            int first = CHILDREN * place + 1;
            if (first >= count) {
                break;
            }
            int least = first;
            for (int child = first + 1; child < Math.min(first + CHILDREN, count); child++) {
                least = keys[child] < keys[least] ? child : least;
            }
            if (keys[least] >= key) {
                break;
            }
            put(place, heap[least], keys[least]);
            place = least;
        }
        put(place, number, key);
    }

    private void put(int place, int number, double key) {
        heap[place] = number;
        keys[place] = key;
        places[number] = place + 1;
    }
}
