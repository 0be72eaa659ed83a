package io.faultline.ui.plans;

import io.faultline.ui.panel.CalendarEvent;
import io.faultline.ui.panel.EventControl;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Dates that move markets, typed in or imported, and when the sessions open. JavaFX thread only. */
public final class EventsPanel implements Panel {
    public static final String ID = "events";
    private static final long REST_NANOS = 1_000_000_000L;
    private static final long MOST_BYTES = 5_000_000;
    private static final int MOST_PROBLEMS = 5;
    private static final int MOST_SHOWN = 100;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final EventControl control;
    private final TextField time = Form.field("event-time", 120, text -> {});
    private final TextField title = Form.field("event-title", 130, text -> {});
    private final TextField before = Form.field("event-before", 40, text -> {});
    private final TextField after = Form.field("event-after", 40, text -> {});
    private final TextField remind = Form.field("event-remind", 40, text -> {});
    private final VBox list = new VBox(2);
    private final ScrollPane root;
    private List<String> said = List.of();
    private long nowMillis;
    private long shownVersion = -1;
    private long shownAt = Long.MIN_VALUE;

    public EventsPanel(Shared axes) {
        control = axes.plans().events();
        time.setPromptText("2026-05-12 12:30");
        title.setPromptText("US CPI");
        before.setText("30");
        after.setText("60");
        remind.setText("15");
        title.setOnAction(event -> add());
        FlowPane form = new FlowPane(
                8,
                4,
                Form.row(Form.name("UTC"), time),
                Form.row(Form.name("what"), title),
                Form.row(Form.name("window min before"), before, Form.name("after"), after),
                Form.row(Form.name("remind min before"), remind),
                Form.button("event-add", "Add", this::add),
                Form.button("event-import", "Import ICS or CSV…", this::choose));
        VBox content = new VBox(6, form, list);
        content.getStyleClass().add("dock-table");
        root = new ScrollPane(content);
        root.getStyleClass().addAll("dock-scroll", "plan");
        root.getStylesheets().add(PlanSheets.PLANS);
        root.setFitToWidth(true);
        root.setMinSize(0, 0);
        root.setAccessibleText("Events");
    }

    private void add() {
        shownVersion = -1;
        try {
            long at = EventFile.time(time.getText().strip());
            String words = title.getText().strip();
            CalendarEvent event = new CalendarEvent(
                    "own " + at + " " + words, words, at, minutes(before), minutes(after), minutes(remind));
            said = control.add(List.of(event)) > 0 ? List.of("no room for more events") : List.of();
            time.clear();
            title.clear();
        } catch (IllegalArgumentException e) {
            said = List.of(String.valueOf(e.getMessage()));
        }
    }

    private static int minutes(TextField field) {
        OptionalDouble minutes = field.getText().isBlank() ? OptionalDouble.of(0) : Form.figure(field.getText());
        if (minutes.isEmpty()) {
            throw new IllegalArgumentException("'" + field.getText() + "' is no number of minutes");
        }
        return (int) Math.min(100_000, Math.round(minutes.getAsDouble()));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import events");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Calendar or CSV", "*.ics", "*.csv"));
        File file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            importFrom(file.toPath());
        }
    }

    /** Reads the file off this thread, and says what was wrong with it. */
    public void importFrom(Path file) {
        CompletableFuture<?> unused =
                CompletableFuture.supplyAsync(() -> read(file)).thenAccept(read -> Platform.runLater(() -> take(read)));
    }

    private static EventFile.Read read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new EventFile.Read(List.of(), List.of("the file is larger than 5 MB"));
            }
            return EventFile.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return new EventFile.Read(List.of(), List.of(file.getFileName() + " is no text in UTF-8"));
        } catch (IOException e) {
            return new EventFile.Read(List.of(), List.of(file.getFileName() + " cannot be read: " + e.getMessage()));
        }
    }

    private void take(EventFile.Read read) {
        int refused = control.add(read.events());
        List<String> words = new ArrayList<>();
        int taken = read.events().size() - refused;
        words.add(taken == 1 ? "1 event taken" : taken + " events taken");
        if (refused > 0) {
            words.add(refused + " left out: there is room for 2,000");
        }
        read.problems().stream().limit(MOST_PROBLEMS).forEach(words::add);
        if (read.problems().size() > MOST_PROBLEMS) {
            words.add("and " + (read.problems().size() - MOST_PROBLEMS) + " more");
        }
        said = words;
        shownVersion = -1;
    }

    @Override
    public String title() {
        int ahead = control.ahead().size();
        return ahead == 0 ? "Events" : "Events " + ahead;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        boolean rest = shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS;
        if (rest && shownVersion == control.version()) {
            return;
        }
        boolean same = shownVersion == control.version();
        shownAt = clock;
        shownVersion = control.version();
        long minute = nowMillis / 60_000;
        nowMillis = pulse.nowNanos() / 1_000_000;
        if (same && minute == nowMillis / 60_000) {
            return;
        }
        List<Region> rows = new ArrayList<>();
        said.forEach(words -> rows.add(Form.words(words, "warn")));
        control.current().ifPresent(event -> rows.add(Form.words(badge(event), "warn")));
        control.ahead().stream().limit(MOST_SHOWN).forEach(event -> rows.add(row(event)));
        for (SessionOpens.Open open : SessionOpens.between(nowMillis, nowMillis + 86_400_000L)) {
            rows.add(Form.words(
                    open.name() + " opens " + DAY.format(Instant.ofEpochMilli(open.millis())) + " UTC, in "
                            + Numbers.age((open.millis() - nowMillis) * 1_000_000),
                    "low"));
        }
        list.getChildren().setAll(rows);
    }

    /** What its window means. */
    static String badge(CalendarEvent event) {
        return event.caution();
    }

    private HBox row(CalendarEvent event) {
        Label words = new Label(DAY.format(Instant.ofEpochMilli(event.millis())) + " UTC  " + event.title()
                + (event.millis() > nowMillis
                        ? "  in " + Numbers.age((event.millis() - nowMillis) * 1_000_000)
                        : "  now")
                + "  (−" + event.beforeMinutes() + " to +" + event.afterMinutes() + " min)");
        words.getStyleClass().add(event.isOn(nowMillis) ? "warn" : "mid");
        return Form.row(
                Form.button(
                        "event-drop-" + Integer.toHexString(event.id().hashCode()), "×", () -> control.remove(event)),
                words);
    }

    @Override
    public String asText() {
        return "Events\n"
                + control.ahead().stream()
                        .map(event -> Instant.ofEpochMilli(event.millis()) + " " + event.title())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
