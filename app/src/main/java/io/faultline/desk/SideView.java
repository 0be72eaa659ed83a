package io.faultline.desk;

import io.faultline.market.PositionSide;
import io.faultline.signal.CascadeInputs;
import io.faultline.signal.CascadeRule;
import io.faultline.signal.CascadeSetup;
import java.util.List;
import java.util.Optional;

/**
 * One side's clusters: longs below price or shorts above it.
 *
 * @param clusters shown ones, nearest first; those that price is in or beyond come before
 * @param dissolved within the last minute, newest first
 * @param setup whether the side is ready to cascade
 * @param nearestId the cluster that price would meet first; 0 if none lies ahead
 * @param largestId the one with most mass; 0 if there is none
 */
public record SideView(
        PositionSide side,
        List<ClusterView> clusters,
        List<ClusterEvent> dissolved,
        CascadeSetup setup,
        int nearestId,
        int largestId) {
    public SideView {
        clusters = List.copyOf(clusters);
        dissolved = List.copyOf(dissolved);
    }

    static SideView empty(PositionSide side) {
        CascadeInputs nothing = new CascadeInputs(side, 1, List.of(), null, null, null, null, null);
        return new SideView(side, List.of(), List.of(), CascadeRule.DEFAULT.look(nothing), 0, 0);
    }

    public Optional<ClusterView> nearest() {
        return clusters.stream().filter(cluster -> cluster.id() == nearestId).findFirst();
    }

    public Optional<ClusterView> largest() {
        return clusters.stream().filter(cluster -> cluster.id() == largestId).findFirst();
    }
}
