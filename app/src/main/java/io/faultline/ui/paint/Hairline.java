package io.faultline.ui.paint;

import javafx.scene.canvas.GraphicsContext;

/**
 * Lines along the axes, one pixel wide, in the context's fill. They are filled rectangles: where there is no graphics
 * card, a stroked line goes through the rasteriser for paths, which costs more than the rest of the window.
 */
public final class Hairline {
    private Hairline() {}

    /** At that y, from x to x. */
    public static void horizontal(GraphicsContext gc, double from, double to, double y) {
        gc.fillRect(Math.rint(from), Math.floor(y), Math.rint(to) - Math.rint(from), 1);
    }

    /** At that x, from y to y. */
    public static void vertical(GraphicsContext gc, double x, double from, double to) {
        gc.fillRect(Math.floor(x), Math.rint(from), 1, Math.rint(to) - Math.rint(from));
    }

    /** {@link #horizontal} in dashes of whole pixels. */
    public static void horizontal(GraphicsContext gc, double from, double to, double y, int dash, int gap) {
        for (double x = Math.rint(from); x < to; x += dash + gap) {
            gc.fillRect(x, Math.floor(y), Math.min(dash, Math.rint(to) - x), 1);
        }
    }

    /** {@link #vertical} in dashes of whole pixels. */
    public static void vertical(GraphicsContext gc, double x, double from, double to, int dash, int gap) {
        for (double y = Math.rint(from); y < to; y += dash + gap) {
            gc.fillRect(Math.floor(x), y, 1, Math.min(dash, Math.rint(to) - y));
        }
    }

    /** Just inside that rectangle; edges are snapped to whole pixels. */
    public static void frame(GraphicsContext gc, double x, double y, double width, double height) {
        double left = Math.rint(x);
        double top = Math.rint(y);
        double right = Math.rint(x + width);
        double bottom = Math.rint(y + height);
        gc.fillRect(left, top, right - left, 1);
        gc.fillRect(left, bottom - 1, right - left, 1);
        gc.fillRect(left, top + 1, 1, bottom - top - 2);
        gc.fillRect(right - 1, top + 1, 1, bottom - top - 2);
    }
}
