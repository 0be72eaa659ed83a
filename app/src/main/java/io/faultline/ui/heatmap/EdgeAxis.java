package io.faultline.ui.heatmap;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.axes.spi.TickMark;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * ChartFX's axis with a fixed thickness and the workspace's look: it computes ticks and labels, and draws them itself.
 * Its own drawing hangs on a preferred size that grows with the labels, so that the plot's width would change with the
 * price.
 */
final class EdgeAxis extends DefaultNumericAxis {
    private static final int MOST_LABELS = 200;
    private static final double EDGE = 6;
    private static final double TICK = 4;

    private final Palette palette;
    private final Font font = Type.regular(Type.FIGURE);
    private final double thickness;
    private final DoubleUnaryOperator step;
    private final DoubleFunction<String> label;
    private double reservedFrom = -1;
    private double reservedTo = -1;
    private boolean blank;

    /**
     * @param step distance of labels for a number of units in a pixel
     * @param label text of a value
     */
    EdgeAxis(Palette palette, double thickness, DoubleUnaryOperator step, DoubleFunction<String> label) {
        super(0, 1, 0.5);
        this.palette = palette;
        this.thickness = thickness;
        this.step = step;
        this.label = label;
        setName("");
        setUnit(null);
        setAutoUnitScaling(false);
        setAnimated(false);
        setAutoRanging(false);
        setMinorTickCount(0);
        setMaxMajorTickLabelCount(MOST_LABELS);
        getCanvas().setCache(false);
    }

    /** Keeps labels out of a stretch of the axis, where a tag stands. */
    void reserve(double from, double to) {
        reservedFrom = from;
        reservedTo = to;
    }

    /** Draws no marks: there is nothing yet that they would mean. */
    void blank(boolean on) {
        blank = on;
    }

    @Override
    public double computePreferredTickUnit(double axisLength) {
        // Called by the constructor of the superclass, too.
        return step == null || !(axisLength > 0) ? 1 : step.applyAsDouble((getMax() - getMin()) / axisLength);
    }

    @Override
    public String getTickMarkLabel(double value) {
        return label == null ? "" : label.apply(value);
    }

    @Override
    protected double computePrefWidth(double height) {
        super.computePrefWidth(height); // computes the ticks for that length
        return thickness;
    }

    @Override
    protected double computePrefHeight(double width) {
        super.computePrefHeight(width);
        return thickness;
    }

    @Override
    public void drawAxis(GraphicsContext gc, double width, double height) {
        gc.setFill(palette.panel());
        gc.fillRect(0, 0, width, height);
        drawLines(gc, width, height);
        gc.setFont(font);
        gc.setFill(palette.mid());
        gc.setTextBaseline(VPos.CENTER);
        if (getSide().isVertical()) {
            gc.setTextAlign(TextAlignment.RIGHT);
            for (TickMark mark : marks()) {
                double y = mark.getPosition();
                boolean free = y + EDGE < reservedFrom || y - EDGE > reservedTo;
                if (free && y > EDGE && y < height - EDGE) {
                    gc.fillText(mark.getText(), width - EDGE, Math.rint(y));
                }
            }
        } else {
            gc.setTextAlign(TextAlignment.CENTER);
            for (TickMark mark : marks()) {
                double x = mark.getPosition();
                double half = mark.getWidth() / 2 + EDGE;
                if (x > half && x < width - half && (x + half < reservedFrom || x - half > reservedTo)) {
                    gc.fillText(mark.getText(), Math.rint(x), Math.rint(height / 2));
                }
            }
        }
    }

    private List<TickMark> marks() {
        return blank ? List.of() : getTickMarks();
    }

    private void drawLines(GraphicsContext gc, double width, double height) {
        gc.setFill(palette.line());
        if (getSide().isVertical()) {
            Hairline.vertical(gc, 0, 0, height);
            for (TickMark mark : marks()) {
                double y = mark.getPosition();
                if (y > EDGE && y < height - EDGE) {
                    Hairline.horizontal(gc, 0, TICK, y);
                }
            }
        } else {
            Hairline.horizontal(gc, 0, width, 0);
            for (TickMark mark : marks()) {
                double x = mark.getPosition();
                if (x > 3 * EDGE && x < width - 3 * EDGE) {
                    Hairline.vertical(gc, x, 0, TICK);
                }
            }
        }
    }
}
