package io.faultline.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A named figure of the top bar: the name above, the value and a note below. JavaFX thread only. */
final class Figure {
    private final Label value = new Label("–");
    private final Label note = new Label();
    private final VBox root;
    private String tone = "";

    Figure(String name) {
        this(name, "");
    }

    /** @param id with {@code -value} that of the value, with {@code -note} of the note; empty for none */
    Figure(String name, String id) {
        if (!id.isEmpty()) {
            value.setId(id + "-value");
            note.setId(id + "-note");
        }
        Label heading = new Label(name);
        heading.getStyleClass().add("figure-name");
        value.getStyleClass().add("figure-value");
        note.getStyleClass().add("figure-note");
        root = new VBox(-2, heading, new HBox(5, value, note));
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMinWidth(Region.USE_PREF_SIZE);
    }

    Region node() {
        return root;
    }

    /** @param newTone style class of the value's colour, or empty */
    void show(String newValue, String newNote, String newTone) {
        value.setText(newValue);
        note.setText(newNote);
        if (!newTone.equals(tone)) {
            value.getStyleClass().remove(tone);
            if (!newTone.isEmpty()) {
                value.getStyleClass().add(newTone);
            }
            tone = newTone;
        }
    }
}
