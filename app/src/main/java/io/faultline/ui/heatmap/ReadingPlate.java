package io.faultline.ui.heatmap;

import io.faultline.liquidation.Tier;
import io.faultline.market.PositionSide;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.theme.TierColours;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws the tooltip: beside the crosshair, on the side where there is room, never over the row it is about. */
final class ReadingPlate {
    private static final double GAP = 14;
    private static final double LEAST_WIDTH = 196;
    private static final double INSET = 9;
    private static final double BETWEEN = 16;
    private static final double LINE_HEIGHT = 17;
    private static final double BAR_HEIGHT = 12;
    private static final double MARK = 12;

    private final Ink ink;

    ReadingPlate(Ink ink) {
        this.ink = ink;
    }

    void draw(GraphicsContext gc, HeatView view, Crosshair crosshair, CellReading reading) {
        List<String> lines = reading.lines();
        double width = width(reading);
        double bar = reading.mix().isEmpty() ? 0 : BAR_HEIGHT;
        double height =
                14 + LINE_HEIGHT * (2 + lines.size() / 2.0 + reading.foot().size()) + bar;
        double x = view.x(crosshair.timeNanos());
        double y = view.y(crosshair.price());
        boolean flipX = x + GAP + width > view.width();
        boolean flipY = y + GAP + height > view.height();
        double left = Math.max(2, Math.rint(flipX ? x - GAP - width : x + GAP)) + 0.5;
        double top = Math.max(2, Math.rint(flipY ? y - GAP - height : y + GAP)) + 0.5;
        gc.setFill(ink.plate);
        gc.fillRoundRect(left, top, width, height, 4, 4);
        gc.setStroke(crosshair.pinned() ? ink.palette.focus() : ink.palette.lineStrong());
        gc.setLineWidth(1);
        gc.strokeRoundRect(left, top, width, height, 4, 4);
        gc.setTextBaseline(VPos.CENTER);
        double right = left + width - INSET;
        double line = top + 7 + LINE_HEIGHT / 2;
        row(gc, left + INSET, right, line, reading.title(), reading.cell(), false);
        line += LINE_HEIGHT;
        PositionSide side = reading.side();
        double indent = side == null ? 0 : MARK;
        if (side != null) {
            mark(gc, left + INSET + MARK / 2 - 2, Math.rint(line), side);
        }
        row(gc, left + INSET + indent, right, line, reading.range(), reading.note(), true);
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            line += LINE_HEIGHT;
            row(gc, left + INSET, right, line, lines.get(i), lines.get(i + 1), false);
        }
        if (bar > 0) {
            line += LINE_HEIGHT / 2 + 2;
            mix(gc, Math.rint(left + INSET), Math.rint(line), Math.rint(width - 2 * INSET), reading.mix());
            line += bar - LINE_HEIGHT / 2 - 2;
        }
        for (String words : reading.foot()) {
            line += LINE_HEIGHT;
            row(gc, left + INSET, right, line, words, "", false);
        }
    }

    private double width(CellReading reading) {
        double widest = LEAST_WIDTH - 2 * INSET;
        widest = Math.max(widest, ink.width(reading.title(), ink.label) + ink.width(reading.cell(), ink.figure));
        double indent = reading.side() == null ? 0 : MARK;
        widest = Math.max(
                widest, indent + ink.width(reading.range(), ink.strong) + ink.width(reading.note(), ink.figure));
        List<String> lines = reading.lines();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            widest = Math.max(widest, ink.width(lines.get(i), ink.label) + ink.width(lines.get(i + 1), ink.figure));
        }
        for (String words : reading.foot()) {
            widest = Math.max(widest, ink.width(words, ink.label) - BETWEEN);
        }
        return Math.ceil(widest + BETWEEN + 2 * INSET);
    }

    private void row(
            GraphicsContext gc, double left, double right, double y, String name, String figure, boolean strong) {
        gc.setFont(strong ? ink.strong : ink.label);
        gc.setFill(strong ? ink.palette.text() : ink.palette.mid());
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(name, left, Math.rint(y));
        gc.setFont(ink.figure);
        gc.setFill(ink.palette.text());
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.fillText(figure, right, Math.rint(y));
    }

    /** Shorts are liquidated above: an arrow up. */
    private void mark(GraphicsContext gc, double x, double y, PositionSide side) {
        boolean up = side == PositionSide.SHORT;
        gc.setFill(up ? ink.palette.shortLiquidation() : ink.palette.longLiquidation());
        double tip = up ? -4 : 4;
        gc.fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {y - tip * 0.7, y - tip * 0.7, y + tip}, 3);
    }

    private static void mix(GraphicsContext gc, double left, double top, double width, Map<Tier.Band, Double> mix) {
        double all = mix.values().stream().mapToDouble(Double::doubleValue).sum();
        double done = 0;
        for (Tier.Band band : Tier.Band.values()) {
            double share = mix.getOrDefault(band, 0.0) / all;
            Color colour = TierColours.of(band);
            gc.setFill(colour);
            double from = Math.rint(left + width * done);
            done += share;
            gc.fillRect(from, top, Math.rint(left + width * done) - from, 6);
        }
    }
}
