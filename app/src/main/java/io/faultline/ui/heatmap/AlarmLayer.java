package io.faultline.ui.heatmap;

import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.AlarmInk;
import io.faultline.ui.alarms.chart.AlarmMark;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.alarms.chart.ClusterDraft;
import io.faultline.ui.alarms.chart.FiredMark;
import io.faultline.ui.alarms.chart.PriceDraft;
import io.faultline.ui.paint.Hairline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws alarms over the price: a line where one waits, a numbered disc on a stem where one fired. */
final class AlarmLayer {
    private static final double RADIUS = 9;
    private static final double STEM = 34;
    private static final int DASH = 4;
    private static final int DASH_GAP = 3;
    private static final int DOT_GAP = 3;
    /** So many of the newest have their words beside them, and those that call. */
    private static final int WORDED = 2;

    private final Ink ink;
    private final AlarmControl control;
    private long drawn = -1;

    AlarmLayer(Ink ink, AlarmControl control) {
        this.ink = ink;
        this.control = control;
    }

    /** Whether it would draw something else than the last time. */
    boolean moved() {
        return control.version() != drawn;
    }

    /** @return where it wrote words */
    List<Box> draw(GraphicsContext gc, Frame frame) {
        List<Box> words = new ArrayList<>();
        drawn = control.version();
        if (!frame.priced()) {
            return words;
        }
        drawDraft(gc, frame.view());
        for (AlarmMark mark : control.marks()) {
            drawLine(gc, frame, mark);
        }
        List<FiredMark> fired = control.fired();
        for (int i = fired.size() - 1; i >= 0; i--) {
            drawFired(gc, frame, fired.get(i), i < WORDED, words);
        }
        return words;
    }

    /** What lies between the prices that are being set. */
    private void drawDraft(GraphicsContext gc, HeatView view) {
        double from = Double.NaN;
        double to = Double.NaN;
        if (control.draft() instanceof PriceDraft price && price.range()) {
            from = price.level();
            to = price.other();
        } else if (control.draft() instanceof ClusterDraft cluster) {
            from = cluster.levels().perimeter();
            to = cluster.levels().near();
        }
        if (!Double.isNaN(from)) {
            double top = Math.rint(Math.max(0, view.y(Math.max(from, to))));
            double bottom = Math.rint(Math.min(view.height(), view.y(Math.min(from, to))));
            gc.setFill(Ink.alpha(ink.palette.focus(), 0.1));
            gc.fillRect(0, top, view.width(), Math.max(0, bottom - top));
        }
    }

    /** From now to the axis; across the plot while the user is about it, or price is within its reach. */
    private void drawLine(GraphicsContext gc, Frame frame, AlarmMark mark) {
        HeatView view = frame.view();
        if (mark.price() <= view.low() || mark.price() >= view.high()) {
            return;
        }
        boolean wide = mark.state() == AlarmMark.State.DRAFT || mark.state() == AlarmMark.State.CHOSEN;
        double now = Math.max(0, Math.min(view.timeWidth(), view.x(frame.nowNanos())));
        gc.setFill(Ink.alpha(AlarmInk.colour(ink.palette, mark), wide ? 1 : 0.8));
        Hairline.horizontal(gc, wide ? 0 : now, view.width(), view.y(mark.price()), DASH, DASH_GAP);
    }

    private void drawFired(GraphicsContext gc, Frame frame, FiredMark mark, boolean newest, List<Box> words) {
        HeatView view = frame.view();
        double x = Math.rint(view.x(mark.millis() * 1_000_000));
        double y = Math.rint(view.y(mark.price()));
        if (x < 0 || x >= view.width() || y < 0 || y >= view.height()) {
            return;
        }
        Color colour = AlarmInk.colour(ink.palette, mark.stage());
        double disc = y - STEM < RADIUS ? y + STEM : y - STEM;
        gc.setFill(colour);
        Hairline.vertical(gc, x, Math.min(y, disc), Math.max(y, disc));
        if (mark.calling()) {
            Hairline.horizontal(gc, x, view.width(), y, 2, DOT_GAP);
        }
        AlarmInk.disc(gc, x + 0.5, disc, RADIUS, mark.stage(), mark.calling(), ink.palette, ink.strong);
        if (newest || mark.calling()) {
            words.add(drawWords(gc, frame, mark, x, disc, colour));
        }
    }

    private Box drawWords(GraphicsContext gc, Frame frame, FiredMark mark, double x, double y, Color colour) {
        String words = AlarmWords.word(mark.signal()).toUpperCase(Locale.ROOT) + " "
                + Times.near(mark.millis() * 1_000_000, frame.nowNanos());
        double width = ink.width(words, ink.label) + 8;
        boolean left = x + RADIUS + width + 4 > frame.view().timeWidth();
        double start = left ? x - RADIUS - 4 - width : x + RADIUS + 4;
        gc.setFill(ink.plate);
        gc.fillRect(start, y - 8, width, 16);
        gc.setFont(ink.label);
        gc.setFill(colour);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(words, start + 4, y);
        return new Box(start, y - 8, start + width, y + 8);
    }
}
