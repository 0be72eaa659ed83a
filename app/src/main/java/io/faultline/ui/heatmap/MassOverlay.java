package io.faultline.ui.heatmap;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.SweptLevel;
import io.faultline.market.PositionSide;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/** What lies between the cells of liquidations and the price: cold zones, swept levels, what is history, what is missing. */
final class MassOverlay {
    private static final int HATCH_PIXELS = 8;
    /** A cold zone is one of now: it is drawn over the last part of the time shown. */
    private static final double COLD_SHARE = 0.36;

    private static final double LABEL_HEIGHT = 16;
    private static final double LABEL_INSET = 8;
    private static final double TICK = 7;
    private static final int DASH = 4;
    private static final int DASH_GAP = 3;
    private static final double BANNER_Y = 78;

    private final Ink ink;
    private final Paint hatch;
    private final SweptMarks swept = new SweptMarks();
    private final List<ColdLabel> labels = new ArrayList<>();

    private record ColdLabel(String words, double x, double y) {}

    MassOverlay(Ink ink) {
        this.ink = ink;
        hatch = Hatch.of(Ink.alpha(ink.palette.text(), 0.3), HATCH_PIXELS);
    }

    /** What lies under the price. */
    void drawUnder(GraphicsContext gc, Frame frame, MassLayer layer, boolean coldZones) {
        labels.clear();
        if (coldZones && frame.priced()) {
            drawCold(gc, frame, layer);
        }
        if (layer.type() == HeatType.FEED) {
            drawSwept(gc, frame);
        }
        drawHistoryEdge(gc, frame, layer);
    }

    /** Words, which nothing may hide. */
    void drawOver(GraphicsContext gc, Frame frame, MassLayer layer) {
        for (ColdLabel label : labels) {
            drawLabel(gc, label);
        }
        String banner = layer.legend().relative() ? "volume only: sizes are relative" : "";
        if (layer.columns().isEmpty()) {
            banner = MassWords.waiting(layer);
        }
        if (!banner.isEmpty()) {
            Color warn = ink.palette.warn();
            ink.plate(gc, banner, frame.view().timeWidth() / 2, BANNER_Y, warn, ink.plate, warn);
        }
    }

    private void drawCold(GraphicsContext gc, Frame frame, MassLayer layer) {
        HeatView view = frame.view();
        double right = Math.max(0, Math.min(view.timeWidth(), view.x(frame.nowNanos())));
        double left = Math.rint(right - view.timeWidth() * COLD_SHARE);
        double labelled = Double.POSITIVE_INFINITY;
        for (MassNow.Cold zone : layer.present().cold()) {
            double top = Math.rint(Math.max(0, view.y(zone.high())));
            double bottom = Math.rint(Math.min(view.height(), view.y(zone.low())));
            if (bottom <= top || right <= left) {
                continue;
            }
            gc.setFill(hatch);
            gc.fillRect(left, top, right - left, bottom - top);
            gc.setFill(Ink.alpha(ink.palette.text(), 0.45));
            Hairline.horizontal(gc, left, right, top);
            Hairline.horizontal(gc, left, right, bottom - 1);
            double middle = (top + bottom) / 2;
            if (labelled - middle >= LABEL_HEIGHT) {
                labelled = middle;
                labels.add(new ColdLabel(words(zone, layer, frame.decimals()), left + LABEL_INSET, middle));
            }
        }
    }

    /** {@code cold 101,512–102,022, 22.1M in 0.50 %}. */
    static String words(MassNow.Cold zone, MassLayer layer, int decimals) {
        int places = MassReading.decimals(zone.low(), decimals);
        return "cold " + Numbers.price(zone.low(), places) + "–" + Numbers.price(zone.high(), places) + ", "
                + layer.present().figure(zone.atRiskUsd()) + " in "
                + Numbers.percent(zone.high() / zone.low() - 1, 2);
    }

    private void drawLabel(GraphicsContext gc, ColdLabel label) {
        double y = Math.rint(label.y());
        gc.setFill(ink.plate);
        gc.fillRect(label.x() - 4, y - LABEL_HEIGHT / 2, ink.width(label.words(), ink.label) + 8, LABEL_HEIGHT);
        gc.setFont(ink.label);
        gc.setFill(ink.palette.text());
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(label.words(), label.x(), y);
    }

    /** A tick for each level that fired by the model, the stronger the more it held. */
    private void drawSwept(GraphicsContext gc, Frame frame) {
        HeatView view = frame.view();
        List<SweptLevel> levels =
                swept.in(frame.data().grid().swept(), view.startNanos() / 1_000_000, view.endNanos() / 1_000_000);
        double most = 1;
        for (SweptLevel level : levels) {
            most = Math.max(most, level.usd());
        }
        for (SweptLevel level : levels) {
            Color side =
                    level.side() == PositionSide.SHORT ? ink.palette.shortLiquidation() : ink.palette.longLiquidation();
            double x = Math.rint(view.x(level.millis() * 1_000_000) - TICK / 2);
            double y = Math.rint(view.y(Bins.centre(level.bin())));
            gc.setFill(Ink.alpha(side, 0.25 + 0.75 * Math.sqrt(level.usd() / most)));
            gc.fillRect(x, y - 1, TICK, 2);
        }
    }

    /** The largest swept level within reach of a point of the plot, pixels; empty words for none. */
    String sweptAt(HeatView view, Frame frame, double x, double y) {
        SweptLevel found = null;
        for (SweptLevel level :
                swept.in(frame.data().grid().swept(), view.startNanos() / 1_000_000, view.endNanos() / 1_000_000)) {
            boolean near = Math.abs(view.x(level.millis() * 1_000_000) - x) <= TICK
                    && Math.abs(view.y(Bins.centre(level.bin())) - y) <= TICK;
            found = near && (found == null || level.usd() > found.usd()) ? level : found;
        }
        return found == null
                ? ""
                : found.venue().code() + " " + (found.side() == PositionSide.LONG ? "longs " : "shorts ")
                        + Numbers.usd(found.usd());
    }

    /** Over what was computed from history, which is coarser than what was seen live. */
    private void drawHistoryEdge(GraphicsContext gc, Frame frame, MassLayer layer) {
        HeatView view = frame.view();
        long known = layer.present().grid().knownFromMillis();
        long live = layer.present().grid().liveSinceMillis();
        if (known == Long.MAX_VALUE || live <= known) {
            return;
        }
        double left = Math.max(0, view.x(known * 1_000_000));
        double right = live == Long.MAX_VALUE ? view.x(frame.nowNanos()) : view.x(live * 1_000_000);
        gc.setFill(ink.palette.mid());
        Hairline.horizontal(gc, left, Math.min(right, view.timeWidth()), 0, DASH, DASH_GAP);
    }
}
