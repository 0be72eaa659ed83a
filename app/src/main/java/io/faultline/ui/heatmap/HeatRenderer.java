package io.faultline.ui.heatmap;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the plot on the chart's canvas. It has no data sets: what it draws is pulled by the panel's pulse. */
final class HeatRenderer extends AbstractRendererXY<HeatRenderer> {
    private static final Logger LOG = LoggerFactory.getLogger(HeatRenderer.class);

    private final Plot plot;
    private @Nullable Frame frame;
    private boolean failed;
    private long nanos;

    HeatRenderer(Plot plot) {
        this.plot = plot;
    }

    /** What the next rendering draws. */
    void show(Frame next) {
        frame = next;
    }

    /** How long the last rendering took on the JavaFX thread. */
    long nanos() {
        return nanos;
    }

    @Override
    public void render() {
        Frame next = frame;
        if (next == null || xAxis == null || yAxis == null) {
            return;
        }
        long started = System.nanoTime();
        GraphicsContext gc = getChart().getCanvas().getGraphicsContext2D();
        gc.save();
        try {
            plot.draw(gc, next, xAxis, yAxis);
        } catch (RuntimeException e) {
            // Thrown on, it would leave ChartFX's post-layout hook half done and stop the whole window's pulse.
            if (!failed) {
                LOG.error("the heatmap could not be drawn", e);
            }
            failed = true;
        } finally {
            gc.restore();
        }
        nanos = System.nanoTime() - started;
    }

    @Override
    protected void render(GraphicsContext gc, DataSet dataSet, DataSetNode style) {
        throw new UnsupportedOperationException("the heatmap has no data sets");
    }

    @Override
    protected void updateAxisRange(AxisRange range, int dimension) {
        // The shared axes rule; nothing is derived from data.
    }

    @Override
    protected HeatRenderer getThis() {
        return this;
    }
}
