package io.faultline.ui.plans;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Parts of forms that look alike in all panels of plans. JavaFX thread only. */
final class Form {
    private Form() {}

    static Button button(String id, String words, Runnable run) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().setAll("action-button", "small");
        button.setOnAction(event -> run.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A figure or word to type; Enter and leaving it hand it on. */
    static TextField field(String id, double width, Consumer<String> typed) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("plan-field");
        field.setPrefWidth(width);
        field.setMinWidth(40);
        field.setOnAction(event -> typed.accept(field.getText()));
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                typed.accept(field.getText());
            }
        });
        return field;
    }

    static CheckBox check(String id, String words, Consumer<Boolean> set) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.getStyleClass().add("plan-check");
        box.setOnAction(event -> set.accept(box.isSelected()));
        return box;
    }

    static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("low");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static HBox row(Node... parts) {
        HBox row = new HBox(6, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What was typed as a figure, with commas and a k or m for thousands or millions; empty if it is none. */
    static OptionalDouble figure(String typed) {
        String text = typed.strip().replace(",", "").replace(" ", "").toLowerCase(Locale.ROOT);
        double unit = 1;
        if (text.endsWith("k") || text.endsWith("m")) {
            unit = text.endsWith("k") ? 1e3 : 1e6;
            text = text.substring(0, text.length() - 1);
        }
        if (!text.matches("\\d{1,15}(\\.\\d{0,12})?|\\.\\d{1,12}")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text) * unit);
    }
}
