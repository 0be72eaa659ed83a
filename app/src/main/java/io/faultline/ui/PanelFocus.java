package io.faultline.ui;

import io.faultline.ui.panel.Panel;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Which panel has the focus, or had it last: the one that keys and pictures of one panel mean. JavaFX thread only. */
final class PanelFocus {
    private final List<PanelFrame> frames;
    private PanelFrame current;

    /** @param frames in reading order, at least one; the first has it at the start */
    PanelFocus(List<PanelFrame> frames) {
        this.frames = List.copyOf(frames);
        current = frames.get(0);
        for (PanelFrame frame : frames) {
            frame.node().addEventFilter(MouseEvent.MOUSE_PRESSED, e -> choose(frame));
            frame.node().focusWithinProperty().addListener((o, was, is) -> {
                if (is) {
                    current = frame;
                }
            });
        }
    }

    List<PanelFrame> frames() {
        return frames;
    }

    PanelFrame current() {
        return current;
    }

    /** The panel of that kind as it is now; empty where there is none, or it has stopped. */
    <T extends Panel> Optional<T> panel(Class<T> type) {
        return frames.stream()
                .flatMap(frame -> frame.panel().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Gives the focus to the next panel that is on the screen, or with −1 to the one before. */
    void next(int steps) {
        int at = frames.indexOf(current);
        for (int i = 1; i <= frames.size(); i++) {
            PanelFrame next = frames.get(Math.floorMod(at + i * steps, frames.size()));
            if (next.shown()) {
                give(next);
                return;
            }
        }
    }

    /** Gives the focus to that panel. */
    void give(PanelFrame frame) {
        current = frame;
        frame.focus();
    }

    private void choose(PanelFrame frame) {
        current = frame;
        Node owner =
                frame.node().getScene() == null ? null : frame.node().getScene().getFocusOwner();
        if (owner == null || !isWithin(owner, frame.node())) {
            frame.focus();
        }
    }

    private static boolean isWithin(Node node, Region region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }
}
