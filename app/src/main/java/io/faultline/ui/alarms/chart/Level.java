package io.faultline.ui.alarms.chart;

import io.faultline.alarm.PriceAlarm;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.ui.axis.PriceAxis;
import org.jspecify.annotations.Nullable;

/**
 * A price that was pointed at. A cluster's edge within {@value #REACH} pixels wins, then a round price; else it is the
 * tick under the pointer.
 *
 * @param origin the cluster whose edge it is; null for none
 */
public record Level(double price, PriceAlarm.@Nullable Origin origin) {
    static final double REACH = 6;
    /** Round prices stand at least so far apart that there is something between them. */
    private static final double APART = 30;

    private static final double[] STEPS = {1, 2, 5};

    /** @param y pixels below the top of the axis's plot */
    static Level at(PriceAxis axis, double y, ClustersView clusters) {
        double pointed = axis.price(y);
        Level best = null;
        double nearest = REACH;
        for (ClusterView cluster : clusters.clusters()) {
            for (double edge : new double[] {
                cluster.cluster().lowPrice(), cluster.cluster().highPrice()
            }) {
                double away = Math.abs(axis.y(edge) - y);
                if (away <= nearest) {
                    nearest = away;
                    var origin = new PriceAlarm.Origin(
                            cluster.id(), cluster.cluster().centroid());
                    best = new Level(toTick(edge, axis.tick()), origin);
                }
            }
        }
        if (best != null) {
            return best;
        }
        double step = round(axis.price(0) - axis.price(APART), axis.tick());
        double rounded = Math.round(pointed / step) * step;
        boolean near = rounded > 0 && Math.abs(axis.y(rounded) - y) <= REACH;
        return new Level(toTick(near ? rounded : Math.max(axis.tick(), pointed), axis.tick()), null);
    }

    /** The least of 1, 2, 5, 10 … ticks' powers of ten that is no less than that. */
    private static double round(double least, double tick) {
        double power = tick;
        while (power * 10 <= least) {
            power *= 10;
        }
        for (double step : STEPS) {
            if (step * power >= least) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The multiple of the tick, with no more binary dust than there must be. */
    private static double toTick(double price, double tick) {
        double scale = Math.rint(1 / tick);
        return tick < 1 && scale > 0
                ? Math.rint(Math.rint(price / tick) * tick * scale) / scale
                : Math.rint(price / tick) * tick;
    }
}
