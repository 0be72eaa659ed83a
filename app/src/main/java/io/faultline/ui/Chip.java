package io.faultline.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A rounded frame with a state in it. JavaFX thread only. */
final class Chip {
    private final ShapeMark mark = new ShapeMark(Shape.RING, Tone.LOW);
    private final Label label = new Label();
    private @Nullable ChipText shown;

    Chip(String id) {
        label.setId(id);
        label.setGraphic(mark);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setVisible(false);
        label.setManaged(false);
    }

    Region node() {
        return label;
    }

    /** Shows that, or nothing at all. */
    void show(@Nullable ChipText text) {
        if (text == null ? shown == null : text.equals(shown)) {
            return;
        }
        shown = text;
        label.setVisible(text != null);
        label.setManaged(text != null);
        if (text != null) {
            mark.show(text.shape(), text.tone());
            label.setText(text.word());
            label.getStyleClass().setAll("label", "chip", text.tone().styleClass());
        }
    }
}
