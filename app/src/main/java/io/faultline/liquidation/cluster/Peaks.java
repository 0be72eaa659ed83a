package io.faultline.liquidation.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The maxima of a curve with their prominence, in one pass each way. Of two equal heights the lower index counts as the
 * higher, so a plateau has one peak, its first. Nothing stands at or below 0: what zeros separate never meets.
 *
 * <p>In one dimension prominence is persistence: the component that a peak founds, as a falling level lets components
 * grow and merge, dies where it meets that of a higher peak, which is at the higher of the two saddles beside it.
 */
final class Peaks {
    private final double[] curve;
    private final int[] tops;

    private Peaks(double[] curve) {
        this.curve = curve;
        this.tops = tops(curve);
    }

    /** The peaks, ascending by index. */
    static List<Peak> of(double[] curve) {
        return new Peaks(curve).all();
    }

    private List<Peak> all() {
        double[] left = new double[tops.length];
        double[] right = new double[tops.length];
        sweepRight(left);
        sweepLeft(right);
        List<Peak> peaks = new ArrayList<>(tops.length);
        for (int k = 0; k < tops.length; k++) {
            peaks.add(new Peak(tops[k], curve[tops[k]] - Math.max(left[k], right[k])));
        }
        return Collections.unmodifiableList(peaks);
    }

    /** Saddles towards the nearest higher peak on the left, 0 where there is none. */
    private void sweepRight(double[] saddles) {
        ArrayDeque<Ridge> ridges = new ArrayDeque<>();
        for (int k = 0; k < tops.length; k++) {
            double valley = k == 0 ? 0 : valley(tops[k - 1], tops[k]);
            while (!ridges.isEmpty() && ridges.getLast().height < curve[tops[k]]) {
                valley = Math.min(valley, ridges.removeLast().valley);
            }
            saddles[k] = ridges.isEmpty() ? 0 : valley;
            ridges.addLast(new Ridge(curve[tops[k]], valley));
        }
    }

    /** The same towards the right, where a peak of equal height counts as lower. */
    private void sweepLeft(double[] saddles) {
        ArrayDeque<Ridge> ridges = new ArrayDeque<>();
        for (int k = tops.length - 1; k >= 0; k--) {
            double valley = k == tops.length - 1 ? 0 : valley(tops[k], tops[k + 1]);
            while (!ridges.isEmpty() && ridges.getLast().height <= curve[tops[k]]) {
                valley = Math.min(valley, ridges.removeLast().valley);
            }
            saddles[k] = ridges.isEmpty() ? 0 : valley;
            ridges.addLast(new Ridge(curve[tops[k]], valley));
        }
    }

    private double valley(int from, int to) {
        double lowest = curve[from];
        for (int i = from + 1; i <= to; i++) {
            lowest = Math.min(lowest, curve[i]);
        }
        return lowest;
    }

    private static int[] tops(double[] curve) {
        int[] found = new int[curve.length];
        int n = 0;
        for (int i = 0; i < curve.length; i++) {
            boolean aboveLeft = i == 0 || curve[i] > curve[i - 1];
            boolean notBelowRight = i == curve.length - 1 || curve[i] >= curve[i + 1];
            if (curve[i] > 0 && aboveLeft && notBelowRight) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    /**
     * A peak that a later one may have to look past.
     *
     * @param valley lowest point between it and the ridge seen before it
     */
    private record Ridge(double height, double valley) {}
}
