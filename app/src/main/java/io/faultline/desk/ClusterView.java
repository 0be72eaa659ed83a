package io.faultline.desk;

import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.market.PositionSide;
import io.faultline.signal.Approach;
import io.faultline.signal.Confluence;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.signal.Grade;
import io.faultline.signal.Timeframe;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One cluster and everything that is read off it. Immutable.
 *
 * @param track identity, extent, age, growth
 * @param distance from the mark to the near edge, a fraction of the mark; 0 or less once price is there
 * @param significant whether it holds the least share of open interest; others are drawn dim. True without open interest
 * @param funding what funding says of it, under both rules
 * @param confluence by the bars of each timeframe
 * @param approach how price comes; null until price was watched for five minutes
 * @param flags what the figures of the venues rest on that hold a twentieth of its mass or more
 */
public record ClusterView(
        Track track,
        double distance,
        boolean significant,
        ClusterMass mass,
        PathView path,
        Map<FundingRule, FundingFlag> funding,
        Grade grade,
        Map<Timeframe, Set<Confluence>> confluence,
        @Nullable Approach approach,
        Set<GridFlag> flags) {
    public ClusterView {
        EnumMap<FundingRule, FundingFlag> byRule = new EnumMap<>(FundingRule.class);
        for (FundingRule rule : FundingRule.values()) {
            byRule.put(rule, funding.getOrDefault(rule, FundingFlag.UNKNOWN));
        }
        funding = Collections.unmodifiableMap(byRule);
        EnumMap<Timeframe, Set<Confluence>> byFrame = new EnumMap<>(Timeframe.class);
        byFrame.putAll(confluence);
        confluence = Collections.unmodifiableMap(byFrame);
        EnumSet<GridFlag> inOrder = EnumSet.noneOf(GridFlag.class);
        inOrder.addAll(flags);
        flags = Collections.unmodifiableSet(inOrder);
    }

    /** Never used twice. */
    public int id() {
        return track.id();
    }

    /** {@code L1}, {@code S2}, … */
    public String name() {
        return track.name();
    }

    public PositionSide side() {
        return track.side();
    }

    /** Live, or fading: missed by the last looks. */
    public TrackState state() {
        return track.state();
    }

    /** Extent, density, densest price. */
    public Cluster cluster() {
        return track.cluster();
    }

    public FundingFlag funding(FundingRule rule) {
        return funding.getOrDefault(rule, FundingFlag.UNKNOWN);
    }

    /** Time since it was first seen. */
    public long ageMillis(long nowMillis) {
        return track.ageMillis(nowMillis);
    }

    /** Way of the centroid since it was first seen, on the log scale; positive is up. */
    public double migration() {
        return track.migration();
    }

    public Set<Confluence> confluence(Timeframe timeframe) {
        return confluence.getOrDefault(timeframe, Set.of());
    }
}
