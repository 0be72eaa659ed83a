package io.faultline.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Window;

/**
 * The theme of the whole application: JavaFX has one sheet of the user agent for all windows, so there is one theme for
 * all. JavaFX thread only.
 */
public final class Theme {
    private static final URL SHEET =
            Objects.requireNonNull(Theme.class.getResource("/io/faultline/ui/faultline.css"), "faultline.css");

    private static ThemeName current = ThemeName.DARK;

    private Theme() {}

    /** Loads the fonts and sets the sheet that every scene of the application starts from; once, before the first. */
    public static void install() {
        Type.register();
        use(ThemeName.DARK);
    }

    /** The theme in force. */
    public static ThemeName current() {
        return current;
    }

    /** The colours in force; what is drawn with others must be made anew when the theme changes. */
    public static Palette palette() {
        return current.palette();
    }

    /** Puts a theme on every window that is open, and on those that will be. */
    public static void use(ThemeName name) {
        current = name;
        boolean light = name.palette().light();
        Application.setUserAgentStylesheet((light ? new PrimerLight() : new PrimerDark()).getUserAgentStylesheet());
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.getScene() != null && window.getScene().getStylesheets().contains(SHEET.toExternalForm())) {
                dress(window.getScene());
            }
        }
    }

    /** Dresses one scene; each needs it, a new stage's too. */
    public static void dress(Scene scene) {
        scene.getStylesheets().setAll(tokens(palette()), SHEET.toExternalForm());
        scene.setFill(palette().bg());
    }

    /** The tokens as a style sheet of its own, before the one that uses them. */
    private static String tokens(Palette palette) {
        StringBuilder css = new StringBuilder(".root {\n");
        palette.tokens()
                .forEach((name, colour) -> css.append("-fl-")
                        .append(name)
                        .append(": ")
                        .append(hex(colour))
                        .append(";\n"));
        css.append("-fl-grid: ").append(rgba(palette.low(), 0.14)).append(";\n");
        css.append("-fl-scrim: ")
                .append(rgba(palette.light() ? palette.text() : palette.bg(), 0.6))
                .append(";\n");
        String text = css.append("}\n").toString();
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String rgba(Color colour, double opacity) {
        return "rgba(" + Math.round(colour.getRed() * 255) + ", " + Math.round(colour.getGreen() * 255) + ", "
                + Math.round(colour.getBlue() * 255) + ", " + opacity + ")";
    }

    private static String hex(Color colour) {
        return "#" + colour.toString().substring(2, 8); // 0xrrggbbaa
    }
}
