package io.faultline.ui.lanes;

import java.util.Arrays;

/** A line of a lane: values by time, oldest first, broken where nothing is known. JavaFX thread only. */
final class Track {
    private long[] times = new long[256];
    private double[] values = new double[256];
    private int size;

    void clear() {
        size = 0;
    }

    /** NaN breaks the line. */
    void add(long nanos, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = nanos;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    double value(int i) {
        return values[i];
    }

    /** The smallest known value; NaN where none is. */
    double least() {
        double least = Double.NaN;
        for (int i = 0; i < size; i++) {
            least = Double.isNaN(least) || values[i] < least ? values[i] : least;
        }
        return least;
    }

    /** The largest known value; NaN where none is. */
    double most() {
        double most = Double.NaN;
        for (int i = 0; i < size; i++) {
            most = Double.isNaN(most) || values[i] > most ? values[i] : most;
        }
        return most;
    }

    /** The value that held at that time; NaN where none was known. */
    double at(long nanos) {
        int i = Arrays.binarySearch(times, 0, size, nanos);
        int before = i >= 0 ? i : -i - 2;
        return before < 0 ? Double.NaN : values[before];
    }

    /** The first known value; NaN where none is. */
    double first() {
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(values[i])) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    /** The last value; NaN where it is not known. */
    double last() {
        return size == 0 ? Double.NaN : values[size - 1];
    }
}
