package io.faultline.ui.heatmap;

import io.fair_acc.chartfx.XYChart;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/**
 * Stacks the chart, the canvases of what follows the mouse and the last price, and the pill, and takes the mouse for all of
 * them. The canvas as large as the plot is there only while something is on it: laying it over the plot costs as much as
 * drawing the heat.
 */
final class Surface extends Region {
    /** How far tags of the price axis reach into the plot. */
    static final double LEADER = 6;

    private static final double INSET = 10;

    private final XYChart chart;
    private final Canvas cross = new Canvas();
    private final Canvas priceTags = new Canvas();
    private final Canvas timeTags = new Canvas();
    private final Canvas cards;
    private final Canvas volume;
    private final Button pill;
    private final Region plans;
    private double pillRight;

    /**
     * @param cards over the margin right of now
     * @param volume at the left edge of the plot
     * @param plans over all of it
     */
    Surface(XYChart chart, Canvas volume, Canvas cards, Button pill, Region plans) {
        this.chart = chart;
        this.volume = volume;
        this.cards = cards;
        this.pill = pill;
        this.plans = plans;
        chart.setMouseTransparent(true);
        cross.setMouseTransparent(true);
        priceTags.setMouseTransparent(true);
        timeTags.setMouseTransparent(true);
        setPickOnBounds(true);
        getChildren().addAll(chart, volume, cards, plans, cross, priceTags, timeTags, pill);
    }

    /** Over the plot. */
    Canvas cross() {
        return cross;
    }

    /** Over the price axis and {@link #LEADER} pixels of the plot. */
    Canvas priceTags() {
        return priceTags;
    }

    /** Over the time axis. */
    Canvas timeTags() {
        return timeTags;
    }

    /** Where the pill ends and the cards begin: at the line of now. */
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
        plans.resizeRelocate(0, 0, width, height);
        double plotWidth = Math.max(0, width - PlotChart.PRICE_AXIS_WIDTH);
        double plotHeight = Math.max(0, height - PlotChart.TIME_AXIS_HEIGHT);
        place(cards, Math.rint(pillRight), 0, Math.max(0, plotWidth - Math.rint(pillRight)), plotHeight);
        place(volume, 0, 0, VolumeStrip.width(plotWidth), plotHeight);
        place(cross, 0, 0, plotWidth, plotHeight);
        place(priceTags, plotWidth - LEADER, 0, PlotChart.PRICE_AXIS_WIDTH + LEADER, plotHeight);
        place(timeTags, 0, plotHeight, plotWidth, PlotChart.TIME_AXIS_HEIGHT);
        double pillWidth = snapSizeX(pill.prefWidth(-1));
        pill.resizeRelocate(
                snapPositionX(pillRight - pillWidth - INSET), INSET, pillWidth, snapSizeY(pill.prefHeight(-1)));
    }

    private static void place(Canvas canvas, double x, double y, double width, double height) {
        canvas.relocate(x, y);
        canvas.setWidth(width);
        canvas.setHeight(height);
    }
}
