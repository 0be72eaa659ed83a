package io.faultline.ui;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.Shared;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The leftmost column: the heatmap, under it what steers a replay and the lanes, and where the window is narrow the map
 * over the margin between now and the price axis. JavaFX thread only.
 */
final class HeatColumn extends Region {
    /** The map takes a little of the past rather than be unreadable. */
    private static final double LEAST_MAP = 92;

    private final Region heatmap;
    private final Region lanes;
    private final @Nullable Region replay;
    private final PriceAxis price;
    private final TimeAxis time;
    private double lanesHeight;
    private @Nullable Region map;
    private double placed = Double.NaN;

    /** @param replay steers a replay; null where there is none */
    HeatColumn(Shared axes, Region heatmap, Region lanes, @Nullable Region replay) {
        this.heatmap = heatmap;
        this.lanes = lanes;
        this.replay = replay;
        price = axes.price();
        time = axes.time();
        getChildren().add(heatmap);
        if (replay != null) {
            getChildren().add(replay);
        }
        getChildren().add(lanes);
        setMinSize(0, 0);
    }

    /** Gives the lanes that height; 0 for none. */
    void lanes(double height) {
        if (height != lanesHeight) {
            lanesHeight = height;
            requestLayout();
        }
    }

    /** Height of what steers the replay; 0 where there is none. */
    double replayHeight() {
        return replay == null ? 0 : Math.ceil(replay.prefHeight(-1));
    }

    /** Lays the map over the margin, or takes it away with null. */
    void over(@Nullable Region node) {
        if (node == map) {
            return;
        }
        if (map != null) {
            getChildren().remove(map);
        }
        map = node;
        if (node != null) {
            getChildren().add(node);
            node.setVisible(true);
        }
    }

    /** Moves the map with the plot, which has a place only after it was laid out. */
    void follow() {
        double now =
                time.sceneLeft() + 3 * time.width() + 5 * time.margin() + 7 * price.sceneTop() + 11 * price.height();
        if (map != null && now != placed) {
            placed = now;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double bar = replayHeight();
        double top = height - lanesHeight - bar;
        heatmap.resizeRelocate(0, 0, width, Math.max(0, top));
        if (replay != null) {
            replay.resizeRelocate(0, top, width, bar);
        }
        lanes.setVisible(lanesHeight > 0);
        lanes.resizeRelocate(0, height - lanesHeight, width, lanesHeight);
        if (map != null) {
            Point2D at = sceneToLocal(time.sceneLeft(), price.sceneTop());
            double right = at.getX() + time.width() + time.margin();
            double wide = Math.max(LEAST_MAP, time.margin());
            map.resizeRelocate(Math.rint(right - wide), at.getY(), wide, price.height());
        }
    }
}
