package io.faultline.ui.heatmap;

import io.faultline.ui.paint.Hairline;
import io.faultline.ui.panel.ChartControl;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * What was bought and sold by price over the time in view, as bars at the plot's left edge, the row with the most marked. On a
 * canvas of its own, which is there only while it is wanted and is drawn again at most once a second, or when other prices or
 * another stretch of time come into view.
 */
final class VolumeStrip {
    private static final double SHARE = 0.14;
    private static final double MOST_WIDTH = 132;
    private static final long REST_NANOS = 1_000_000_000L;
    /** Rows of the axis are split in so many. */
    private static final int PARTS = 4;

    private static final double OPACITY = 0.62;

    private final Ink ink;
    private final ChartControl chart;
    private final Canvas canvas = new Canvas();
    private final VolumeByPrice volume = new VolumeByPrice();
    private Drawn drawn = new Drawn(0, 0, 0, 0, 0, 0, 0);

    private record Drawn(
            long bucket,
            long nanosPerColumn,
            long scrolled,
            double low,
            double pricePerRow,
            double height,
            double width) {}

    VolumeStrip(Ink ink, ChartControl chart) {
        this.ink = ink;
        this.chart = chart;
        canvas.setId("volume-by-price");
        canvas.setMouseTransparent(true);
        canvas.setVisible(false);
    }

    Canvas canvas() {
        return canvas;
    }

    static double width(double plotWidth) {
        return Math.rint(Math.min(MOST_WIDTH, plotWidth * SHARE));
    }

    /**
     * Draws what has changed.
     *
     * @param follows whether the view goes with the market, so that it scrolls all the time
     * @param rowPrice height of a row of the price axis, in price
     * @param tick the finest row that means anything
     */
    void show(Frame frame, boolean follows, double rowPrice, double tick) {
        boolean wanted = chart.look().volume() && frame.priced();
        canvas.setVisible(wanted); // an empty canvas costs as much as a full one
        if (!wanted || canvas.getHeight() < 1) {
            drawn = new Drawn(0, 0, 0, 0, 0, 0, 0);
            return;
        }
        HeatView view = frame.view();
        Drawn next = new Drawn(
                frame.nowNanos() / REST_NANOS,
                view.nanosPerColumn(),
                follows ? 0 : view.firstColumn(),
                view.low(),
                view.pricePerRow(),
                canvas.getHeight(),
                canvas.getWidth());
        if (next.equals(drawn)) {
            return;
        }
        drawn = next;
        double row = Math.max(tick, rowPrice / PARTS);
        double lowest = Math.floor(view.low() / row) * row;
        int rows = (int) Math.ceil((view.high() - lowest) / row);
        long until =
                Math.min(view.x(frame.nowNanos()) > view.timeWidth() ? end(view) : frame.nowNanos() + 1, end(view));
        volume.gather(frame.data(), view.startNanos(), until, lowest, row, Math.max(1, Math.min(4_000, rows)));
        draw(view);
    }

    /** End of the part that the time axis spans. */
    private static long end(HeatView view) {
        return (view.firstColumn() + view.timeColumns()) * view.nanosPerColumn();
    }

    private void draw(HeatView view) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double most = volume.bought(volume.most()) + volume.sold(volume.most());
        if (!(most > 0)) {
            return;
        }
        double perUsd = (canvas.getWidth() - 2) / most;
        for (int i = 0; i < volume.rows(); i++) {
            double usd = volume.bought(i) + volume.sold(i);
            if (!(usd > 0)) {
                continue;
            }
            double top = Math.rint(view.y(volume.rowLow(i) + volume.rowPrice()));
            double bottom = Math.max(top + 1, Math.rint(view.y(volume.rowLow(i))));
            double height = bottom - top > 3 ? bottom - top - 1 : bottom - top;
            double middle = volume.bought(i) * perUsd;
            double opacity = i == volume.most() ? 0.95 : OPACITY;
            gc.setFill(ink.halo);
            gc.fillRect(0, top, usd * perUsd + 1, height);
            gc.setFill(Ink.alpha(ink.palette.bid(), opacity));
            gc.fillRect(0, top, middle, height);
            gc.setFill(Ink.alpha(ink.palette.ask(), opacity));
            gc.fillRect(middle, top, usd * perUsd - middle, height);
        }
        label(gc, view);
    }

    /** Names the row with the most. */
    private void label(GraphicsContext gc, HeatView view) {
        int most = volume.most();
        double y = Math.rint(view.y(volume.rowLow(most) + volume.rowPrice() / 2));
        if (y < 8 || y > canvas.getHeight() - 8) {
            return;
        }
        gc.setFill(ink.palette.text());
        Hairline.horizontal(gc, 0, canvas.getWidth(), y, 3, 2);
        String words = "most " + Numbers.usd(volume.bought(most) + volume.sold(most));
        double width = ink.width(words, ink.label) + 6;
        gc.setFill(ink.plate);
        gc.fillRect(2, y - 8, width, 16);
        gc.setFill(ink.palette.text());
        gc.setFont(ink.label);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(words, 5, y);
    }

    /** Label and figure, in turns, of the row at a point of the plot that lies on the strip; empty beside it. */
    List<String> reading(double x, double price, int decimals) {
        List<String> lines = new ArrayList<>();
        int row = canvas.isVisible() && x >= 0 && x <= canvas.getWidth() ? volume.rowAt(price) : -1;
        if (row >= 0) {
            lines.add("traded in view at " + Numbers.price(volume.rowLow(row), decimals));
            lines.add(Numbers.percent(usd(row) / volume.usd(), 1));
            lines.add("bought");
            lines.add(Numbers.usd(volume.bought(row)));
            lines.add("sold");
            lines.add(Numbers.usd(volume.sold(row)));
        }
        return lines;
    }

    private double usd(int row) {
        return volume.bought(row) + volume.sold(row);
    }
}
