package io.faultline.ui.alarms;

import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.QuietHours;
import io.faultline.alarm.SoundSettings;
import io.faultline.alarm.sound.Tone;
import io.faultline.ui.alarms.chart.AlarmWords;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings of alarms and sounds: what is changed holds at once. To be shown on its own, or on a page of settings. */
public final class AlarmSettingsForm {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H:mm");
    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final double LEAST = 0.001;
    private static final double MOST = 0.1;

    private final Supplier<AlarmSettings> now;
    private final Consumer<AlarmSettings> keep;
    private final VBox root = new VBox();
    private final TextField from = StripParts.field("quiet-from", 56, text -> quiet(), () -> {});
    private final TextField to = StripParts.field("quiet-to", 56, text -> quiet(), () -> {});
    private final CheckBox quiet = new CheckBox("Quiet hours, no sound from");

    /**
     * @param now the settings in force
     * @param keep takes other ones
     * @param test plays a tone
     */
    public AlarmSettingsForm(Supplier<AlarmSettings> now, Consumer<AlarmSettings> keep, Consumer<Tone> test) {
        this.now = now;
        this.keep = keep;
        AlarmSettings settings = now.get();
        root.getChildren()
                .addAll(
                        check("Mute all sounds (M)", "mute", settings.sounds().muted(), this::muted),
                        row(new Label("Volume"), volume(settings)),
                        row(
                                new Label("Test"),
                                test("1 perimeter", Tone.PERIMETER, test),
                                test("2 entry", Tone.ENTRY, test),
                                test("3 cascade", Tone.CASCADE, test),
                                test("feed lost", Tone.LOST, test)),
                        quietHours(settings),
                        check("Desktop notifications", "notices", settings.desktop(), this::desktop),
                        check("Stamped picture of each firing", "pictures", settings.picture(), this::picture),
                        row(new Label("Perimeter of new cluster alarms"), perimeter(settings)));
        root.getStyleClass().add("alarm-settings");
        root.getStylesheets().add(AlarmStyle.CSS);
    }

    public Region node() {
        return root;
    }

    private static HBox row(Node... nodes) {
        HBox row = StripParts.row(8);
        row.getChildren().addAll(nodes);
        return row;
    }

    private static CheckBox check(String words, String id, boolean on, Consumer<Boolean> turned) {
        CheckBox check = new CheckBox(words);
        check.setId("alarm-" + id);
        check.setSelected(on);
        check.setOnAction(event -> turned.accept(check.isSelected()));
        return check;
    }

    private static Button test(String words, Tone tone, Consumer<Tone> test) {
        Button button = new Button(words);
        button.setId("test-" + tone.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().setAll("alarm-button");
        button.setAccessibleText("Play the sound of " + words);
        button.setOnAction(event -> test.accept(tone));
        return button;
    }

    private Slider volume(AlarmSettings settings) {
        Slider slider = new Slider(0, 1, settings.volume());
        slider.setId("alarm-volume");
        slider.setBlockIncrement(0.1);
        slider.setPrefWidth(180);
        slider.setAccessibleText("Volume of alarms");
        slider.valueProperty()
                .addListener((o, was, is) -> change(old -> new AlarmSettings(
                        old.sounds(),
                        Math.max(0, Math.min(1, is.doubleValue())),
                        old.desktop(),
                        old.picture(),
                        old.perimeter())));
        return slider;
    }

    private HBox quietHours(AlarmSettings settings) {
        QuietHours hours = settings.sounds().quietHours();
        quiet.setId("alarm-quiet");
        quiet.setSelected(hours != null);
        from.setText(CLOCK.format(hours == null ? NIGHT : hours.from()));
        to.setText(CLOCK.format(hours == null ? MORNING : hours.to()));
        quiet.setOnAction(event -> quiet());
        from.setAccessibleText("Quiet from");
        to.setAccessibleText("Quiet until");
        return row(quiet, from, new Label("to"), to, new Label("your time"));
    }

    private TextField perimeter(AlarmSettings settings) {
        TextField field = StripParts.field(
                "alarm-perimeter",
                56,
                text -> Amounts.percent(text)
                        .ifPresent(fraction -> change(old -> new AlarmSettings(
                                old.sounds(),
                                old.volume(),
                                old.desktop(),
                                old.picture(),
                                Math.max(LEAST, Math.min(MOST, fraction))))),
                () -> {});
        field.setText(AlarmWords.perimeter(settings.perimeter()));
        return field;
    }

    private void change(UnaryOperator<AlarmSettings> how) {
        keep.accept(how.apply(now.get()));
    }

    private void sounds(UnaryOperator<SoundSettings> how) {
        change(old -> old.with(how.apply(old.sounds())));
    }

    private void muted(boolean on) {
        sounds(old -> new SoundSettings(on, old.quietHours(), old.coolDownMillis(), old.staleMillis()));
    }

    private void desktop(boolean on) {
        change(old -> new AlarmSettings(old.sounds(), old.volume(), on, old.picture(), old.perimeter()));
    }

    private void picture(boolean on) {
        change(old -> new AlarmSettings(old.sounds(), old.volume(), old.desktop(), on, old.perimeter()));
    }

    /** What cannot be read as a time of day leaves the hours as they were. */
    private void quiet() {
        QuietHours hours = null;
        if (quiet.isSelected()) {
            try {
                hours = new QuietHours(
                        LocalTime.parse(from.getText().strip(), TYPED),
                        LocalTime.parse(to.getText().strip(), TYPED),
                        ZoneId.systemDefault());
            } catch (DateTimeException e) {
                QuietHours before = now.get().sounds().quietHours();
                from.setText(CLOCK.format(before == null ? NIGHT : before.from()));
                to.setText(CLOCK.format(before == null ? MORNING : before.to()));
                return;
            }
        }
        QuietHours wanted = hours;
        sounds(old -> new SoundSettings(old.muted(), wanted, old.coolDownMillis(), old.staleMillis()));
    }
}
