package io.faultline.liquidation.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds clusters: smooth the profile, keep the peaks that stand out, part the axis at the lowest bin between neighbours,
 * and let each cluster reach as far from its peak as the curve stays high. Mass is then counted on the raw profile.
 */
public final class ClusterDetector {
    private final DetectionRule rule;
    private final Smoothing smoothing;

    public ClusterDetector(DetectionRule rule) {
        this.rule = rule;
        this.smoothing = new Smoothing(rule.sigmaBins());
    }

    /**
     * The significant clusters, ascending by price.
     *
     * @param openInterestUsd of the same venues as the profile; 0 or less makes every cluster significant
     */
    public List<Cluster> detect(Profile profile, double openInterestUsd) {
        double[] curve = profile.smoothed(smoothing);
        List<Peak> kept = standingOut(curve);
        List<Cluster> clusters = new ArrayList<>(kept.size());
        int left = 0;
        for (int n = 0; n < kept.size(); n++) {
            int right = n + 1 < kept.size()
                    ? valley(curve, kept.get(n).index(), kept.get(n + 1).index())
                    : curve.length - 1;
            Cluster cluster = around(profile, curve, kept.get(n), left, right);
            if (cluster.massUsd() > 0 && !(cluster.massUsd() < rule.significantShare() * openInterestUsd)) {
                clusters.add(cluster);
            }
            left = right + 1;
        }
        return Collections.unmodifiableList(clusters);
    }

    private List<Peak> standingOut(double[] curve) {
        double highest = 0;
        for (double value : curve) {
            highest = Math.max(highest, value);
        }
        double least = rule.prominenceShare() * highest;
        return Peaks.of(curve).stream()
                .filter(peak -> peak.prominence() >= least)
                .toList();
    }

    private Cluster around(Profile profile, double[] curve, Peak peak, int left, int right) {
        double level = curve[peak.index()] - rule.extentShare() * peak.prominence();
        int from = peak.index();
        while (from > left && curve[from - 1] >= level) {
            from--;
        }
        int to = peak.index();
        while (to < right && curve[to + 1] >= level) {
            to++;
        }
        return Cluster.of(profile.side(), profile.firstBin() + peak.index(), peak.prominence(), profile.cut(from, to));
    }

    /** The lowest bin between two peaks, the first of equals; it belongs to the left one. */
    private static int valley(double[] curve, int from, int to) {
        int lowest = from;
        for (int i = from + 1; i <= to; i++) {
            if (curve[i] < curve[lowest]) {
                lowest = i;
            }
        }
        return lowest;
    }
}
