package io.faultline.ui.heatmap;

import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Fonts, dashes and plates that the panel's canvases share. */
final class Ink {
    static final double[] SOLID = {};
    static final int DASH = 5;
    static final int DASH_GAP = 2;
    /** Candles are neutral, so that they survive every scale. */
    static final Color CANDLE_UP = Color.web("#F3F6FA");

    static final Color CANDLE_DOWN = Color.web("#3A4354");
    static final Color CANDLE_EDGE = Color.web("#D5DBE4");

    final Palette palette;
    final Font figure = Type.regular(Type.FIGURE);
    final Font strong = Type.semiBold(Type.FIGURE);
    final Font label = Type.regular(Type.LABEL);
    final Color halo;
    /** Round candles, dark in every theme, so that the filled ones stand out from white too. */
    final Color candleHalo;
    /** The price as a line. */
    final Color line;

    final Color plate;
    final Color grid;
    final Color cross;

    private final Text ruler = new Text();

    Ink(Palette palette) {
        this.palette = palette;
        this.halo = alpha(palette.bg(), 0.85);
        this.candleHalo = palette.light() ? alpha(palette.text(), 0.6) : halo;
        this.line = palette.light() ? palette.text() : CANDLE_UP;
        this.plate = alpha(palette.panel(), 0.92);
        this.grid = alpha(palette.low(), 0.16);
        this.cross = alpha(palette.text(), 0.75);
    }

    static Color alpha(Color colour, double opacity) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }

    static int argb(Color colour) {
        return 0xFF000000
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    double width(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }

    /** Text on a plate, its middle at {@code x}, {@code y}; returns the plate's width. */
    double plate(GraphicsContext gc, String text, double x, double y, Color edge, Color fill, Color ink) {
        gc.setFont(label);
        double width = width(text, label) + 12;
        double left = Math.rint(x - width / 2) + 0.5;
        double top = Math.rint(y - 9) + 0.5;
        gc.setFill(fill);
        gc.fillRoundRect(left, top, width, 18, 3, 3);
        gc.setStroke(edge);
        gc.setLineWidth(1);
        gc.setLineDashes(SOLID);
        gc.strokeRoundRect(left, top, width, 18, 3, 3);
        gc.setFill(ink);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, Math.rint(left + width / 2), top + 9);
        return width;
    }
}
