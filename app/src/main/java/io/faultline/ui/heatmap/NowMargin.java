package io.faultline.ui.heatmap;

import io.faultline.ui.panel.HeatType;
import javafx.scene.canvas.GraphicsContext;

/**
 * The strip right of now: what is there at this moment, drawn on. It is as wide as the cards of clusters need it to be that
 * stand in it.
 */
final class NowMargin {
    private static final double OPACITY = 0.3;
    /** Widths of the plot and of the margin in the design. */
    private static final double[][] WIDTHS = {{400, 68}, {722, 122}, {992, 128}, {1384, 160}};

    private NowMargin() {}

    /** Whole pixels of a plot of that width. */
    static double width(double plotWidth) {
        int upper = 1;
        while (upper < WIDTHS.length - 1 && plotWidth > WIDTHS[upper][0]) {
            upper++;
        }
        double[] from = WIDTHS[upper - 1];
        double[] to = WIDTHS[upper];
        double share = Math.max(0, Math.min(1, (plotWidth - from[0]) / (to[0] - from[0])));
        double width = from[1] + share * (to[1] - from[1]);
        return Math.rint(Math.min(width, plotWidth * WIDTHS[0][1] / WIDTHS[0][0]));
    }

    static void draw(GraphicsContext gc, Frame frame, HeatLayer layer, HeatImage image) {
        HeatView view = frame.view();
        long now = view.column(frame.nowNanos());
        if (now >= view.firstColumn() && now < view.endColumn() - 1) {
            double x = (now + 1 - view.firstColumn()) / view.scale();
            // Where what has fired is drawn as it was reported, what remains is the only estimate, and the picture's
            // point.
            boolean remains = layer instanceof MassLayer mass && mass.type() == HeatType.FEED;
            gc.setGlobalAlpha(remains ? 1 : OPACITY);
            image.drawProfile(gc, view, x, view.width() - x);
            gc.setGlobalAlpha(1);
        }
    }
}
