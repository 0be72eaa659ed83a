package io.faultline.ui;

import java.util.List;
import javafx.scene.input.KeyCode;

/** What can be done to the window, with the keys for it. */
final class WindowActions {
    private final WorkspaceWindow window;

    WindowActions(WorkspaceWindow window) {
        this.window = window;
    }

    List<Action> list() {
        return List.of(
                Action.of(
                        "keys",
                        "Key list",
                        window::toggleKeys,
                        Key.of("F1", KeyCode.F1),
                        Key.sign("?", KeyCode.SLASH, true)),
                Action.of("palette", "Command palette", window::togglePalette, Key.ctrl("K", KeyCode.K)),
                Action.of("picture", "Picture of the window", window::pictureOfWindow, Key.of("P", KeyCode.P)),
                Action.of("picture-panel", "Picture of the panel", window::pictureOfPanel, Key.shift("P", KeyCode.P)),
                Action.of(
                        "copy",
                        "Copy the panel as text",
                        () -> window.workspace().commands().copy(),
                        Key.ctrl("C", KeyCode.C)),
                Action.of("export", "Export data as CSV or JSON…", window::offerExports, Key.ctrl("E", KeyCode.E)),
                Action.of("open", "Open a journal…", window::openJournal, Key.ctrl("O", KeyCode.O)),
                Action.of("import-tables", "Import margin tables…", window::importTables, Key.ctrl("I", KeyCode.I)),
                Action.of("symbol", "Choose a symbol", () -> window.pick(false), Key.sign("/", KeyCode.SLASH, false)),
                Action.of("new-tab", "Open a symbol in a new tab", () -> window.pick(true), Key.ctrl("T", KeyCode.T)),
                Action.of("close-tab", "Close the tab", window.tabs()::closeShown, Key.ctrl("W", KeyCode.W)),
                Action.of("next-tab", "Next tab", window.tabs()::next, Key.ctrl("Tab", KeyCode.TAB)),
                Action.of(
                        "move-tab",
                        "Move the tab to a new window",
                        window.tabs()::moveShownOut,
                        Key.alt("W", KeyCode.W)),
                Action.of(
                        "next-panel",
                        "Next panel",
                        () -> window.workspace().focus().next(1),
                        Key.of("F6", KeyCode.F6)),
                Action.of(
                        "previous-panel",
                        "Previous panel",
                        () -> window.workspace().focus().next(-1),
                        Key.shift("F6", KeyCode.F6)),
                Action.of(
                        "on-top",
                        "Compact window that stays on top, or as before",
                        window::toggleOnTop,
                        Key.of("F9", KeyCode.F9)),
                Action.of("full-screen", "Full screen", window::fullScreen, Key.of("F11", KeyCode.F11)),
                Action.of(
                        "larger",
                        "Interface larger",
                        () -> window.rescale(1),
                        Key.ctrl("+", KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)),
                Action.of(
                        "smaller",
                        "Interface smaller",
                        () -> window.rescale(-1),
                        Key.ctrl("−", KeyCode.MINUS, KeyCode.SUBTRACT)),
                Action.of(
                        "usual-size",
                        "Interface at 100 %",
                        () -> window.rescale(0),
                        Key.ctrl("0", KeyCode.DIGIT0, KeyCode.NUMPAD0)),
                Action.of("escape", "Close or drop", window::escape, Key.of("Esc", KeyCode.ESCAPE)));
    }
}
