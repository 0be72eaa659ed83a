package io.faultline.desk;

import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import io.faultline.signal.Approach;
import io.faultline.signal.CardMarket;
import io.faultline.signal.CardReadings;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.signal.QualityCard;
import io.faultline.signal.SizeScale;
import io.faultline.signal.Timeframe;
import io.faultline.signal.Way;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what is read off one cluster at one moment. */
final class ClusterReader {
    private final SignalRules rules;
    private final long millis;
    private final double mark;
    private final double mid;
    private final MarketDesk market;
    private final PathDesk paths;
    private final Map<PositionSide, Map<FundingRule, FundingFlag>> flags = new EnumMap<>(PositionSide.class);

    /** @param mark positive */
    ClusterReader(
            SignalRules rules,
            long millis,
            double mark,
            double mid,
            MarketDesk market,
            PathDesk paths,
            FundingReading funding) {
        this.rules = rules;
        this.millis = millis;
        this.mark = mark;
        this.mid = mid;
        this.market = market;
        this.paths = paths;
        for (PositionSide side : PositionSide.values()) {
            Map<FundingRule, FundingFlag> ofSide = new EnumMap<>(FundingRule.class);
            for (FundingRule rule : FundingRule.values()) {
                ofSide.put(rule, funding.flag(side, rule));
            }
            flags.put(side, ofSide);
        }
    }

    ClusterView read(ClusterBody body) {
        Track track = body.track();
        PathView path = paths.to(track.id(), track.cluster(), mid, millis, body.estimates());
        Map<FundingRule, FundingFlag> funding = flags.getOrDefault(track.side(), Map.of());
        QualityCard card = card(body, path, funding);
        return new ClusterView(
                track,
                track.cluster().distance(mark),
                body.significant(rules.significantShare()),
                mass(body, card),
                path,
                funding,
                card.grade(),
                body.confluence(),
                approach(track),
                body.flags());
    }

    private QualityCard card(ClusterBody body, PathView path, Map<FundingRule, FundingFlag> funding) {
        CardMarket cardMarket = new CardMarket(
                millis,
                mark,
                body.sighting().openInterestUsd(),
                body.sighting().venueProfiles(body.track().side()),
                rules.discount(),
                SizeScale.BY_OPEN_INTEREST,
                DistanceProfile.NARROW);
        CardReadings readings = new CardReadings(
                body.expected(),
                body.tiers(),
                path.overall(),
                funding.getOrDefault(FundingRule.SQUEEZE, FundingFlag.UNKNOWN),
                body.confluence().getOrDefault(Timeframe.SCALP, Set.of()));
        return new QualityCard(body.track(), cardMarket, readings);
    }

    private static ClusterMass mass(ClusterBody body, QualityCard card) {
        return new ClusterMass(
                card.atRiskUsd(),
                body.expected(),
                body.sighting().openInterestUsd(),
                card.openInterestShare().orElse(Double.NaN),
                card.dailyShare().orElse(Double.NaN),
                card.atRiskOverReported().orElse(Double.NaN),
                body.track().growth(15).orElse(Double.NaN),
                body.track().growth(60).orElse(Double.NaN),
                body.tiers(),
                body.venuesUsd(),
                card.confirming(),
                card.market().venues().size());
    }

    private @Nullable Approach approach(Track track) {
        double minuteAgo = market.markAgo(millis, 1);
        double fiveAgo = market.markAgo(millis, 5);
        return minuteAgo > 0 && fiveAgo > 0
                ? Approach.of(
                        Way.to(track.cluster(), mark),
                        minuteAgo,
                        fiveAgo,
                        market.past().volatility().usual5mMoveBps())
                : null;
    }
}
