package io.faultline.ui.paint;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Draws on one canvas with whole-pixel edges: fills start and end on pixel edges, lines lie on pixel middles, text
 * stands on whole baselines. Lengths are pixels at 100 %. JavaFX thread only.
 */
public final class Pen {
    private final GraphicsContext gc;
    private final Text measure = new Text();

    public Pen(GraphicsContext gc) {
        this.gc = gc;
        gc.setTextBaseline(VPos.BASELINE);
        gc.setLineWidth(1);
    }

    /** The canvas's own context, for paths; state changed there must be put back. */
    public GraphicsContext gc() {
        return gc;
    }

    public void clear(double width, double height) {
        gc.clearRect(0, 0, width, height);
    }

    public void fill(Paint paint, double x, double y, double width, double height) {
        double left = Math.rint(x);
        double top = Math.rint(y);
        gc.setFill(paint);
        gc.fillRect(left, top, Math.rint(x + width) - left, Math.rint(y + height) - top);
    }

    /** One pixel wide, inside that rectangle. */
    public void frame(Color colour, double x, double y, double width, double height) {
        gc.setFill(colour);
        Hairline.frame(gc, x, y, width, height);
    }

    public void left(String text, Font font, Color colour, double x, double baseline) {
        write(text, font, colour, TextAlignment.LEFT, x, baseline);
    }

    public void right(String text, Font font, Color colour, double x, double baseline) {
        write(text, font, colour, TextAlignment.RIGHT, x, baseline);
    }

    public void centre(String text, Font font, Color colour, double x, double baseline) {
        write(text, font, colour, TextAlignment.CENTER, x, baseline);
    }

    private void write(String text, Font font, Color colour, TextAlignment align, double x, double baseline) {
        gc.setFont(font);
        gc.setFill(colour);
        gc.setTextAlign(align);
        gc.fillText(text, Math.rint(x), Math.rint(baseline));
    }

    /** Pixels that the text takes; not for every row of every frame. */
    public double width(String text, Font font) {
        measure.setFont(font);
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    /** The longest beginning of the text, with an ellipsis where it is cut, that fits {@code width}. */
    public String fitted(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", font) > width) {
            end--;
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + "…";
    }

    /** A hairline at that y, from x to x. */
    public void horizontal(Color colour, double from, double to, double y) {
        gc.setFill(colour);
        Hairline.horizontal(gc, from, to, y);
    }

    /** A hairline at that x, from y to y. */
    public void vertical(Color colour, double x, double from, double to) {
        gc.setFill(colour);
        Hairline.vertical(gc, x, from, to);
    }

    /** {@link #horizontal} in dashes of those lengths. */
    public void dashed(Color colour, double from, double to, double y, int dash, int gap) {
        gc.setFill(colour);
        Hairline.horizontal(gc, from, to, y, dash, gap);
    }

    /** A line of text on a plate of its own, in the middle of {@code x}, {@code y}. */
    public void plate(String text, Font font, Color colour, Color ground, double x, double y) {
        double width = Math.ceil(width(text, font)) + 16;
        double left = Math.rint(x - width / 2);
        double top = Math.rint(y - 11);
        fill(ground, left, top, width, 22);
        frame(colour, left, top, width, 22);
        centre(text, font, colour, x, top + 15);
    }
}
