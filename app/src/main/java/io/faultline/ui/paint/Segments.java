package io.faultline.ui.paint;

import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A row of small buttons, of which at most one is lit: the choices in the head of a panel. */
public final class Segments {
    private final HBox box = new HBox();
    private final ToggleButton[] buttons;
    private int lit = -1;

    /** The first texts, which screen readers go on to use. */
    public Segments(String... names) {
        buttons = new ToggleButton[names.length];
        for (int i = 0; i < names.length; i++) {
            ToggleButton button = new ToggleButton(names[i]);
            button.setAccessibleText(names[i]);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().setAll("segment");
            buttons[i] = button;
        }
        buttons[names.length - 1].getStyleClass().add("last");
        box.setAlignment(Pos.CENTER);
        box.getChildren().addAll(buttons);
    }

    public Region node() {
        return box;
    }

    /** What a press on that segment does; which one is lit stays with {@link #light}. */
    public void onPress(int number, Runnable action) {
        buttons[number].setOnAction(event -> {
            action.run();
            show();
        });
    }

    /** Says more of a segment while the mouse rests on it. */
    public void tooltip(int number, Tooltip words) {
        buttons[number].setTooltip(words);
    }

    public void light(int number) {
        if (number != lit) {
            lit = number;
            show();
        }
    }

    /** Changes a segment's words; an empty text disables it. */
    public void text(int number, String text) {
        if (!buttons[number].getText().equals(text)) {
            buttons[number].setText(text);
            buttons[number].setDisable(text.isEmpty());
        }
    }

    private void show() {
        for (int i = 0; i < buttons.length; i++) {
            buttons[i].setSelected(i == lit);
        }
    }
}
