package io.faultline.ui.clusters;

import io.faultline.alarm.AlarmsView;
import io.faultline.desk.CardChoice;
import io.faultline.desk.ClusterEvent;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.SideView;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.market.PositionSide;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.ui.panel.ClusterControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the cluster table.
 *
 * @param track of one that has dissolved, as it was last seen
 * @param view what is read off it; null once it has dissolved
 * @param goneMillis when it dissolved; 0 while it has not
 * @param choice by which it is judged
 * @param asOfMillis the time of all that
 * @param decimals of the instrument's prices
 * @param missesToEnd how many looks in a row that miss it end a cluster
 * @param bell the alarm on it
 * @param weekend whether it is one, and counts
 */
record ClusterRow(
        Track track,
        @Nullable ClusterView view,
        boolean nearest,
        boolean largest,
        boolean starred,
        long goneMillis,
        CardChoice choice,
        long asOfMillis,
        int decimals,
        int missesToEnd,
        ClusterBell bell,
        boolean weekend) {

    /** All clusters of at least that size, and those that have dissolved within the last minute. */
    static List<ClusterRow> of(
            ClustersView view, AlarmsView alarms, ClusterControl control, double leastUsd, int decimals) {
        CardChoice choice = control.choice();
        boolean weekend = view.market().weekend() && choice.weekendCounts();
        int misses = view.rules().identity().deadAfter();
        List<ClusterRow> rows = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            SideView of = view.side(side);
            for (ClusterView cluster : of.clusters()) {
                if (cluster.mass().atRiskUsd() >= leastUsd || control.starred(cluster.track())) {
                    rows.add(new ClusterRow(
                            cluster.track(),
                            cluster,
                            cluster.id() == of.nearestId(),
                            cluster.id() == of.largestId(),
                            control.starred(cluster.track()),
                            0,
                            choice,
                            view.asOfMillis(),
                            decimals,
                            misses,
                            ClusterBell.of(alarms, cluster.id()),
                            weekend));
                }
            }
            for (ClusterEvent gone : of.dissolved()) {
                if (gone.track().cluster().massUsd() >= leastUsd
                        && view.find(gone.track().id()).isEmpty()) {
                    rows.add(new ClusterRow(
                            gone.track(),
                            null,
                            false,
                            false,
                            control.starred(gone.track()),
                            gone.millis(),
                            choice,
                            view.asOfMillis(),
                            decimals,
                            misses,
                            ClusterBell.NONE,
                            false));
                }
            }
        }
        return rows;
    }

    int id() {
        return track.id();
    }

    boolean gone() {
        return view == null;
    }

    boolean fading() {
        return view != null && view.state() == TrackState.FADING;
    }

    /** Whether it counts; what has dissolved does not. */
    boolean significant() {
        return view != null && view.significant();
    }

    double atRiskUsd() {
        return view == null ? track.cluster().massUsd() : view.mass().atRiskUsd();
    }

    double discountedUsd() {
        return atRiskUsd() * (1 - choice.discount());
    }

    double expectedUsd() {
        return view == null ? Double.NaN : view.mass().expected().meanUsd();
    }

    /** From the mark to the near edge; NaN once it has dissolved. */
    double distance() {
        return view == null ? Double.NaN : view.distance();
    }

    FundingFlag funding() {
        FundingRule rule = choice.rule();
        return view == null ? FundingFlag.UNKNOWN : view.funding(rule);
    }

    long ageMillis() {
        return track.ageMillis(asOfMillis);
    }

    /** {@code near}, {@code near · largest}, {@code fading 40 %}, {@code gone}: what is special about it. */
    String note() {
        if (gone()) {
            return "gone";
        }
        if (fading()) {
            return "fading " + ClusterWords.share((double) track.misses() / missesToEnd, 0);
        }
        if (nearest) {
            return largest ? "near · large" : "near";
        }
        return largest ? "large" : "";
    }

    Map<io.faultline.signal.TierBand, Double> tiers() {
        return view == null ? Map.of() : view.mass().tiers().usd();
    }
}
