package io.faultline.ui.clusters;

import io.faultline.desk.ClusterMass;
import io.faultline.desk.ClusterView;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.signal.PathReading;
import io.faultline.signal.PathState;
import io.faultline.ui.text.Numbers;

/** What is said of a cluster in a few words, the same in table, card, heatmap and set-up. */
public final class ClusterWords {
    private ClusterWords() {}

    /** As many decimals as tell bins apart, at most those of the tick. */
    public static int decimals(double price, int ofTick) {
        double needed = Math.ceil(-Math.log10(Math.max(price, Double.MIN_NORMAL) * Bins.WIDTH)) + 1;
        return (int) Math.max(0, Math.min(ofTick, needed));
    }

    /** {@code 102,500–102,750}. */
    static String range(Cluster cluster, int ofTick) {
        int decimals = decimals(cluster.lowPrice(), ofTick);
        return Numbers.price(cluster.lowPrice(), decimals) + "–" + Numbers.price(cluster.highPrice(), decimals);
    }

    /** {@code long liquidations, forced sell}. */
    static String side(PositionSide side) {
        return side == PositionSide.LONG ? "long liquidations, forced sell" : "short liquidations, forced buy";
    }

    /** {@code hollow 0.18×}, {@code defended 3.69×}, {@code inside}, {@code ? not seen}; the figure is the rule's own. */
    public static String path(PathReading path) {
        String figure = figure(path);
        return switch (path.state()) {
            case UNKNOWN -> "? not seen";
            case INSIDE -> "inside";
            case HOLLOW -> "hollow" + figure;
            case OPEN -> "open" + figure;
            case DEFENDED -> "defended" + figure;
        };
    }

    /** The way over the estimate; where it is defended, the wall over the usual depth. */
    private static String figure(PathReading path) {
        Double ratio = path.state() == PathState.DEFENDED ? path.wallTimes() : path.hollowRatio();
        return ratio == null ? "" : " " + times(ratio);
    }

    /** {@code 0.18×}, {@code 12×}, {@code ?}. */
    static String times(double ratio) {
        return Double.isNaN(ratio) ? "?" : Numbers.price(ratio, Math.abs(ratio) >= 9.995 ? 0 : 2) + "×";
    }

    /** {@code ✓ agrees}. */
    public static String funding(FundingFlag flag) {
        return switch (flag) {
            case AGREE -> "✓ agrees";
            case CONTRADICT -> "× contradicts";
            case NEUTRAL -> "· neutral";
            case UNKNOWN -> "? unknown";
        };
    }

    static String rule(FundingRule rule) {
        return rule == FundingRule.SQUEEZE ? "Squeeze" : "Carry";
    }

    static String band(DistanceBand band) {
        return switch (band) {
            case ACTIONABLE -> "actionable";
            case SWING -> "swing";
            case CONTEXT -> "context";
        };
    }

    /** Way to the near edge as the price would go: {@code −1.41 %} to longs, {@code +1.33 %} to shorts. */
    public static String distance(ClusterView cluster) {
        double way = signedDistance(cluster.side(), cluster.distance());
        return cluster.path().state() == PathState.INSIDE && cluster.distance() <= 0
                ? "inside"
                : Numbers.change(way, 2);
    }

    static double signedDistance(PositionSide side, double distance) {
        return side == PositionSide.LONG ? -distance : distance;
    }

    /** What its mass gained in an hour, USD; NaN where nobody looked then. */
    static double grown1hUsd(ClusterMass mass) {
        return mass.atRiskUsd() * mass.growth1h() / (1 + mass.growth1h());
    }

    /** {@code +11.2M}, {@code −3.1M}, {@code 0}, {@code ?}. */
    static String signedUsd(double usd) {
        return Double.isNaN(usd) ? "?" : (usd >= 0.5 ? "+" : "") + Numbers.usd(usd);
    }

    /** A share, or {@code ?}. */
    static String share(double fraction, int decimals) {
        return Double.isNaN(fraction) ? "?" : Numbers.percent(fraction, decimals);
    }

    /** A change with its sign, or {@code ?}. */
    static String change(double fraction, int decimals) {
        return Double.isNaN(fraction) ? "?" : Numbers.change(fraction, decimals);
    }

    /** How long, of milliseconds. */
    static String age(long millis) {
        return Numbers.age(millis * 1_000_000);
    }

    /** {@code up 1.2 %} since it was first seen. */
    static String moved(double migration) {
        return (migration >= 0 ? "up " : "down ") + Numbers.percent(Math.abs(migration), 1);
    }
}
