package io.faultline.ui.panel;

import io.faultline.desk.AlarmBoard;
import io.faultline.desk.ClusterView;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.settings.SettingsControl;

/**
 * What the panels of one symbol share: the axes, the crosshair, what is chosen about venues, liquidations, clusters, the
 * chart and the model, the settings, the alarms, a tooltip, and the clipboard.
 */
public record Shared(
        PriceAxis price,
        TimeAxis time,
        Crosshair crosshair,
        VenueControl venues,
        LiquidationControl liquidations,
        ClusterControl clusters,
        ChartControl chart,
        ModelControl model,
        SettingsControl settings,
        AlarmControl alarms,
        Plans plans,
        HoverCard hover,
        Clip clip) {
    /** Without a venue to switch. */
    public static Shared create() {
        return create(VenueControl.none());
    }

    /** Without a session that computes pictures. */
    public static Shared create(VenueControl venues) {
        return create(venues, new LiquidationControl(choice -> {}));
    }

    /** Without a model to change. */
    public static Shared create(VenueControl venues, LiquidationControl liquidations) {
        return create(venues, liquidations, ModelControl.none());
    }

    /** With the usual settings, which are nobody else's, and without alarms. */
    public static Shared create(VenueControl venues, LiquidationControl liquidations, ModelControl model) {
        return create(venues, liquidations, model, SettingsControl.usual(), new AlarmControl(AlarmBoard.NONE));
    }

    public static Shared create(
            VenueControl venues,
            LiquidationControl liquidations,
            ModelControl model,
            SettingsControl settings,
            AlarmControl alarms) {
        TimeAxis time = new TimeAxis();
        liquidations.showOn(time);
        ClusterControl clusters = new ClusterControl(liquidations);
        clusters.onAlarm(cluster -> alarms.onCluster(cluster.id()));
        return new Shared(
                new PriceAxis(),
                time,
                new Crosshair(),
                venues,
                liquidations,
                clusters,
                new ChartControl(),
                model,
                settings,
                alarms,
                new Plans(liquidations, clusters, settings),
                new HoverCard(),
                new Clip());
    }

    /** Selects a cluster and brings it into view; the prices then stay there until they are let follow the market again. */
    public void jumpTo(ClusterView cluster) {
        clusters.select(cluster.id());
        double middle = (price.low() + price.high()) / 2;
        price.pan(Math.round((cluster.cluster().centroid() - middle) / price.grouping()));
    }

    /** Shows that much time, and of liquidations the shortest window that holds it. */
    public void span(long nanos) {
        time.span(nanos);
        liquidations.covering(time.spanNanos());
    }
}
