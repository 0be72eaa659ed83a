package io.faultline.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;

/**
 * Says, when the last window is closed while alarms are armed, that they stop with the program. It asks once: closed
 * again, the program ends. JavaFX thread only.
 */
final class QuitNotice {
    private final WorkspaceWindow window;
    private boolean asked;

    QuitNotice(WorkspaceWindow window) {
        this.window = window;
    }

    /** The user closes the window. */
    void closing(WindowEvent event) {
        int armed = window.windows().bell().armed();
        boolean last = window.windows().all().size() == 1;
        if (!last || armed == 0 || asked) {
            return;
        }
        asked = true;
        event.consume();
        Overlays overlays = window.workspace().overlays();
        overlays.close();
        Button quit = button("Quit", "quit", window::hide);
        Button stay = button("Stay (Esc)", "stay", overlays::close);
        HBox buttons = new HBox(8, quit, stay);
        Label words = new Label(words(armed));
        words.setId("quit-words");
        words.setWrapText(true);
        words.setMaxWidth(420);
        Label title = new Label("Quit Faultline?");
        title.getStyleClass().add("title");
        overlays.toggle("quit-notice", new VBox(title, words, buttons), quit);
    }

    private static String words(int armed) {
        return (armed == 1 ? "1 alarm is armed and stops" : armed + " alarms are armed and stop")
                + " with the program: nothing sounds while it does not run. At the next start you are told what was"
                + " crossed meanwhile.";
    }

    private static Button button(String words, String id, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().setAll("action-button");
        button.setOnAction(event -> action.run());
        return button;
    }
}
