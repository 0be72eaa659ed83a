package io.faultline.ui.heatmap;

import io.faultline.desk.DepthColumn;
import java.util.Arrays;

/**
 * Chooses the ends of the colour scale of resting depth by what is in view: half of the cells that hold anything lie below
 * the low handle, and one in five hundred over the high one. It looks once a second and stays where it is until it has been
 * far off for some seconds; then it moves a quarter of the way a second, so that the picture neither breathes nor jumps.
 */
final class DepthContrast {
    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final double LOW_SHARE = 0.5;
    private static final double HIGH_SHARE = 0.998;
    /** Smallest ratio of the handles: below it a quiet book would show its noise in full colour. */
    private static final double LEAST_RATIO = 12;

    private static final double WIDE_ENOUGH = Math.log(1.6);
    private static final double CLOSE_ENOUGH = Math.log(1.05);
    private static final int PATIENT_LOOKS = 4;
    private static final double SHARE_A_LOOK = 0.25;
    private static final int SAMPLED_COLUMNS = 64;
    private static final int BUCKET_BITS = 5;

    private final int[] counts = new int[65_536 >> BUCKET_BITS];
    private final Contrast contrast = new Contrast();
    private boolean wasAuto = true;
    private boolean settling;
    private int looksOff;
    private long lookedNanos = Long.MIN_VALUE;

    Contrast contrast() {
        return contrast;
    }

    /** Looks at the cells in view, if a second has passed on {@code clock}; returns whether the handles moved. */
    boolean look(HeatView view, DepthLogs logs, LiveDepth live, long nowNanos, long clock) {
        settling |= contrast.auto() && !wasAuto;
        wasAuto = contrast.auto();
        if (contrast.chosen() && lookedNanos != Long.MIN_VALUE && clock - lookedNanos < PAUSE_NANOS) {
            return false;
        }
        lookedNanos = clock;
        Arrays.fill(counts, 0);
        long total = count(view, logs, live, nowNanos);
        if (total == 0) {
            return false;
        }
        contrast.quartiles(quantile(0.25, total), quantile(0.5, total), quantile(0.75, total));
        double low = Math.max(1, quantile(LOW_SHARE, total));
        return contrast.auto() && moveTowards(low, Math.max(low * LEAST_RATIO, quantile(HIGH_SHARE, total)));
    }

    private boolean moveTowards(double low, double high) {
        Handles handles = contrast.handles();
        boolean chosen = contrast.chosen();
        double offLow = Math.log(low / handles.low());
        double offHigh = Math.log(high / handles.high());
        double off = Math.max(Math.abs(offLow), Math.abs(offHigh));
        if (off < (settling ? CLOSE_ENOUGH : WIDE_ENOUGH) && chosen) {
            settling = false;
            looksOff = 0;
            return false;
        }
        if (chosen && !settling && ++looksOff < PATIENT_LOOKS) {
            return false;
        }
        double share = chosen ? SHARE_A_LOOK : 1;
        double newLow = handles.low() * Math.exp(offLow * share);
        contrast.follow(new Handles(newLow, Math.max(newLow * 2, handles.high() * Math.exp(offHigh * share))));
        settling = true;
        return true;
    }

    private long count(HeatView view, DepthLogs logs, LiveDepth live, long nowNanos) {
        long total = 0;
        long end = Math.min(view.endColumn(), view.column(nowNanos) + 1);
        long step = Math.max(1, (end - view.firstColumn()) / SAMPLED_COLUMNS);
        for (long column = view.firstColumn(); column < end; column += step) {
            DepthColumn cells = logs.at(column * view.nanosPerColumn() + view.nanosPerColumn() / 2);
            if (cells != null && !cells.gap()) {
                long low = LiveDepth.bin(view.low(), cells.binWidth()) - cells.firstBin();
                long high = LiveDepth.bin(view.high(), cells.binWidth()) - cells.firstBin();
                for (int i = (int) Math.max(0, low); i < Math.min(cells.bins(), high); i++) {
                    total += count(cells.level(i));
                }
            }
        }
        if (total == 0 && live.live()) {
            long low = LiveDepth.bin(view.low(), live.binWidth());
            long high = LiveDepth.bin(view.high(), live.binWidth());
            for (long bin = low; bin < high; bin++) {
                total += count(DepthColumn.levelOfUsd(live.bidUsd(bin) + live.askUsd(bin)));
            }
        }
        return total;
    }

    private int count(int level) {
        if (level == 0) {
            return 0;
        }
        counts[level >> BUCKET_BITS]++;
        return 1;
    }

    private double quantile(double share, long total) {
        long wanted = Math.round(total * share);
        long passed = 0;
        for (int i = 0; i < counts.length; i++) {
            passed += counts[i];
            if (passed >= wanted && passed > 0) {
                return DepthColumn.usdOfLevel((i << BUCKET_BITS) + (1 << (BUCKET_BITS - 1)));
            }
        }
        return 0;
    }
}
