package io.faultline.ui.alarms.chart;

import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Stage;
import io.faultline.market.PositionSide;

/**
 * The prices at which the stages of a cluster alarm lie, USD; model 16.
 *
 * @param side of the cluster: longs are met from above
 * @param near the edge that price meets first, where the second stage fires
 * @param far the other edge
 * @param perimeter where the first stage fires
 * @param through where price is through
 */
public record StageLevels(PositionSide side, double near, double far, double perimeter, double through) {
    public static StageLevels of(PositionSide side, double near, double far, ClusterAlarmRule rule) {
        int away = side == PositionSide.LONG ? 1 : -1;
        double perimeter = near / (1 - away * rule.perimeter());
        return new StageLevels(side, near, far, perimeter, far * (1 - away * rule.confirm()));
    }

    StageLevels with(ClusterAlarmRule rule) {
        return of(side, near, far, rule);
    }

    /** The perimeter, a fraction of price, of an alarm whose first stage fires at that price; negative beyond the edge. */
    double perimeterAt(double price) {
        int away = side == PositionSide.LONG ? 1 : -1;
        return away * (price - near) / price;
    }

    /** From a price to the near edge, a fraction of it, positive while price has not reached it. */
    public double distance(double price) {
        return perimeterAt(price);
    }

    /** How many of the three stages have been passed and are not armed anew. */
    public static int reached(Stage stage) {
        return switch (stage) {
            case IDLE -> 0;
            case NEAR -> 1;
            case INSIDE -> 2;
            case CONFIRMED, SWEPT -> 3;
        };
    }
}
