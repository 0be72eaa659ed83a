package io.faultline.ui.theme;

import java.io.InputStream;
import javafx.scene.text.Font;

/**
 * The one type family, IBM Plex Sans Condensed, whose digits share one advance. Sizes are those of the interface at
 * 100 %, in pixels.
 */
public final class Type {
    public static final double LAST_PRICE = 23;
    public static final double TITLE = 13;
    public static final double FIGURE = 12;
    public static final double LABEL = 11.5;
    public static final double SMALLEST = 11;

    private Type() {}

    /** Weight 400. */
    public static Font regular(double size) {
        return load("Regular", size);
    }

    /** Weight 500. */
    public static Font medium(double size) {
        return load("Medium", size);
    }

    /** Weight 600. */
    public static Font semiBold(double size) {
        return load("SemiBold", size);
    }

    private static Font load(String weight, double size) {
        String file = "/io/faultline/ui/fonts/IBMPlexSansCondensed-" + weight + ".ttf";
        InputStream stream = Type.class.getResourceAsStream(file);
        Font font = stream == null ? null : Font.loadFont(stream, size);
        return font == null ? Font.font("DejaVu Sans Condensed", size) : font;
    }
}
