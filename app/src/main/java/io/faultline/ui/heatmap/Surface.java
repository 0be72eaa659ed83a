package io.faultline.ui.heatmap;

import io.fair_acc.chartfx.XYChart;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Stacks the chart, the canvas of what follows the mouse, and the pill, and takes the mouse for all of them. */
final class Surface extends Region {
    private static final double INSET = 10;

    private final XYChart chart;
    private final Canvas overlay = new Canvas();
    private final Button pill;
    private double pillRight;

    Surface(XYChart chart, Button pill) {
        this.chart = chart;
        this.pill = pill;
        chart.setMouseTransparent(true);
        overlay.setMouseTransparent(true);
        setPickOnBounds(true);
        getChildren().addAll(chart, overlay, pill);
    }

    Canvas overlay() {
        return overlay;
    }

    /** Where the pill ends: at the line of now. */
    void pillRight(double x) {
        if (x != pillRight) {
            pillRight = x;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        chart.resizeRelocate(0, 0, width, height);
        overlay.setWidth(width);
        overlay.setHeight(height);
        double pillWidth = snapSizeX(pill.prefWidth(-1));
        pill.resizeRelocate(
                snapPositionX(pillRight - pillWidth - INSET), INSET, pillWidth, snapSizeY(pill.prefHeight(-1)));
    }
}
