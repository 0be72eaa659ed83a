package io.faultline.ui.heatmap;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.events.ChartBits;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import javafx.scene.canvas.Canvas;

/** ChartFX's chart with a price axis on the right, a time axis below in epoch seconds, and the plot's renderer. */
final class PlotChart {
    static final double PRICE_AXIS_WIDTH = 66;
    static final double TIME_AXIS_HEIGHT = 22;
    /** Room for the time of now on its axis. */
    private static final double NOW_TAG = 58;
    /** Height of the last price's tag on its axis. */
    private static final double LAST_TAG = 18;

    private final XYChart chart;
    private final EdgeAxis timeAxis;
    private final EdgeAxis priceAxis;
    private final HeatRenderer renderer;
    private int decimals = 2;

    PlotChart(Palette palette, Plot plot, PriceAxis shared) {
        renderer = new HeatRenderer(plot);
        timeAxis = new EdgeAxis(palette, TIME_AXIS_HEIGHT, Steps::seconds, this::timeLabel);
        priceAxis = new EdgeAxis(
                palette, PRICE_AXIS_WIDTH, perPixel -> Steps.price(perPixel, shared.tick()), this::priceLabel);
        chart = new XYChart(timeAxis, priceAxis);
        priceAxis.setSide(Side.RIGHT); // the chart's constructor put it on the left
        chart.getRenderers().setAll(renderer);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.getLegend().getNode().setManaged(false);
        chart.getToolBar().setVisible(false);
        chart.getToolBar().setManaged(false);
        chart.getGridRenderer().getHorizontalMajorGrid().setVisible(false);
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
        chart.getCanvas().setCache(false);
        chart.setMinSize(0, 0);
    }

    private String timeLabel(double seconds) {
        return Times.label(Math.round(seconds) * 1_000_000_000L, timeAxis.getTickUnit());
    }

    /** Whole numbers as they are; a fraction only where the labels' distance has one. */
    private String priceLabel(double price) {
        double step = priceAxis.getTickUnit();
        boolean whole = Math.abs(step - Math.rint(step)) < 1e-9;
        return Numbers.price(price, whole ? 0 : decimals);
    }

    XYChart chart() {
        return chart;
    }

    /** The plot, without the axes. */
    Canvas canvas() {
        return chart.getCanvas();
    }

    /** Draws that frame in this pulse. */
    void show(Frame frame) {
        HeatView view = frame.view();
        decimals = frame.decimals();
        double now = view.x(frame.nowNanos());
        timeAxis.reserve(now - NOW_TAG / 2, now + NOW_TAG / 2);
        timeAxis.set(view.startNanos() / 1e9, view.endNanos() / 1e9);
        priceAxis.set(view.low(), view.high());
        double last = Double.isFinite(frame.last()) ? view.y(frame.last()) : -LAST_TAG;
        priceAxis.reserve(last - LAST_TAG / 2, last + LAST_TAG / 2);
        priceAxis.blank(!frame.priced());
        renderer.show(frame);
        chart.fireInvalidated(ChartBits.ChartCanvas);
    }

    /** Pixels from the top of the plot, by the chart's own axis. */
    double displayPosition(double price) {
        return priceAxis.getDisplayPosition(price);
    }

    /** How long the last drawing took, nanoseconds. */
    long nanos() {
        return renderer.nanos();
    }
}
