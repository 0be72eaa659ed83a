package io.faultline.ui;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where a window lies, and how that is remembered. JavaFX thread only. */
final class WindowPlace {
    private WindowPlace() {}

    /**
     * Puts the window where it was, at the size asked for or else of before.
     *
     * @param changed runs whenever the window is moved or sized from here on
     */
    static void restore(Stage stage, WorkspaceOptions options, SavedLayout layout, Runnable changed) {
        boolean asked = options.width() > 0;
        SavedLayout wanted = asked ? layout.sized(options.width(), options.height()) : layout;
        SavedLayout fitting = wanted.within(screenOf(wanted));
        put(stage, fitting);
        stage.xProperty().addListener((o, was, is) -> changed.run());
        stage.yProperty().addListener((o, was, is) -> changed.run());
        stage.widthProperty().addListener((o, was, is) -> changed.run());
        stage.heightProperty().addListener((o, was, is) -> changed.run());
        stage.maximizedProperty().addListener((o, was, is) -> changed.run());
    }

    /** Puts the window there, whatever the screen. */
    static void put(Stage stage, SavedLayout there) {
        stage.setX(there.x() == null ? 0 : there.x());
        stage.setY(there.y() == null ? 0 : there.y());
        stage.setWidth(there.width());
        stage.setHeight(there.height());
        stage.setMaximized(there.maximised());
    }

    /** The screen that the window was on, or the first one where that is gone. */
    private static Rectangle2D screenOf(SavedLayout saved) {
        if (saved.x() != null && saved.y() != null) {
            for (Screen screen : Screen.getScreensForRectangle(saved.x(), saved.y(), saved.width(), saved.height())) {
                return screen.getVisualBounds();
            }
        }
        return Screen.getPrimary().getVisualBounds();
    }

    /** How the window lies now; where it is maximised, its size is that of before. */
    static SavedLayout of(Stage stage, SavedLayout before, Workspace shown) {
        boolean large = stage.isMaximized() || stage.isFullScreen();
        return new SavedLayout(
                SavedLayout.VERSION,
                large ? before.x() : Double.valueOf(stage.getX()),
                large ? before.y() : Double.valueOf(stage.getY()),
                large ? before.width() : stage.getWidth(),
                large ? before.height() : stage.getHeight(),
                stage.isMaximized(),
                shown.layout().arrangement(),
                Math.max(10, shown.axes().time().spanNanos() / 1_000_000_000L),
                before.symbols(),
                before.each());
    }
}
