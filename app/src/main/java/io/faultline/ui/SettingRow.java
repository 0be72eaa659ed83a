package io.faultline.ui;

import com.google.gson.JsonPrimitive;
import io.faultline.ui.settings.Setting;
import io.faultline.ui.settings.SettingsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One setting on the page: what it is, a control that sets it at once, and the way back to the usual. JavaFX thread only. */
final class SettingRow<T> {
    private static final double CONTROL = 400;

    private final Setting<T> setting;
    private final SettingsControl settings;
    private final HBox root = new HBox(16);
    private final Label wrong = new Label();
    private final Button usual = new Button("Usual");
    private Runnable refresh = () -> {};

    private SettingRow(Setting<T> setting, SettingsControl settings) {
        this.setting = setting;
        this.settings = settings;
        Label title = new Label(setting.title());
        title.getStyleClass().add("setting-title");
        Label words = new Label(setting.words());
        words.getStyleClass().add("setting-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        wrong.getStyleClass().add("bad");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        usual.getStyleClass().setAll("strip-button");
        usual.setMinWidth(Region.USE_PREF_SIZE);
        usual.setTooltip(new Tooltip("Back to the usual"));
        usual.setAccessibleText("Back to the usual " + setting.title());
        usual.setOnAction(e -> set(setting.usual()));
        VBox left = new VBox(2, title, words);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox line = new HBox(8, control(), usual);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox right = new VBox(2, line, wrong);
        right.setMinWidth(CONTROL);
        right.setMaxWidth(CONTROL);
        root.getChildren().addAll(left, right);
        root.getStyleClass().add("setting-row");
        root.setId("setting-" + setting.key().replace('.', '-'));
        refresh();
    }

    static <T> SettingRow<T> of(Setting<T> setting, SettingsControl settings) {
        return new SettingRow<>(setting, settings);
    }

    SettingsSection.Row row() {
        return new SettingsSection.Row(
                setting.title() + " " + setting.words() + " " + setting.key() + " " + titles(setting), root);
    }

    /** What its choices are called. */
    private static String titles(Setting<?> setting) {
        return setting instanceof Setting.Choice<?> choice ? titlesOf(choice) : "";
    }

    private static <E extends Enum<E>> String titlesOf(Setting.Choice<E> choice) {
        return choice.all().stream().map(choice.titles()).collect(Collectors.joining(" "));
    }

    /** Shows what is set now. */
    void refresh() {
        refresh.run();
        usual.setVisible(settings.now().isSet(setting));
        said("");
    }

    private void said(String words) {
        wrong.setText(words);
        wrong.setVisible(!words.isEmpty());
        wrong.setManaged(!words.isEmpty());
    }

    private void set(T value) {
        settings.set(setting, value);
        refresh();
    }

    private Node control() {
        if (setting instanceof Setting.Choice<?> choice) {
            return choice(choice);
        }
        if (setting instanceof Setting.Switch on) {
            return segments(
                    List.of("Off", "On"),
                    List.of(false, true),
                    () -> settings.get(on),
                    value -> settings.set(on, value));
        }
        if (setting instanceof Setting.Range range) {
            return range(range);
        }
        return field(300, () -> (String) settings.get(setting), text -> setting.read(new JsonPrimitive(text)));
    }

    private <E extends Enum<E>> Node choice(Setting.Choice<E> choice) {
        return segments(
                choice.all().stream().map(choice.titles()).toList(),
                choice.all(),
                () -> settings.get(choice),
                value -> settings.set(choice, value));
    }

    private <V> Node segments(List<String> titles, List<V> values, Supplier<V> now, Consumer<V> take) {
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            V value = values.get(i);
            ToggleButton button = new ToggleButton(titles.get(i));
            button.getStyleClass().setAll("segment");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(setting.title() + ": " + titles.get(i));
            button.setOnAction(e -> {
                take.accept(value);
                refresh();
            });
            buttons.add(button);
        }
        buttons.get(buttons.size() - 1).getStyleClass().add("last");
        box.getChildren().addAll(buttons);
        refresh = () -> {
            for (int i = 0; i < buttons.size(); i++) {
                buttons.get(i).setSelected(values.get(i).equals(now.get()));
            }
        };
        return box;
    }

    private Node range(Setting.Range range) {
        TextField field = field(
                110,
                () -> Setting.Range.plain(settings.get(range)),
                text -> setting.read(new JsonPrimitive(number(text))));
        Label unit = new Label(range.unit());
        unit.getStyleClass().add("low");
        HBox box = new HBox(4, step("−", range, -1), field, step("+", range, 1), unit);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Button step(String sign, Setting.Range range, int steps) {
        Button button = new Button(sign);
        button.getStyleClass().setAll("action-button", "small");
        button.setAccessibleText(range.title() + (steps < 0 ? " less" : " more"));
        button.setOnAction(e -> {
            double next = settings.get(range) + steps * range.step();
            settings.set(range, Math.max(range.least(), Math.min(range.most(), next)));
            refresh();
        });
        return button;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A field that sets what it says at Enter or when it loses the focus, and says why where that cannot be. */
    private TextField field(double width, Supplier<String> now, java.util.function.Function<String, T> read) {
        TextField field = new TextField();
        field.setPrefWidth(width);
        field.setMinWidth(width);
        field.setAccessibleText(setting.title());
        Runnable take = () -> {
            if (field.getText().equals(now.get())) {
                return;
            }
            try {
                set(read.apply(field.getText()));
            } catch (IllegalArgumentException e) {
                said("It may be " + e.getMessage() + ".");
            }
        };
        field.setOnAction(e -> take.run());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                take.run();
            }
        });
        refresh = () -> {
            if (!field.getText().equals(now.get())) {
                field.setText(now.get());
            }
        };
        return field;
    }
}
