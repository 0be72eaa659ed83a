package io.faultline.ui.paint;

import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;

/**
 * Lines at 45° as a paint: doubt. A tile that repeats, since lines that are stroked one by one cost the software renderer
 * more than everything beside them.
 */
public final class Hatch {
    private Hatch() {}

    /** Lines one pixel wide, {@code gap} pixels from one to the next along either axis. */
    public static ImagePattern of(Color colour, int gap) {
        WritableImage tile = new WritableImage(gap, gap);
        PixelWriter pixels = tile.getPixelWriter();
        for (int y = 0; y < gap; y++) {
            for (int x = 0; x < gap; x++) {
                int beside = Math.floorMod(x + y + 1, gap);
                double distance = Math.min(beside, gap - beside) / Math.sqrt(2);
                pixels.setColor(x, y, colour.deriveColor(0, 1, 1, Math.max(0, 1 - distance)));
            }
        }
        return new ImagePattern(tile, 0, 0, gap, gap, false);
    }
}
