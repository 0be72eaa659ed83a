package io.faultline.ui.heatmap;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Discs for reported liquidations and diamonds for large trades, each size drawn once: three hundred ovals stroked and filled in
 * every pulse would cost the software renderer more than the whole window. A disc has a ring in the colour of its side, lets the
 * price shine through, and holds a white triangle, up for shorts and down for longs; a diamond is in the colour of its taker.
 */
final class BubbleSprites {
    private static final double HALO = 1.5;
    private static final double RING = 1.5;
    private static final double FILL = 0.6;
    /** Points a pixel and axis at which the shapes are sampled. */
    private static final int SAMPLES = 4;

    private final Ink ink;
    private final Map<Key, WritableImage> images = new HashMap<>();

    private record Key(Kind kind, int pixels, boolean up, double scale) {}

    /** What it is of. */
    enum Kind {
        LIQUIDATION,
        TRADE
    }

    BubbleSprites(Ink ink) {
        this.ink = ink;
    }

    /**
     * Draws one in the middle of whole device pixels.
     *
     * @param up whether it was a purchase, forced or not
     */
    void draw(GraphicsContext gc, Kind kind, double x, double y, double radius, boolean up, double scale) {
        int pixels = (int) Math.round(radius * scale);
        WritableImage image = images.computeIfAbsent(new Key(kind, pixels, up, scale), this::make);
        double size = image.getWidth() / scale;
        double left = Math.rint((x - size / 2) * scale) / scale;
        double top = Math.rint((y - size / 2) * scale) / scale;
        gc.drawImage(image, left, top, size, size);
    }

    private WritableImage make(Key key) {
        double halo = HALO * key.scale();
        int size = (int) Math.ceil(2 * (key.pixels() + halo)) | 1;
        WritableImage image = new WritableImage(size, size);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                pixels.setColor(x, y, pixel(key, x - size / 2.0, y - size / 2.0));
            }
        }
        return image;
    }

    /** The mean of the samples within a pixel, by its left top from the disc's middle. */
    private Color pixel(Key key, double left, double top) {
        double red = 0;
        double green = 0;
        double blue = 0;
        double alpha = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            double x = left + (i % SAMPLES + 0.5) / SAMPLES;
            double y = top + (row + 0.5) / SAMPLES;
            Color colour = sample(key, x, y);
            red += colour.getRed() * colour.getOpacity();
            green += colour.getGreen() * colour.getOpacity();
            blue += colour.getBlue() * colour.getOpacity();
            alpha += colour.getOpacity();
        }
        if (alpha == 0) {
            return Color.TRANSPARENT;
        }
        return Color.color(red / alpha, green / alpha, blue / alpha, alpha / (SAMPLES * SAMPLES));
    }

    private Color sample(Key key, double x, double y) {
        return key.kind() == Kind.TRADE ? diamond(key, x, y) : disc(key, x, y);
    }

    private Color diamond(Key key, double x, double y) {
        double away = Math.abs(x) + Math.abs(y);
        double radius = key.pixels();
        if (away > radius + HALO * key.scale()) {
            return Color.TRANSPARENT;
        }
        if (away > radius) {
            return ink.halo;
        }
        Color taker = key.up() ? ink.palette.bid() : ink.palette.ask();
        return away > radius - RING * key.scale() ? taker : Ink.alpha(taker.interpolate(ink.palette.bg(), 0.35), FILL);
    }

    private Color disc(Key key, double x, double y) {
        double away = Math.hypot(x, y);
        double radius = key.pixels();
        if (away > radius + HALO * key.scale()) {
            return Color.TRANSPARENT;
        }
        if (away > radius) {
            return ink.halo;
        }
        Color side = key.up() ? ink.palette.shortLiquidation() : ink.palette.longLiquidation();
        if (away > radius - RING * key.scale()) {
            return side;
        }
        double half = radius * 0.5;
        double down = key.up() ? -y : y;
        boolean inside = down >= -0.7 * half && Math.abs(x) <= (half - down) / 1.7;
        return inside ? Ink.CANDLE_UP : Ink.alpha(side.interpolate(ink.palette.bg(), 0.35), FILL);
    }
}
