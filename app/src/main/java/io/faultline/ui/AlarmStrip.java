package io.faultline.ui;

import io.faultline.ui.alarms.AlarmStyle;
import io.faultline.ui.alarms.QuietStrip;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The 28 px under the top bar. Quiet, it shows what is armed at the left, a hint that can be put away for ever, and what
 * fired last at the right; while something fires, that takes its whole place, and nothing moves. JavaFX thread only.
 */
final class AlarmStrip {
    private final HBox armed = new HBox(10);
    private final HBox last = new HBox(10);
    private final HintLine hint;
    private final HBox quiet = new HBox(14);
    private final StackPane root = new StackPane(quiet);
    private String tone = "";

    /** @param dismiss runs when the hint is put away */
    AlarmStrip(Runnable dismiss) {
        hint = new HintLine(dismiss);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (HBox part : List.of(armed, last, quiet)) {
            part.setAlignment(Pos.CENTER_LEFT);
            part.setMinWidth(0);
        }
        quiet.getChildren().addAll(armed, hint.node(), space, last);
        root.getStyleClass().add("alarm-strip");
        root.getStylesheets().add(AlarmStyle.CSS);
        root.setMinSize(0, LayoutSizes.STRIP);
        root.setPrefHeight(LayoutSizes.STRIP);
        root.setMaxHeight(LayoutSizes.STRIP);
    }

    Region node() {
        return root;
    }

    /** Shows or hides the hint. */
    void hint(boolean on) {
        hint.show(on);
    }

    /** The first line of help, and the first steps. */
    HintLine hintLine() {
        return hint;
    }

    /** What is armed, at the left of the quiet strip. */
    void armed(List<? extends Node> nodes) {
        armed.getChildren().setAll(nodes);
    }

    /** What fired last, at the right of the quiet strip. */
    void last(List<? extends Node> nodes) {
        last.getChildren().setAll(nodes);
    }

    /**
     * Something fires: that takes the place of all else until {@link #calm}. The focus stays where it is.
     *
     * @param stage style class of its colour
     */
    void fire(Region content, String stage) {
        show(content, stage);
    }

    /** An alarm is being set. */
    void set(Region content) {
        show(content, "setting");
    }

    /** Goes back to quiet. */
    void calm() {
        show(quiet, "");
    }

    private void show(Region content, String newTone) {
        if (!tone.equals(newTone)) {
            root.getStyleClass().remove(tone);
            tone = newTone;
            if (!tone.isEmpty()) {
                root.getStyleClass().add(tone);
            }
        }
        if (!root.getChildren().get(0).equals(content)) {
            root.getChildren().setAll(content);
        }
    }

    /** Whether something in it has the focus. */
    boolean holdsFocus() {
        return root.isFocusWithin();
    }

    /** The bell and how many are armed; a press opens the list. */
    Button armedButton(String words, Runnable list) {
        Button button = new Button(words);
        button.setId("alarm-count");
        button.setGraphic(Icons.icon(Icons.BELL));
        button.getStyleClass().setAll("strip-button", "alarm-count");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("All alarms (F8)"));
        button.setOnAction(e -> list.run());
        return button;
    }

    /** One armed alarm; a press opens it. */
    Button chip(QuietStrip.Chip chip, Runnable edit) {
        Label name = new Label(chip.name());
        name.getStyleClass().add("medium");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label rest = new Label(chip.rest());
        rest.getStyleClass().add("mid");
        HBox words = new HBox(6, name, rest);
        words.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(words);
        button.setId("armed-" + chip.alarmId());
        button.getStyleClass().setAll("armed-chip", chip.style());
        button.setMinWidth(0);
        button.setAccessibleText(chip.name() + ", " + chip.rest() + ", opens it");
        button.setOnAction(e -> edit.run());
        return button;
    }

    /** Whether something takes the place of the quiet strip. */
    boolean firing() {
        return !root.getChildren().contains(quiet);
    }
}
