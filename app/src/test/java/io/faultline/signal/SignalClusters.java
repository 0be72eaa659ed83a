package io.faultline.signal;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.BinMasses;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.MassHistory;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.market.PositionSide;
import java.util.Arrays;
import java.util.List;

/** Clusters made by hand. */
final class SignalClusters {
    private SignalClusters() {}

    /** One of evenly spread mass, that spans so many bins from that of a price upwards. */
    static Cluster of(PositionSide side, double low, int bins, double usd) {
        double[] masses = new double[bins];
        Arrays.fill(masses, usd / bins);
        BinMasses body = new BinMasses(Bins.of(low), masses);
        return new Cluster(side, body.firstBin(), 1, body, usd, Bins.centre(body.firstBin() + bins / 2));
    }

    static Track track(Cluster cluster, double firstCentroid, long firstSeenMillis, MassHistory history, long now) {
        return new Track(
                1, "L1", cluster, firstCentroid, 9, 0, 9, TrackState.LIVE, 0, false, firstSeenMillis, now, history);
    }

    static MassHistory noHistory() {
        return new MassHistory(List.of());
    }
}
