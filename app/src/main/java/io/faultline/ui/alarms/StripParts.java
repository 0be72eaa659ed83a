package io.faultline.ui.alarms;

import io.faultline.ui.alarms.chart.AlarmInk;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** What the alarm strip is put together from. Its buttons are pressed by mouse without taking the focus. */
final class StripParts {
    private StripParts() {}

    static HBox row(double gap) {
        HBox row = new HBox(gap);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        return row;
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Words that never shrink to an ellipsis. */
    static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Words that give way when there is no room for them. */
    static Label yielding(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    static Node bell(String style) {
        SVGPath bell = new SVGPath();
        bell.setContent(AlarmInk.BELL);
        bell.setScaleX(0.85);
        bell.setScaleY(0.85);
        bell.getStyleClass().setAll("alarm-bell", style);
        return bell;
    }

    /** @param key shown before the words, empty for none */
    static Button button(String key, String words, String id, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().setAll("alarm-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (!key.isEmpty()) {
            Label cap = new Label(key);
            cap.getStyleClass().setAll("label", "alarm-key");
            button.setGraphic(cap);
        }
        button.setAccessibleText(key.isEmpty() ? words : words + ", key " + key);
        button.setOnAction(event -> action.run());
        return unfocused(button);
    }

    static ToggleButton toggle(String words, String id, Runnable action) {
        ToggleButton toggle = new ToggleButton(words);
        toggle.setId(id);
        toggle.getStyleClass().setAll("alarm-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setOnAction(event -> action.run());
        return unfocused(toggle);
    }

    /** A press by mouse does what the button does, and leaves the focus where it is. */
    private static <T extends ButtonBase> T unfocused(T button) {
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                button.fire();
            }
            event.consume();
        });
        return button;
    }

    /**
     * A field for a value.
     *
     * @param commit takes what was typed, when it is left or Enter is pressed
     */
    static TextField field(String id, double width, Consumer<String> commit, Runnable enter) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("alarm-field");
        field.setPrefWidth(width);
        field.setMinWidth(width);
        field.setOnAction(event -> {
            commit.accept(field.getText());
            enter.run();
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (was && !is && field.getScene() != null) {
                commit.accept(field.getText());
            }
        });
        return field;
    }

    /** Writes into a field that nobody is typing in. */
    static void show(TextField field, String text) {
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
