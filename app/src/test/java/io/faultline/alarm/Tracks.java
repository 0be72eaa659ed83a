package io.faultline.alarm;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.BinMasses;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.MassHistory;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.market.PositionSide;
import java.util.Arrays;
import java.util.List;

/** Clusters made by hand, about a price of 100. */
final class Tracks {
    private Tracks() {}

    /** One that spans the bins of two prices. */
    static Track live(int id, PositionSide side, double low, double high, double usd) {
        return grown(id, side, low, high, usd, new MassHistory(List.of()), 0);
    }

    static Track grown(
            int id, PositionSide side, double low, double high, double usd, MassHistory history, long millis) {
        int first = Bins.of(low);
        double[] masses = new double[Bins.of(high) - first + 1];
        Arrays.fill(masses, usd / masses.length);
        BinMasses body = new BinMasses(first, masses);
        Cluster cluster = new Cluster(side, first, 1, body, usd, Math.sqrt(low * high));
        String name = (side == PositionSide.LONG ? "L" : "S") + id;
        return new Track(id, name, cluster, cluster.centroid(), 3, 0, 3, TrackState.LIVE, 0, false, 0, millis, history);
    }

    static ClustersNow now(Track... tracks) {
        return new ClustersNow(true, List.of(tracks));
    }
}
