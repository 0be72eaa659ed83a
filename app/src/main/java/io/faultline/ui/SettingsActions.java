package io.faultline.ui;

import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.theme.ThemeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;

/** What can be set by a key or from the palette without opening the page. */
final class SettingsActions {
    private final WorkspaceWindow window;

    SettingsActions(WorkspaceWindow window) {
        this.window = window;
    }

    List<Action> list() {
        List<Action> all = new ArrayList<>();
        all.add(Action.of("settings", "Settings", window::toggleSettings, Key.ctrl(",", KeyCode.COMMA)));
        for (ThemeName theme : ThemeName.values()) {
            all.add(Action.of(
                    "theme-" + theme.name().toLowerCase(Locale.ROOT),
                    "Theme: " + theme.title().toLowerCase(Locale.ROOT),
                    () -> window.windows().settings().set(KnownSettings.THEME, theme)));
        }
        all.add(Action.of("reset-layout", "Reset the layout", window::resetLayout));
        return all;
    }
}
