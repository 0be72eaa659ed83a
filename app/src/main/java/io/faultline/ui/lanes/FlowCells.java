package io.faultline.ui.lanes;

import io.faultline.desk.Bar;
import io.faultline.desk.History;
import io.faultline.ui.panel.GatheredBars;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What takers bought and sold, in cells of equal length over a stretch of time, gathered from the bars of all lengths.
 * Its arrays are used again. JavaFX thread only.
 */
final class FlowCells {
    private static final long SECOND = 1_000_000_000L;
    private static final long[] LENGTHS = {1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400};

    private long length = SECOND;
    private long first;
    private int count;
    private double[] bought = new double[0];
    private double[] sold = new double[0];
    private boolean[] traded = new boolean[0];

    /** The shortest length of a cell that is at least that many pixels wide. */
    static long length(double nanosPerPixel, double pixels) {
        for (long seconds : LENGTHS) {
            if (seconds * SECOND / nanosPerPixel >= pixels) {
                return seconds * SECOND;
            }
        }
        return LENGTHS[LENGTHS.length - 1] * SECOND;
    }

    /** Gathers what was traded in that stretch, its first and last cell whole; {@code forming} is not in the logs yet. */
    void gather(History history, @Nullable Bar forming, long cellNanos, long fromNanos, long toNanos) {
        length = cellNanos;
        first = Math.floorDiv(fromNanos, length);
        count = (int) Math.max(0, Math.floorDiv(toNanos - 1, length) - first + 1);
        if (bought.length < count) {
            bought = new double[count];
            sold = new double[count];
            traded = new boolean[count];
        }
        Arrays.fill(bought, 0, count, 0);
        Arrays.fill(sold, 0, count, 0);
        Arrays.fill(traded, 0, count, false);
        GatheredBars.each(history, forming, length, first * length, (first + count) * length, this::add);
    }

    private void add(Bar bar) {
        int at = (int) (Math.floorDiv(bar.startNanos(), length) - first);
        if (at >= 0 && at < count) {
            bought[at] += bar.buyUsd();
            sold[at] += bar.sellUsd();
            traded[at] = true;
        }
    }

    int count() {
        return count;
    }

    long lengthNanos() {
        return length;
    }

    long startNanos(int i) {
        return (first + i) * length;
    }

    double bought(int i) {
        return bought[i];
    }

    double sold(int i) {
        return sold[i];
    }

    /** Whether any trade is known in that cell. */
    boolean traded(int i) {
        return traded[i];
    }
}
