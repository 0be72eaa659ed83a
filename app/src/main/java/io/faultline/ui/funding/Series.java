package io.faultline.ui.funding;

/** Points of a small plot, in order of time, in arrays that are used again. JavaFX thread only. */
final class Series {
    private double[] values = new double[256];
    private long[] times = new long[256];
    private int size;

    void clear() {
        size = 0;
    }

    /** Takes finite values only: a plot has nowhere to put the others. */
    void add(long timeNanos, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (size == values.length) {
            values = java.util.Arrays.copyOf(values, size * 2);
            times = java.util.Arrays.copyOf(times, size * 2);
        }
        values[size] = value;
        times[size] = timeNanos;
        size++;
    }

    int size() {
        return size;
    }

    double value(int i) {
        return values[i];
    }

    long time(int i) {
        return times[i];
    }

    double min() {
        double min = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            min = Math.min(min, values[i]);
        }
        return min;
    }

    double max() {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }

    /** The last point at or before that time, or −1. */
    int at(long timeNanos) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= timeNanos) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
