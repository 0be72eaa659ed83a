package io.faultline.liquidation;

import java.util.ArrayList;
import java.util.List;

/** Stretches near the mark where hardly anything would be liquidated, model 10. */
public final class ColdZones {
    private static final double REACH = .05;
    private static final double COLD_SHARE = .2;
    private static final int FEWEST_BINS = 6;
    private static final double SMOOTHING_BINS = 3;

    private ColdZones() {}

    /** Absolute bins, both ends included. */
    public record Zone(int firstBin, int lastBin) {}

    /** Lowest first. */
    public static List<Zone> of(Profile profile) {
        List<Zone> zones = new ArrayList<>();
        double mark = profile.mark();
        if (Double.isNaN(mark)) {
            return zones;
        }
        double[] values = new double[Bins.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = profile.cumulativeUsd(profile.base() + i);
        }
        double[] smooth = Smoothing.gaussian(values, SMOOTHING_BINS);
        int from = Math.max(0, Bins.firstAtOrAbove(mark * (1 - REACH)) - profile.base());
        int until = Math.min(Bins.COUNT - 1, Bins.lastAtOrBelow(mark * (1 + REACH)) - profile.base());
        double sum = 0;
        for (int i = from; i <= until; i++) {
            sum += smooth[i];
        }
        double limit = COLD_SHARE * sum / (until - from + 1);
        int start = from;
        for (int i = from; i <= until + 1; i++) {
            if (i > until || smooth[i] >= limit) {
                if (i - start >= FEWEST_BINS) {
                    zones.add(new Zone(profile.base() + start, profile.base() + i - 1));
                }
                start = i + 1;
            }
        }
        return zones;
    }
}
