package io.faultline.ui.theme;

import atlantafx.base.theme.PrimerDark;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** Puts the dark theme on scenes. JavaFX thread only. */
public final class Theme {
    private static final URL SHEET =
            Objects.requireNonNull(Theme.class.getResource("/io/faultline/ui/faultline.css"), "faultline.css");

    private Theme() {}

    /** Loads the fonts and sets the sheet that every scene of the application starts from; once, before the first. */
    public static void install() {
        Type.register();
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    }

    /** Dresses one scene; each needs it, a new stage's too. */
    public static void dress(Scene scene) {
        scene.getStylesheets().setAll(SHEET.toExternalForm());
        scene.setFill(Palette.DARK.bg());
    }
}
