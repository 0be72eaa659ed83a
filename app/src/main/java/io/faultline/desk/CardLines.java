package io.faultline.desk;

import static io.faultline.desk.CardLine.Item;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import io.faultline.signal.Approach;
import io.faultline.signal.Confluence;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.PathReading;
import io.faultline.signal.PathRule;
import io.faultline.signal.PathState;
import io.faultline.signal.TierBand;
import io.faultline.signal.Trend;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The quality card of one cluster, line by line, under the user's choices. */
public final class CardLines {
    private static final double DAILY = 0.15;
    private static final int VENUES = 2;
    private static final double HOUR = 3_600_000;
    private static final double SETTLED = 0.01;
    private static final double GROWS_FAST = 0.20;
    private static final int TIGHT_BPS = 30;

    private final ClustersView view;
    private final ClusterView cluster;
    private final CardChoice choice;

    private CardLines(ClustersView view, ClusterView cluster, CardChoice choice) {
        this.view = view;
        this.cluster = cluster;
        this.choice = choice;
    }

    /** The lines in the order of {@link CardLine.Item}. */
    public static List<CardLine> of(ClustersView view, ClusterView cluster, CardChoice choice) {
        return new CardLines(view, cluster, choice).all();
    }

    private List<CardLine> all() {
        ClusterMass mass = cluster.mass();
        return List.of(
                CardLine.figure(Item.AT_RISK, mass.atRiskUsd()),
                CardLine.figure(Item.DISCOUNTED, mass.discountedUsd(choice.discount())),
                new CardLine(
                        Item.EXPECTED,
                        mass.expected().meanUsd(),
                        mass.expected().lowUsd(),
                        mass.expected().highUsd(),
                        Double.NaN,
                        "",
                        CardLine.Verdict.NONE),
                CardLine.word(Item.SIZE_BAND, mass.atRiskUsd(), size(mass)),
                CardLine.atLeast(
                        Item.OPEN_INTEREST_SHARE,
                        mass.openInterestShare(),
                        view.rules().significantShare(),
                        ""),
                CardLine.atLeast(Item.DAILY_SHARE, mass.dailyShare(), DAILY, ""),
                CardLine.figure(Item.AT_RISK_OVER_REPORTED, mass.atRiskOverReported()),
                density(),
                venues(mass),
                composition(mass),
                CardLine.atLeast(Item.AGE, (double) cluster.ageMillis(view.asOfMillis()), HOUR, ""),
                migration(),
                CardLine.atLeast(Item.GROWTH_15M, mass.growth15m(), GROWS_FAST, ""),
                CardLine.figure(Item.GROWTH_1H, mass.growth1h()),
                CardLine.word(
                        Item.DISTANCE,
                        cluster.distance(),
                        choice.distances().band(cluster.distance()).name()),
                approach(cluster.approach()),
                path(cluster.path()),
                caught(cluster.path().overall()),
                funding(),
                trend(),
                confluence());
    }

    private String size(ClusterMass mass) {
        return mass.openInterestUsd() > 0 ? mass.band(choice.scale()).name() : "";
    }

    private CardLine density() {
        Cluster.Spacing spacing = cluster.cluster().spacing();
        return CardLine.judged(
                Item.DENSITY,
                cluster.cluster().densityUsdPerTenthPercent(),
                Double.NaN,
                spacing.name(),
                cluster.cluster().widthBps() <= TIGHT_BPS ? CardLine.Verdict.YES : CardLine.Verdict.NO);
    }

    private static CardLine venues(ClusterMass mass) {
        return mass.venuesAsked() < VENUES
                ? CardLine.figure(Item.VENUES, mass.confirming().size())
                : CardLine.atLeast(Item.VENUES, mass.confirming().size(), VENUES, "");
    }

    /** The share of the larger half, by leverage. */
    private static CardLine composition(ClusterMass mass) {
        double high = mass.tiers().share(TierBand.X50) + mass.tiers().share(TierBand.X100);
        return CardLine.word(
                Item.COMPOSITION, Math.max(high, 1 - high), mass.tiers().label().name());
    }

    private CardLine migration() {
        double moved = cluster.migration();
        CardLine.Verdict verdict = Math.abs(moved) <= SETTLED ? CardLine.Verdict.YES : CardLine.Verdict.NO;
        return CardLine.judged(Item.MIGRATION, moved, SETTLED, "", verdict);
    }

    private static CardLine approach(@Nullable Approach approach) {
        if (approach == null) {
            return CardLine.figure(Item.APPROACH, Double.NaN);
        }
        return CardLine.word(Item.APPROACH, approach.speed(), approach.fast() ? "FAST" : "");
    }

    private CardLine path(PathView path) {
        PathReading overall = path.overall();
        boolean defended = overall.state() == PathState.DEFENDED;
        Double ratio = defended ? overall.wallTimes() : overall.hollowRatio();
        CardLine.Verdict verdict = switch (overall.state()) {
            case UNKNOWN -> CardLine.Verdict.UNKNOWN;
            case HOLLOW -> CardLine.Verdict.YES;
            case OPEN, DEFENDED, INSIDE -> CardLine.Verdict.NO;
        };
        PathRule rule = view.rules().path();
        double bar = defended ? rule.defendedFrom() : rule.hollowBelow();
        return CardLine.judged(Item.PATH, value(ratio), bar, words(path), verdict);
    }

    private static String words(PathView path) {
        String words = path.state().name();
        words += path.flickering() ? ",FLICKERING" : "";
        words += path.caughtBehind() ? ",CAUGHT_BEHIND" : "";
        return words + (path.stacked() ? ",STACKED_AT_EDGE" : "");
    }

    private static CardLine caught(PathReading overall) {
        return CardLine.figure(Item.CATCH, value(overall.catchRatio()));
    }

    private CardLine funding() {
        FundingFlag flag = cluster.funding(choice.rule());
        FundingReading reading = view.funding();
        CardLine.Verdict verdict = switch (flag) {
            case AGREE -> CardLine.Verdict.YES;
            case CONTRADICT -> CardLine.Verdict.NO;
            case NEUTRAL -> CardLine.Verdict.NONE;
            case UNKNOWN -> CardLine.Verdict.UNKNOWN;
        };
        return CardLine.judged(
                Item.FUNDING, reading.overInterest(), reading.judgement().heavyPer8h(), flag.name(), verdict);
    }

    /** A fall to longs goes with a falling trend. */
    private CardLine trend() {
        Trend trend = view.market().chart(choice.timeframe()).trend();
        Trend with = cluster.side() == PositionSide.LONG ? Trend.DOWN : Trend.UP;
        CardLine.Verdict verdict = trend == with ? CardLine.Verdict.YES : CardLine.Verdict.NO;
        return CardLine.judged(
                Item.TREND,
                Double.NaN,
                Double.NaN,
                trend.name(),
                trend == Trend.FLAT ? CardLine.Verdict.NONE : verdict);
    }

    private CardLine confluence() {
        List<String> kinds = cluster.confluence(choice.timeframe()).stream()
                .map(Confluence::name)
                .toList();
        return CardLine.word(Item.CONFLUENCE, kinds.size(), kinds.stream().collect(Collectors.joining(",")));
    }

    private static double value(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
