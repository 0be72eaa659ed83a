package io.faultline.ui.clusters;

import io.faultline.desk.CardChoice;
import io.faultline.desk.ClusterMass;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.SideView;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.TierBand;
import io.faultline.ui.export.Export;
import io.faultline.ui.export.Sheet;
import io.faultline.ui.panel.ClusterControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Clusters as data. */
public final class ClusterSheet {
    private static final List<String> COLUMNS = List.of(
            "cluster",
            "side",
            "state",
            "significant",
            "nearest",
            "largest",
            "own",
            "low_price",
            "high_price",
            "near_price",
            "far_price",
            "densest_price",
            "centroid_price",
            "width_bp",
            "at_risk_usd",
            "discounted_usd",
            "discount_fraction",
            "expected_usd",
            "expected_low80_usd",
            "expected_high80_usd",
            "open_interest_share_fraction",
            "daily_share_fraction",
            "growth_15m_fraction",
            "growth_1h_fraction",
            "density_usd_per_tenth_percent",
            "distance_fraction",
            "band",
            "path",
            "path_usd",
            "path_over_estimate",
            "wall_over_usual",
            "behind_over_estimate",
            "funding",
            "funding_rule",
            "venues",
            "confirming",
            "x5_fraction",
            "x10_fraction",
            "x25_fraction",
            "x50_fraction",
            "x100_fraction",
            "grade_points",
            "grade_of",
            "moved_log",
            "first_seen_utc",
            "age_ms",
            "mark_price",
            "as_of_utc",
            "data_flags");

    private ClusterSheet() {}

    /** All clusters as they stand when it is taken. */
    public static Export export(ClusterControl control) {
        return new Export("clusters", "Clusters", pulse -> {
            ClustersView view = pulse.view().clusters();
            CardChoice choice = control.choice();
            List<Integer> own = view.clusters().stream()
                    .filter(cluster -> control.starred(cluster.track()))
                    .map(ClusterView::id)
                    .toList();
            return () -> of(view, choice, own);
        });
    }

    static Sheet of(ClustersView view, CardChoice choice, List<Integer> own) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            SideView of = view.side(side);
            for (ClusterView cluster : of.clusters()) {
                rows.add(row(view, of, cluster, choice, own.contains(cluster.id())));
            }
        }
        return new Sheet("clusters", COLUMNS, rows);
    }

    private static List<@Nullable Object> row(
            ClustersView view, SideView of, ClusterView cluster, CardChoice choice, boolean own) {
        Cluster extent = cluster.cluster();
        ClusterMass mass = cluster.mass();
        return Arrays.asList(
                cluster.name(),
                cluster.side() == PositionSide.LONG ? "long" : "short",
                CardWords.lower(cluster.state().name()),
                cluster.significant(),
                cluster.id() == of.nearestId(),
                cluster.id() == of.largestId(),
                own,
                extent.lowPrice(),
                extent.highPrice(),
                extent.nearPrice(),
                extent.farPrice(),
                extent.densestPrice(),
                extent.centroid(),
                extent.widthBps(),
                mass.atRiskUsd(),
                mass.discountedUsd(choice.discount()),
                choice.discount(),
                mass.expected().meanUsd(),
                mass.expected().lowUsd(),
                mass.expected().highUsd(),
                mass.openInterestShare(),
                mass.dailyShare(),
                mass.growth15m(),
                mass.growth1h(),
                extent.densityUsdPerTenthPercent(),
                cluster.distance(),
                ClusterWords.band(choice.distances().band(cluster.distance())),
                CardWords.lower(cluster.path().state().name()),
                cluster.path().overall().pathUsd(),
                cluster.path().overall().hollowRatio(),
                cluster.path().overall().wallTimes(),
                cluster.path().overall().catchRatio(),
                CardWords.lower(cluster.funding(choice.rule()).name()),
                CardWords.lower(choice.rule().name()),
                codes(mass.venuesUsd().keySet()),
                codes(mass.confirming()),
                mass.tiers().share(TierBand.X5),
                mass.tiers().share(TierBand.X10),
                mass.tiers().share(TierBand.X25),
                mass.tiers().share(TierBand.X50),
                mass.tiers().share(TierBand.X100),
                cluster.grade().points(),
                cluster.grade().outOf(),
                cluster.migration(),
                Instant.ofEpochMilli(cluster.track().firstSeenMillis()),
                cluster.ageMillis(view.asOfMillis()),
                view.mark(),
                Instant.ofEpochMilli(view.asOfMillis()),
                cluster.flags().stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    private static String codes(Iterable<Venue> venues) {
        List<String> codes = new ArrayList<>();
        venues.forEach(venue -> codes.add(venue.code()));
        return String.join(" ", codes);
    }
}
