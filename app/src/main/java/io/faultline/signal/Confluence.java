package io.faultline.signal;

import io.faultline.liquidation.cluster.Cluster;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Other reasons for price to turn or run where a cluster is: within 0.2 % of its extent. */
public enum Confluence {
    SWING_HIGH,
    SWING_LOW,
    VOLUME_NODE;

    private static final double NEAR = 0.002;

    /**
     * @param nodes {@link VolumeNodes}
     */
    public static Set<Confluence> at(Cluster cluster, Swings swings, List<Double> nodes) {
        EnumSet<Confluence> found = EnumSet.noneOf(Confluence.class);
        addIf(found, SWING_HIGH, cluster, swings.highs());
        addIf(found, SWING_LOW, cluster, swings.lows());
        addIf(found, VOLUME_NODE, cluster, nodes);
        return found;
    }

    private static void addIf(Set<Confluence> found, Confluence kind, Cluster cluster, List<Double> prices) {
        double low = cluster.lowPrice() * (1 - NEAR);
        double high = cluster.highPrice() * (1 + NEAR);
        if (prices.stream().anyMatch(price -> price >= low && price <= high)) {
            found.add(kind);
        }
    }
}
