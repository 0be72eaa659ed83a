package io.faultline.ui;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Turns key presses of a scene into actions, before any control sees them. JavaFX thread only. */
final class KeyDispatch implements EventHandler<KeyEvent> {
    private final List<Action> actions;
    private final BooleanSupplier overlayOpen;

    /** @param overlayOpen while it is, the keys that steer the market wait */
    KeyDispatch(List<Action> actions, BooleanSupplier overlayOpen) {
        this.actions = actions;
        this.overlayOpen = overlayOpen;
    }

    @Override
    public void handle(KeyEvent event) {
        Node owner = event.getTarget() instanceof Node node ? node : null;
        if (isTextField(owner) && isEditing(event)) {
            return;
        }
        if (isSlider(owner) && movesSlider(event)) {
            return;
        }
        boolean keeps = keeps(event, owner);
        if (isIn(owner, TableView.class) && walksRows(event) && !keeps) {
            return;
        }
        // Space holds or plays, always; so that a focused button is pressed by Enter.
        if (event.getCode() == KeyCode.ENTER && owner instanceof ButtonBase button && !keeps) {
            button.fire();
            event.consume();
            return;
        }
        for (Action action : actions) {
            for (Key key : action.keys()) {
                if (key.matches(event) && !(key.isTyping() && (isTextField(owner) || overlayOpen.getAsBoolean()))) {
                    if (!action.enabled().getAsBoolean() && event.getCode() == KeyCode.ENTER) {
                        return; // nothing is being set: it belongs to what has the focus
                    }
                    if (action.enabled().getAsBoolean()) {
                        action.run().run();
                    }
                    event.consume();
                    return;
                }
            }
        }
    }

    /** Whether Enter keeps something that is being set: that comes before the button or row that has the focus. */
    private boolean keeps(KeyEvent event, @Nullable Node owner) {
        return event.getCode() == KeyCode.ENTER
                && !isTextField(owner)
                && !overlayOpen.getAsBoolean()
                && actions.stream()
                        .anyMatch(action -> action.keys().stream().anyMatch(key -> key.matches(event))
                                && action.enabled().getAsBoolean());
    }

    private static boolean isTextField(@Nullable Node node) {
        return node instanceof TextInputControl;
    }

    /** Copy, paste, undo and moves by word belong to the field. */
    private static boolean isEditing(KeyEvent event) {
        return switch (event.getCode()) {
            case C, V, X, A, Z, LEFT, RIGHT, HOME, END -> event.isShortcutDown();
            default -> false;
        };
    }

    private static boolean movesSlider(KeyEvent event) {
        KeyCode code = event.getCode();
        return !event.isShortcutDown() && (code.isArrowKey() || code == KeyCode.HOME || code == KeyCode.END);
    }

    /** Arrows and Enter belong to the rows of a table that has the focus. */
    private static boolean walksRows(KeyEvent event) {
        boolean alone = !event.isShortcutDown() && !event.isAltDown();
        return alone
                && switch (event.getCode()) {
                    case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END, ENTER -> true;
                    default -> false;
                };
    }

    private static boolean isIn(@Nullable Node node, Class<? extends Node> kind) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSlider(@Nullable Node node) {
        return node instanceof Timeline || (node != null && node.getStyleClass().contains("divider"));
    }
}
