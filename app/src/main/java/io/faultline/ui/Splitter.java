package io.faultline.ui;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The line at the left or upper edge of what it sizes: dragged, or moved with the arrow keys; a double-click, or Home,
 * restores the usual size. JavaFX thread only.
 */
final class Splitter {
    static final double LINE = 1;
    private static final double GRIP = 7;

    private final Region node = new Region();
    private final boolean upright;
    private final DoubleSupplier size;
    private final DoubleSupplier step;
    private final DoubleConsumer set;
    private double pressedAt;
    private double pressedSize;

    /**
     * @param lies vertical for the left edge of a column, horizontal for the upper edge of a band
     * @param words what it sizes
     * @param size in pixels, now
     * @param step of the arrow keys, in pixels
     * @param set takes the size wanted; 0 for the usual one
     */
    Splitter(Orientation lies, String words, DoubleSupplier size, DoubleSupplier step, DoubleConsumer set) {
        this.upright = lies == Orientation.VERTICAL;
        this.size = size;
        this.step = step;
        this.set = set;
        node.getStyleClass().addAll("divider", upright ? "upright" : "flat");
        node.setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.THUMB);
        node.setAccessibleText(words);
        node.setOnMousePressed(this::pressed);
        node.setOnMouseDragged(this::dragged);
        node.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                set.accept(0);
            }
            event.consume();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    Region node() {
        return node;
    }

    /** Lays it over the line that begins there, as long as that. */
    void place(double x, double y, double length) {
        double overhang = (GRIP - LINE) / 2;
        if (upright) {
            node.resizeRelocate(x - overhang, y, GRIP, length);
        } else {
            node.resizeRelocate(x, y - overhang, length, GRIP);
        }
    }

    private void pressed(MouseEvent event) {
        pressedAt = upright ? event.getSceneX() : event.getSceneY();
        pressedSize = size.getAsDouble();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        double at = upright ? event.getSceneX() : event.getSceneY();
        double factor = node.sceneToLocal(1, 0).getX() - node.sceneToLocal(0, 0).getX();
        set.accept(Math.max(1, pressedSize + (pressedAt - at) * factor));
        event.consume();
    }

    private void typed(KeyEvent event) {
        KeyCode more = upright ? KeyCode.LEFT : KeyCode.UP;
        KeyCode less = upright ? KeyCode.RIGHT : KeyCode.DOWN;
        if (event.getCode() == more) {
            set.accept(size.getAsDouble() + step.getAsDouble());
        } else if (event.getCode() == less) {
            set.accept(Math.max(1, size.getAsDouble() - step.getAsDouble()));
        } else if (event.getCode() == KeyCode.HOME) {
            set.accept(0);
        } else {
            return;
        }
        event.consume();
    }
}
