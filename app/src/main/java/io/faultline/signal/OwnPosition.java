package io.faultline.signal;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * "Am I in a cluster?": whether the user's own liquidation price lies where many others' do.
 *
 * @param cluster the one it lies in; empty if in none
 * @param wayOut the nearest leverage whose liquidation price lies in none; empty if it lies in none as it is, or if no
 *     leverage on offer helps
 */
public record OwnPosition(Optional<Cluster> cluster, Optional<AtLeverage> wayOut) {
    /**
     * Where the position would be liquidated at some leverage, all else equal.
     *
     * @param liquidationPrice null if it never would be
     */
    public record AtLeverage(double leverage, @Nullable Double liquidationPrice) {}

    /**
     * Looks at the clusters of the position's side.
     *
     * @param own the position as it is
     * @param others other leverages that the venue allows; of two equally near ones the lower is proposed
     */
    public static OwnPosition check(
            PositionSide side, AtLeverage own, List<AtLeverage> others, List<Cluster> clusters) {
        Optional<Cluster> cluster = holding(side, own, clusters);
        if (cluster.isEmpty()) {
            return new OwnPosition(cluster, Optional.empty());
        }
        Optional<AtLeverage> wayOut = others.stream()
                .filter(other -> holding(side, other, clusters).isEmpty())
                .min(Comparator.comparingDouble((AtLeverage other) -> Math.abs(other.leverage - own.leverage))
                        .thenComparingDouble(AtLeverage::leverage));
        return new OwnPosition(cluster, wayOut);
    }

    private static Optional<Cluster> holding(PositionSide side, AtLeverage position, List<Cluster> clusters) {
        Double price = position.liquidationPrice;
        return price == null
                ? Optional.empty()
                : clusters.stream()
                        .filter(cluster -> cluster.side() == side && cluster.contains(price))
                        .findFirst();
    }
}
