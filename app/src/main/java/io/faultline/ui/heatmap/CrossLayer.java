package io.faultline.ui.heatmap;

import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.AlarmMark;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.paint.Hairline;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Draws what follows the mouse and the last price, over plot and axes: crosshair, tags, tooltip, measuring box. It has
 * its own canvases, so moving the mouse never redraws the heat.
 */
final class CrossLayer {
    private static final double LINE_HEIGHT = 17;

    private final Ink ink;
    private final ReadingPlate plate;
    private final Crosshair crosshair;
    private final Pointer pointer;
    private final PriceTags priceTags;
    private double sliceLow = Double.NaN;
    private double sliceHigh = Double.NaN;

    CrossLayer(Ink ink, Crosshair crosshair, Pointer pointer, AlarmControl alarms) {
        this.ink = ink;
        priceTags = new PriceTags(ink, alarms);
        plate = new ReadingPlate(ink);
        this.crosshair = crosshair;
        this.pointer = pointer;
    }

    /** Marks that range of prices, NaN for none; true when it is another than before. */
    boolean slice(double low, double high) {
        boolean same = Double.compare(low, sliceLow) == 0 && Double.compare(high, sliceHigh) == 0;
        sliceLow = low;
        sliceHigh = high;
        return !same;
    }

    /** The alarm's tag at that height of the price axis; null where there is none. */
    @Nullable
    AlarmMark alarmAt(double y) {
        return priceTags.alarmAt(y);
    }

    void draw(Surface surface, Shown shown, boolean tooltip) {
        Frame frame = shown.frame();
        HeatView view = frame.view();
        boolean onPrice = frame.priced() && onPrice(view);
        boolean onTime = onTime(view);
        boolean overPlot = onPrice || onTime || pointer.measuring();
        surface.cross().setVisible(overPlot);
        if (overPlot) {
            drawOverPlot(cleared(surface.cross()), shown, tooltip && onPrice && onTime);
        }
        GraphicsContext tags = cleared(surface.priceTags());
        tags.save();
        tags.translate(Surface.LEADER - view.width(), 0);
        if (Double.isFinite(sliceLow)) {
            drawSlice(tags, view, view.width() + PlotChart.PRICE_AXIS_WIDTH);
        }
        double cross = onPrice ? crosshair.price() : Double.NaN;
        priceTags.draw(tags, frame, view.width() + PlotChart.PRICE_AXIS_WIDTH, cross);
        tags.restore();
        drawTimeTags(cleared(surface.timeTags()), frame, onTime);
    }

    private static GraphicsContext cleared(Canvas canvas) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return gc;
    }

    private void drawOverPlot(GraphicsContext gc, Shown shown, boolean tooltip) {
        Frame frame = shown.frame();
        HeatView view = frame.view();
        if (pointer.measuring()) {
            drawMeasure(gc, frame, shown.heat());
        }
        drawCross(gc, view, frame.priced() && onPrice(view), onTime(view));
        if (tooltip && !pointer.measuring()) {
            plate.draw(gc, view, crosshair, shown.reading(crosshair));
        }
    }

    private boolean onPrice(HeatView view) {
        double price = crosshair.price();
        return price > view.low() && price < view.high();
    }

    private boolean onTime(HeatView view) {
        long time = crosshair.timeNanos();
        return time != 0 && time >= view.startNanos() && time < view.endNanos();
    }

    private void drawCross(GraphicsContext gc, HeatView view, boolean onPrice, boolean onTime) {
        gc.setFill(ink.cross);
        if (onPrice) {
            Hairline.horizontal(gc, 0, view.width(), view.y(crosshair.price()), Ink.DASH, Ink.DASH_GAP);
        }
        if (onTime) {
            Hairline.vertical(gc, view.x(crosshair.timeNanos()), 0, view.height(), Ink.DASH, Ink.DASH_GAP);
        }
    }

    /** Two lines across the price axis, and an edge between them; an end out of view has no line. */
    private void drawSlice(GraphicsContext gc, HeatView view, double right) {
        double left = Math.rint(view.width());
        double top = Math.rint(Math.max(0, Math.min(view.height(), view.y(sliceHigh))));
        double bottom = Math.rint(Math.max(0, Math.min(view.height(), view.y(sliceLow))));
        gc.setFill(ink.palette.focus());
        gc.fillRect(left, top, 2, bottom - top);
        for (double price : new double[] {sliceLow, sliceHigh}) {
            if (price >= view.low() && price <= view.high()) {
                gc.fillRect(left, Math.rint(view.y(price)), right - left, 1);
            }
        }
    }

    private void drawTimeTags(GraphicsContext gc, Frame frame, boolean onTime) {
        HeatView view = frame.view();
        double height = PlotChart.TIME_AXIS_HEIGHT;
        double middle = Math.rint(height / 2);
        double now = view.x(frame.nowNanos());
        if (now > 0 && now < view.width()) {
            gc.setFont(ink.strong);
            gc.setFill(ink.palette.text());
            gc.setTextAlign(TextAlignment.CENTER);
            gc.setTextBaseline(VPos.CENTER);
            gc.fillText(Times.second(frame.nowNanos()), Math.rint(now), middle);
        }
        if (onTime) {
            String text = Times.near(crosshair.timeNanos(), frame.nowNanos());
            double half = ink.width(text, ink.figure) / 2 + 7;
            double x = view.x(crosshair.timeNanos());
            double centre = Math.rint(Math.max(half, Math.min(view.width() - half, x)));
            gc.setFill(ink.palette.selected());
            gc.fillRoundRect(centre - half, 2, 2 * half, height - 4, 3, 3);
            gc.setFont(ink.figure);
            gc.setFill(ink.palette.text());
            gc.setTextAlign(TextAlignment.CENTER);
            gc.setTextBaseline(VPos.CENTER);
            gc.fillText(text, centre, middle);
        }
    }

    private void drawMeasure(GraphicsContext gc, Frame frame, HeatLayer heat) {
        HeatView view = frame.view();
        double x0 = view.x(pointer.measuredFromNanos());
        double y0 = view.y(pointer.measuredFromPrice());
        double x1 = view.x(crosshair.timeNanos());
        double y1 = view.y(crosshair.price());
        double left = Math.rint(Math.min(x0, x1)) + 0.5;
        double top = Math.rint(Math.min(y0, y1)) + 0.5;
        double width = Math.rint(Math.abs(x1 - x0));
        double height = Math.rint(Math.abs(y1 - y0));
        gc.setFill(Ink.alpha(ink.palette.focus(), 0.14));
        gc.fillRect(left, top, width, height);
        gc.setStroke(ink.palette.focus());
        gc.setLineWidth(1);
        gc.strokeRect(left, top, width, height);
        List<String> lines = Measure.lines(
                frame,
                heat,
                pointer.measuredFromNanos(),
                pointer.measuredFromPrice(),
                crosshair.timeNanos(),
                crosshair.price());
        double plateHeight = 10 + LINE_HEIGHT * lines.size();
        double plateWidth = 0;
        for (String line : lines) {
            plateWidth = Math.max(plateWidth, ink.width(line, ink.figure) + 16);
        }
        double plateX = Math.max(2, Math.min(view.width() - plateWidth - 2, left + width / 2 - plateWidth / 2));
        double below = top + height + 4;
        double plateY = below + plateHeight > view.height() ? Math.max(2, top - plateHeight - 4) : below;
        gc.setFill(ink.plate);
        gc.fillRoundRect(plateX, plateY, plateWidth, plateHeight, 4, 4);
        gc.setStroke(ink.palette.focus());
        gc.strokeRoundRect(plateX, plateY, plateWidth, plateHeight, 4, 4);
        gc.setFont(ink.figure);
        gc.setFill(ink.palette.text());
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < lines.size(); i++) {
            gc.fillText(lines.get(i), plateX + 8, Math.rint(plateY + 5 + LINE_HEIGHT * (i + 0.5)));
        }
    }
}
