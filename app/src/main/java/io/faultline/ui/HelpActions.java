package io.faultline.ui;

import java.util.List;
import javafx.scene.input.KeyCode;

/** Help that is of no panel alone. */
final class HelpActions {
    private final WorkspaceWindow window;

    HelpActions(WorkspaceWindow window) {
        this.window = window;
    }

    List<Action> list() {
        return List.of(
                Action.of("glossary", "Terms and flags", this::glossary, Key.shift("F1", KeyCode.F1)),
                Action.of("tour", "Tour: the first steps", this::tour),
                Action.of("about", "About: version, licences, endpoints, folders", this::about));
    }

    private void glossary() {
        open("glossary", HelpPages.glossaryPage());
    }

    private void about() {
        OpenWindows windows = window.windows();
        open(
                "about",
                HelpPages.about(
                        windows.setup().options().home(), windows.sessions().endpoints()));
    }

    private void open(String id, HelpPages.Page page) {
        window.workspace().overlays().toggle(id, page.node(), page.focus());
    }

    private void tour() {
        window.workspace().overlays().close();
        window.workspace().alarms().hintLine().begin();
    }
}
