package io.faultline.signal;

import io.faultline.liquidation.Bins;
import java.util.ArrayList;
import java.util.List;

/** Prices at which much was traded: bins of the volume profile that stand out from the twenty around them. */
public final class VolumeNodes {
    private static final double TIMES_MEAN = 1.5;
    private static final int EITHER_SIDE = 10;

    private VolumeNodes() {}

    /**
     * The middles of those bins, ascending.
     *
     * @param firstBin the {@link Bins bin} of element 0
     * @param volumeUsd traded in each bin over the window
     */
    public static List<Double> of(int firstBin, double[] volumeUsd) {
        List<Double> nodes = new ArrayList<>();
        for (int i = 0; i < volumeUsd.length; i++) {
            boolean top = (i == 0 || volumeUsd[i] > volumeUsd[i - 1])
                    && (i == volumeUsd.length - 1 || volumeUsd[i] >= volumeUsd[i + 1]);
            if (top && volumeUsd[i] > TIMES_MEAN * meanAround(volumeUsd, i)) {
                nodes.add(Bins.centre(firstBin + i));
            }
        }
        return nodes;
    }

    private static double meanAround(double[] volumeUsd, int bin) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, bin - EITHER_SIDE); i <= Math.min(volumeUsd.length - 1, bin + EITHER_SIDE); i++) {
            if (i != bin) {
                sum += volumeUsd[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
