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
    private static final double TOGETHER_WIDTH = 60;
    private static final double TOGETHER_HEIGHT = 48;

    private final Ink ink;

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
        Color own =
                cluster.side() == PositionSide.LONG ? ink.palette.longLiquidation() : ink.palette.shortLiquidation();
        Color side = frame.data().grid().restored() ? own.grayscale() : own;
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

    /**
     * The newest labels with their words. Those of one kind that stand close together share their words, with their number
     * and their sum; words that would lie on others are left out.
     *
     * @param words what stands there already
     */
    void drawTape(GraphicsContext gc, Frame frame, List<Box> words) {
        HeatView view = frame.view();
        ClustersView clusters = frame.data().clusters();
        TimeLog<TapeLabel> log = clusters.labels();
        List<Spot> spots = new ArrayList<>();
        for (long i = log.end() - 1; i >= log.begin() && spots.size() < MOST; i--) {
            TapeLabel label = log.get(i);
            if (label == null || label.millis() * 1_000_000 < view.startNanos()) {
                break;
            }
            double x = view.x(label.millis() * 1_000_000);
            double y = view.y(label.price());
            if (!word(label.kind()).isEmpty() && x < view.timeWidth() && y > 0 && y < view.height()) {
                Optional<Spot> near =
                        spots.stream().filter(spot -> spot.takes(label, x, y)).findFirst();
                near.ifPresentOrElse(spot -> spot.add(label), () -> spots.add(new Spot(label, x, y)));
            }
        }
        List<Box> taken = new ArrayList<>(words);
        spots.forEach(spot -> draw(gc, view, spot, taken));
    }

    /** Labels of one kind that are too close to be told apart, at the newest's place. */
    private static final class Spot {
        private final TapeLabel newest;
        private final double x;
        private final double y;
        private int count = 1;
        private double usd;

        Spot(TapeLabel newest, double x, double y) {
            this.newest = newest;
            this.x = x;
            this.y = y;
            usd = newest.usd();
        }

        boolean takes(TapeLabel label, double otherX, double otherY) {
            return label.kind() == newest.kind()
                    && label.side() == newest.side()
                    && label.cluster().equals(newest.cluster())
                    && Math.abs(otherX - x) < TOGETHER_WIDTH
                    && Math.abs(otherY - y) < TOGETHER_HEIGHT;
        }

        void add(TapeLabel label) {
            count++;
            usd += label.usd();
        }

        /** {@code PULLED 3× 4.2M}. */
        String words() {
            String cluster = newest.cluster().isEmpty() ? "" : " " + newest.cluster();
            boolean wall = newest.kind() == TapeLabel.Kind.REFILLED || newest.kind() == TapeLabel.Kind.PULLED;
            String about = wall ? Double.isNaN(usd) ? "" : " " + Numbers.usd(usd) : cluster;
            return word(newest.kind()) + (count > 1 ? " " + count + "×" : "") + about;
        }
    }

    private void draw(GraphicsContext gc, HeatView view, Spot spot, List<Box> taken) {
        TapeLabel label = spot.newest;
        String words = spot.words();
        double x = spot.x;
        double y = spot.y;
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
    private static String word(TapeLabel.Kind kind) {
        return switch (kind) {
            case REFILLED -> "REFILL";
            case PULLED -> "PULLED";
            case CASCADE_BEGAN -> "CASCADE";
            case ABSORBED -> "ABSORB";
            case EXHAUSTED -> "EXHAUSTED";
            case EDGE_RECLAIMED -> "RECLAIMED";
            case LONG_WICK -> "WICK";
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
