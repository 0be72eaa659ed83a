package io.faultline.ledger;

import io.faultline.liquidation.Basis;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.ForcedFlow;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.ClusterDetector;
import io.faultline.liquidation.cluster.ClusterTracker;
import io.faultline.liquidation.cluster.DetectionRule;
import io.faultline.liquidation.cluster.IdentityRule;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.ForcedVolume;
import io.faultline.signal.PathReading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds clusters on one projection after another and follows them, with the rules of the live program. One thread. */
public final class ClusterWatch {
    private final ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);
    private final ClusterTracker tracker = new ClusterTracker(IdentityRule.DEFAULT, TrackerState.EMPTY);

    /**
     * What else is known at the moment of a look.
     *
     * @param fundingPer8h mean over venues; empty if not known
     * @param paths what the books show on the way to a cluster, null where nobody can look
     */
    public record Readings(
            OptionalDouble fundingPer8h, ReportFeed feed, Function<Cluster, @Nullable PathReading> paths) {
        /** Of a market of which only bars are known. */
        public static Readings ofBars(OptionalDouble fundingPer8h, ReportFeed feed) {
            return new Readings(fundingPer8h, feed, cluster -> null);
        }
    }

    /**
     * Looks again. Looks must come at a steady pace: the rules of identity count them.
     *
     * @param millis exchange time
     */
    public Sighting look(long millis, Projection projection, Readings readings) {
        Profile profile = projection.profile(Basis.AT_RISK);
        List<Cluster> clusters = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            clusters.addAll(detector.detect(bins(profile, side), projection.openInterestUsd()));
        }
        tracker.update(clusters, millis);
        List<SeenCluster> seen = new ArrayList<>();
        for (Track track : tracker.tracks()) {
            if (track.shown()) {
                Cluster body = track.cluster();
                ForcedFlow expected = projection
                        .figures(body.side(), body.firstBin(), body.lastBin())
                        .expected();
                ForcedVolume volume = new ForcedVolume(expected.meanUsd(), expected.lowUsd(), expected.highUsd());
                seen.add(new SeenCluster(track, volume, readings.paths().apply(body), null));
            }
        }
        return new Sighting(
                millis,
                projection.mark(),
                projection.openInterestUsd(),
                readings.fundingPer8h(),
                profile.asymmetry(DistanceProfile.NARROW.outerBound()),
                readings.feed(),
                seen);
    }

    private static io.faultline.liquidation.cluster.Profile bins(Profile profile, PositionSide side) {
        double[] usd = new double[Bins.COUNT];
        for (int i = 0; i < usd.length; i++) {
            usd[i] = profile.usd(side, profile.base() + i);
        }
        return new io.faultline.liquidation.cluster.Profile(side, profile.base(), usd);
    }
}
