package io.faultline.ui.paint;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
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

    public void fill(Color colour, double x, double y, double width, double height) {
        double left = Math.rint(x);
        double top = Math.rint(y);
        gc.setFill(colour);
        gc.fillRect(left, top, Math.rint(x + width) - left, Math.rint(y + height) - top);
    }

    /** One pixel wide, inside that rectangle. */
    public void frame(Color colour, double x, double y, double width, double height) {
        double left = Math.rint(x);
        double top = Math.rint(y);
        gc.setStroke(colour);
        gc.strokeRect(left + 0.5, top + 0.5, Math.rint(x + width) - left - 1, Math.rint(y + height) - top - 1);
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
        gc.setStroke(colour);
        double middle = Math.floor(y) + 0.5;
        gc.strokeLine(Math.rint(from), middle, Math.rint(to), middle);
    }

    /** A hairline at that x, from y to y. */
    public void vertical(Color colour, double x, double from, double to) {
        gc.setStroke(colour);
        double middle = Math.floor(x) + 0.5;
        gc.strokeLine(middle, Math.rint(from), middle, Math.rint(to));
    }

    /** {@link #horizontal} in dashes of those lengths. */
    public void dashed(Color colour, double from, double to, double y, double dash, double gap) {
        gc.setLineDashes(dash, gap);
        horizontal(colour, from, to, y);
        gc.setLineDashes();
    }

    /** Lines at 45° over that rectangle, and nothing outside it: doubt. */
    public void hatch(Color colour, double x, double y, double width, double height, double gap) {
        gc.setStroke(colour);
        for (double d = gap; d < width + height; d += gap) {
            double fromX = Math.min(d, width);
            double toX = Math.max(0, d - height);
            gc.strokeLine(x + fromX, y + d - fromX, x + toX, y + d - toX);
        }
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
