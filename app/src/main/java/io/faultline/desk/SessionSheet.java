package io.faultline.desk;

import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.PathState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a trader writes down before a session: the nearest and the largest cluster of each side.
 *
 * @param millis event time, since 1970
 * @param lines longs first; a cluster that is both stands there once
 */
public record SessionSheet(long millis, double mark, boolean weekend, List<Line> lines) {
    private static final double MOVED = 0.01;

    /**
     * One cluster.
     *
     * @param nearest whether it is the nearest of its side
     * @param largest whether it is the largest of its side
     * @param moved whether its centroid has moved by more than 1 % since it was first seen
     * @param pathUsd resting from price to its near edge, by the books that show enough; 0 where none does
     * @param catchUsd resting in it and just beyond
     */
    public record Line(
            int clusterId,
            String name,
            PositionSide side,
            boolean nearest,
            boolean largest,
            double near,
            double far,
            double densest,
            double atRiskUsd,
            double discountedUsd,
            double distance,
            DistanceBand band,
            boolean moved,
            FundingFlag funding,
            PathState path,
            double pathUsd,
            double catchUsd,
            int points,
            int outOf) {}

    public SessionSheet {
        lines = List.copyOf(lines);
    }

    /** The sheet of a view under the user's choices; for any thread. */
    public static SessionSheet of(ClustersView view, CardChoice choice) {
        List<Line> lines = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            SideView ofSide = view.side(side);
            for (ClusterView cluster : ofSide.clusters()) {
                boolean nearest = cluster.id() == ofSide.nearestId();
                boolean largest = cluster.id() == ofSide.largestId();
                if (nearest || largest) {
                    lines.add(line(cluster, nearest, largest, choice));
                }
            }
        }
        return new SessionSheet(view.asOfMillis(), view.mark(), view.market().weekend(), lines);
    }

    private static Line line(ClusterView cluster, boolean nearest, boolean largest, CardChoice choice) {
        return new Line(
                cluster.id(),
                cluster.name(),
                cluster.side(),
                nearest,
                largest,
                cluster.cluster().nearPrice(),
                cluster.cluster().farPrice(),
                cluster.cluster().densestPrice(),
                cluster.mass().atRiskUsd(),
                cluster.mass().discountedUsd(choice.discount()),
                cluster.distance(),
                choice.distances().band(cluster.distance()),
                Math.abs(cluster.migration()) > MOVED,
                cluster.funding(choice.rule()),
                cluster.path().state(),
                cluster.path().overall().pathUsd(),
                cluster.path().overall().catchUsd(),
                cluster.grade().points(),
                cluster.grade().outOf());
    }

    /** As plain text, a line a cluster. */
    public String text(String symbol) {
        StringBuilder text = new StringBuilder(symbol).append(" mark ").append(figure(mark));
        text.append(weekend ? ", weekend" : "");
        for (Line line : lines) {
            text.append('\n')
                    .append(line.name)
                    .append(line.nearest ? " nearest" : "")
                    .append(line.largest ? " largest" : "")
                    .append(": ")
                    .append(figure(line.near))
                    .append(" to ")
                    .append(figure(line.far))
                    .append(", ")
                    .append(figure(line.atRiskUsd / 1e6))
                    .append("M at risk, ")
                    .append(figure(100 * line.distance))
                    .append(" % away, path ")
                    .append(line.path.name().toLowerCase(Locale.ROOT))
                    .append(", funding ")
                    .append(line.funding.name().toLowerCase(Locale.ROOT))
                    .append(", grade ")
                    .append(line.points)
                    .append('/')
                    .append(line.outOf)
                    .append(line.moved ? ", moved more than 1 %" : "");
        }
        return text.toString();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1_000 ? "%.0f" : "%.2f", value);
    }
}
