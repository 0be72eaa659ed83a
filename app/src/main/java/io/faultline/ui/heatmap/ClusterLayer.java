package io.faultline.ui.heatmap;

import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.TapeLabel;
import io.faultline.desk.TimeLog;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The lit cluster's span over the time shown, and what was seen on the tape, where and when it was seen. */
final class ClusterLayer {
    private static final int MOST = 60;
    private static final double TICK = 6;
    private static final double LABEL_HEIGHT = 14;

    private final Ink ink;

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    ClusterLayer(Ink ink) {
        this.ink = ink;
    }

    /** Two lines along its edges, from the left to now. */
    void drawLit(GraphicsContext gc, Frame frame, int lit) {
        Optional<ClusterView> found = frame.data().clusters().find(lit);
        if (found.isEmpty()) {
            return;
        }
        HeatView view = frame.view();
        ClusterView cluster = found.get();
        Color side =
                cluster.side() == PositionSide.LONG ? ink.palette.longLiquidation() : ink.palette.shortLiquidation();
        double right = Math.max(0, Math.min(view.timeWidth(), view.x(frame.nowNanos())));
        double top = Math.max(0, view.y(cluster.cluster().highPrice()));
        double bottom = Math.min(view.height(), view.y(cluster.cluster().lowPrice()));
        if (bottom <= top) {
            return;
        }
        gc.setFill(Ink.alpha(side, 0.10));
        gc.fillRect(0, Math.rint(top), right, Math.rint(bottom) - Math.rint(top));
        for (double price :
                new double[] {cluster.cluster().highPrice(), cluster.cluster().lowPrice()}) {
            double y = view.y(price);
            if (y >= 0 && y < view.height()) {
                gc.setFill(ink.halo);
                gc.fillRect(0, Math.floor(y) - 1, right, 3);
                gc.setFill(side);
                Hairline.horizontal(gc, 0, right, y, 6, 3);
            }
        }
    }

    /** The newest labels with their words; where these would lie on others, a tick alone. */
    void drawTape(GraphicsContext gc, Frame frame) {
        HeatView view = frame.view();
        ClustersView clusters = frame.data().clusters();
        TimeLog<TapeLabel> log = clusters.labels();
        List<Box> taken = new ArrayList<>();
        int drawn = 0;
        for (long i = log.end() - 1; i >= log.begin() && drawn < MOST; i--) {
            TapeLabel label = log.get(i);
            if (label == null || label.millis() * 1_000_000 < view.startNanos()) {
                return;
            }
            String words = words(label);
            double x = view.x(label.millis() * 1_000_000);
            double y = view.y(label.price());
            if (!words.isEmpty() && x < view.timeWidth() && y > 0 && y < view.height()) {
                drawn++;
                draw(gc, view, label, words, x, y, taken);
            }
        }
    }

    private void draw(
            GraphicsContext gc, HeatView view, TapeLabel label, String words, double x, double y, List<Box> taken) {
        Color colour = colour(label);
        gc.setFill(ink.halo);
        gc.fillRect(Math.rint(x - TICK / 2) - 1, Math.rint(y - TICK / 2) - 1, TICK + 2, TICK + 2);
        gc.setFill(colour);
        gc.fillRect(Math.rint(x - TICK / 2), Math.rint(y - TICK / 2), TICK, TICK);
        double width = ink.width(words, ink.label) + 8;
        // Away from the price: bids lie below it, asks above.
        double top = Math.rint(label.side() == Side.BID ? y + TICK : y - TICK - LABEL_HEIGHT);
        double left = Math.rint(Math.max(2, Math.min(view.timeWidth() - width - 2, x - width / 2)));
        Box box = new Box(left - 2, top - 1, left + width + 2, top + LABEL_HEIGHT + 1);
        if (top < 0 || top + LABEL_HEIGHT > view.height() || taken.stream().anyMatch(box::meets)) {
            return;
        }
        taken.add(box);
        gc.setFill(ink.plate);
        gc.fillRect(left, top, width, LABEL_HEIGHT);
        gc.setFill(colour);
        gc.setFont(ink.label);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(words, left + 4, top + LABEL_HEIGHT / 2);
    }

    /** A wall that was simply eaten, or left while price was far, is no news on a chart. */
    private static String words(TapeLabel label) {
        String usd = Double.isNaN(label.usd()) ? "" : " " + Numbers.usd(label.usd());
        String cluster = label.cluster().isEmpty() ? "" : " " + label.cluster();
        return switch (label.kind()) {
            case REFILLED -> "REFILL" + usd;
            case PULLED -> "PULLED" + usd;
            case CASCADE_BEGAN -> "CASCADE" + cluster;
            case ABSORBED -> "ABSORB" + cluster;
            case EXHAUSTED -> "EXHAUSTED" + cluster;
            case EDGE_RECLAIMED -> "RECLAIMED" + cluster;
            case LONG_WICK -> "WICK" + cluster;
            case EATEN, LEFT -> "";
        };
    }

    private Color colour(TapeLabel label) {
        return switch (label.kind()) {
            case PULLED, LONG_WICK -> ink.palette.warn();
            case REFILLED, ABSORBED -> ink.palette.focus();
            case CASCADE_BEGAN -> ink.palette.bad();
            case EXHAUSTED, EDGE_RECLAIMED -> ink.palette.ok();
            case EATEN, LEFT -> ink.palette.low();
        };
    }
}
