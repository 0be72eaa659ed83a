package io.faultline.signal;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;

/**
 * From price to a cluster.
 *
 * @param side of the cluster: longs are reached through the bids
 * @param mid USD
 * @param near the edge met first
 * @param far the other edge
 */
public record Way(PositionSide side, double mid, double near, double far) {
    public Way {
        if (!(mid > 0 && near > 0 && far > 0)) {
            throw new IllegalArgumentException("no way from " + mid + " to " + near + " and " + far);
        }
    }

    public static Way to(Cluster cluster, double mid) {
        return new Way(cluster.side(), mid, cluster.nearPrice(), cluster.farPrice());
    }

    /** To the near edge, in basis points of mid; 0 or less once price is there. */
    public double distanceBps() {
        return sign() * (near - mid) / mid * 1e4;
    }

    int sign() {
        return Towards.sign(side);
    }
}
