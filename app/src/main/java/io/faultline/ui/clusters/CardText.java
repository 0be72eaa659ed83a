package io.faultline.ui.clusters;

import io.faultline.alarm.AlarmsView;
import io.faultline.desk.CardChoice;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.SweepView;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.market.PositionSide;
import io.faultline.signal.FundingFlag;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the card of a cluster beside the heatmap says.
 *
 * @param distance to its near edge, at the right of the first line
 * @param lines under the first one
 * @param dim whether it is below significance
 * @param bell the alarm on it
 */
record CardText(
        int id,
        PositionSide side,
        String name,
        double atRiskUsd,
        String distance,
        List<Line> lines,
        String edge,
        boolean dim,
        boolean fading,
        ClusterBell bell) {
    private static final double NOTABLE = 0.20;

    /** How a line is coloured. */
    enum Tone {
        PLAIN,
        WARN,
        OK,
        BAD,
        LOW
    }

    record Line(String words, Tone tone) {}

    /** The first line; the distance stands at its right, and is empty where it found no room. */
    record Heading(String words, String distance) {}

    CardText {
        lines = List.copyOf(lines);
    }

    /**
     * The first line as it fits. A figure is never cut, since what is left of one reads as another: it is told in two digits,
     * and if that is still too wide without the distance.
     *
     * @param stub whether only the edge is told
     */
    Heading heading(boolean stub, Predicate<Heading> fits) {
        List<String> figures = stub ? List.of(edge) : List.of(Numbers.usd(atRiskUsd), Numbers.roundUsd(atRiskUsd));
        for (String beside : List.of(distance, "")) {
            for (String figure : figures) {
                Heading heading = new Heading(name + " " + figure, beside);
                if (fits.test(heading)) {
                    return heading;
                }
            }
        }
        return new Heading(name, "");
    }

    /**
     * @param choice by which it is judged
     * @param decimals of the instrument's prices
     */
    static CardText of(ClusterView cluster, ClustersView view, AlarmsView alarms, CardChoice choice, int decimals) {
        List<Line> lines = new ArrayList<>();
        SweepView sweep = sweep(cluster, view);
        if (sweep != null && sweep.inside()) {
            lines.add(new Line("forced " + Numbers.usd(sweep.forcedUsd()), Tone.WARN));
            lines.add(new Line(sweepWords(sweep), sweep.exhausted() ? Tone.OK : Tone.WARN));
        } else {
            Tone path = switch (cluster.path().state()) {
                case HOLLOW -> Tone.WARN;
                case UNKNOWN -> Tone.LOW;
                case OPEN, DEFENDED, INSIDE -> Tone.PLAIN;
            };
            lines.add(new Line("path " + ClusterWords.path(cluster.path().overall()), path));
            lines.add(funding(cluster.funding(choice.rule())));
        }
        String change = change(cluster, view);
        boolean weekend = view.market().weekend() && choice.weekendCounts();
        if (weekend) {
            lines.add(new Line(change.isEmpty() ? "weekend: books thin" : "weekend · " + change, Tone.WARN));
        } else if (!change.isEmpty()) {
            lines.add(new Line(change, Tone.LOW));
        }
        double near = cluster.cluster().nearPrice();
        return new CardText(
                cluster.id(),
                cluster.side(),
                cluster.name(),
                cluster.mass().atRiskUsd(),
                distance(cluster),
                lines,
                Numbers.price(near, ClusterWords.decimals(near, decimals)),
                !cluster.significant(),
                cluster.state() == TrackState.FADING,
                ClusterBell.of(alarms, cluster.id()));
    }

    /** Shorter than elsewhere: beside it stands the figure that matters more. */
    private static String distance(ClusterView cluster) {
        double way = ClusterWords.signedDistance(cluster.side(), cluster.distance());
        return cluster.distance() <= 0 ? "inside" : Numbers.change(way, Math.abs(way) < 0.0995 ? 1 : 0);
    }

    private static Line funding(FundingFlag flag) {
        return switch (flag) {
            case AGREE -> new Line("✓ funding agrees", Tone.OK);
            case CONTRADICT -> new Line("× funding against", Tone.BAD);
            case NEUTRAL -> new Line("· funding neutral", Tone.LOW);
            case UNKNOWN -> new Line("? funding unknown", Tone.LOW);
        };
    }

    private static String sweepWords(SweepView sweep) {
        if (sweep.exhausted()) {
            return "exhausted";
        }
        if (sweep.absorption().absorbed()) {
            return "absorbed";
        }
        return Double.isNaN(sweep.rateShare())
                ? "entered"
                : "firing " + Numbers.percent(sweep.rateShare(), 0) + " of peak";
    }

    /** Fading, migrated or changed much: the first of these; empty for none. */
    private static String change(ClusterView cluster, ClustersView view) {
        if (cluster.state() == TrackState.FADING) {
            int end = view.rules().identity().deadAfter();
            return "fading " + Numbers.percent((double) cluster.track().misses() / end, 0);
        }
        if (Math.abs(cluster.migration()) >= view.rules().identity().migrated()) {
            return (cluster.migration() > 0 ? "↑ moved " : "↓ moved ")
                    + Numbers.percent(Math.abs(cluster.migration()), 1);
        }
        double grown = cluster.mass().growth1h();
        if (Math.abs(grown) >= NOTABLE) {
            return (grown > 0 ? "↑ " : "↓ ") + Numbers.change(grown, 0) + " in 1 h";
        }
        return "";
    }

    static @Nullable SweepView sweep(ClusterView cluster, ClustersView view) {
        for (SweepView sweep : view.sweeps()) {
            if (sweep.trackId() == cluster.id()) {
                return sweep;
            }
        }
        return null;
    }
}
