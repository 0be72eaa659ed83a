package io.faultline.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private static final String REGULAR = load("Regular");
    private static final String MEDIUM = load("Medium");
    private static final String SEMI_BOLD = load("SemiBold");

    private Type() {}

    /** Weight 400. */
    public static Font regular(double size) {
        return new Font(REGULAR, size);
    }

    /** Weight 500. */
    public static Font medium(double size) {
        return new Font(MEDIUM, size);
    }

    /** Weight 600. */
    public static Font semiBold(double size) {
        return new Font(SEMI_BOLD, size);
    }

    /** Makes the family known to style sheets too; loading this class has done it. */
    static void register() {}

    /**
     * Loads one weight and gives its full name; where it cannot be had, the name of a family that JavaFX replaces by its own
     * where the system lacks that too: nothing is lost but the look.
     */
    static String load(String weight) {
        String file = "/io/faultline/ui/fonts/IBMPlexSansCondensed-" + weight + ".ttf";
        try (InputStream stream = Type.class.getResourceAsStream(file)) {
            Font font = stream == null ? null : Font.loadFont(stream, FIGURE);
            return font == null ? "DejaVu Sans Condensed" : font.getName();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled font " + file, e);
        }
    }
}
