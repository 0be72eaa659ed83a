package io.faultline.ui.alarms;

import io.faultline.alarm.AlarmsView;
import io.faultline.desk.AlarmBoard;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

/** Everything that alarms have said, newest first, and what happened next. JavaFX thread only. */
public final class AlarmLogPanel implements Panel {
    public static final String ID = "alarm-log";

    private static final long REST_NANOS = 300_000_000L;
    private static final String HEADINGS = "time,symbol,stage,alarm,price,at risk,what happened next,acknowledged\n";

    private final AlarmControl control;
    private final AlarmBoard board;
    private final Lines<AlarmLogRow> lines = new Lines<>(
            "alarm-log-table",
            "nothing has fired yet",
            row -> row.firing().alarm().symbol() + row.number());
    private final HBox strip = StripParts.row(6);
    private List<AlarmLogRow> shown = List.of();
    private long calling;
    private long shownAt = Long.MIN_VALUE;

    public AlarmLogPanel(AlarmControl control) {
        this.control = control;
        board = control.board();
        lines.column(column("time UTC", 92, false, AlarmLogRow::time, row -> "mid"));
        lines.column(column("stage", 52, false, AlarmLogRow::stage, AlarmLogRow::style));
        lines.column(column("alarm", 150, false, AlarmLogRow::name, row -> row.acknowledged() ? "" : "strong-cell"));
        lines.column(column("price", 80, true, AlarmLogRow::price, row -> ""));
        lines.column(column("at risk", 60, true, AlarmLogRow::atRisk, row -> "mid"));
        lines.column(column("what happened next", 300, false, AlarmLogRow::next, row -> "mid"));
        lines.table().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                lines.selected().stream().findFirst().ifPresent(row -> control.jump(row.firing()));
                event.consume();
            }
        });
        lines.table().setRowFactory(table -> {
            TableRow<Lines.Line<AlarmLogRow>> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    control.jump(row.getItem().row().firing());
                }
            });
            return row;
        });
        lines.table().setAccessibleText("Alarm log");
        strip.getStylesheets().add(AlarmStyle.CSS);
        strip.getChildren()
                .addAll(StripParts.space(), StripParts.button("", "Export…", "alarm-log-export", this::askExport));
    }

    private static Lines.Column<AlarmLogRow> column(
            String title,
            double width,
            boolean right,
            Function<AlarmLogRow, String> text,
            Function<AlarmLogRow, String> style) {
        return new Lines.Column<>(title, width, right, text, style);
    }

    @Override
    public String title() {
        return calling == 0 ? "Alarm log" : "Alarm log " + calling;
    }

    @Override
    public Region node() {
        return lines.table();
    }

    @Override
    public Region strip() {
        return strip;
    }

    @Override
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        if (shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS) {
            return;
        }
        shownAt = clock;
        List<AlarmsView> views = board.views();
        calling = views.stream().mapToLong(view -> view.calling().size()).sum();
        List<AlarmLogRow> rows = AlarmLogRow.of(views, pulse.nowNanos() / 1_000_000);
        if (!rows.equals(shown)) {
            shown = rows;
            lines.show(rows);
        }
    }

    private void askExport() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the alarm log");
        chooser.setInitialFileName("alarm-log.csv");
        File file = chooser.showSaveDialog(lines.table().getScene().getWindow());
        if (file != null) {
            export(file.toPath());
        }
    }

    /** Writes the log as comma-separated values; what came of it is said. */
    public void export(Path file) {
        StringBuilder out = new StringBuilder(HEADINGS);
        shown.forEach(row -> out.append(row.text(",")).append('\n'));
        int count = shown.size();
        var unused = CompletableFuture.runAsync(() -> {
            String words = count + " lines of the alarm log exported to " + file;
            boolean trouble = false;
            try {
                Files.writeString(file, out);
            } catch (IOException e) {
                words = "Not exported: " + file + ": " + e.getMessage();
                trouble = true;
            }
            String said = words;
            boolean bad = trouble;
            Platform.runLater(() -> control.say(said, bad));
        });
    }

    @Override
    public String asText() {
        StringBuilder out = new StringBuilder("Alarm log\n" + HEADINGS.replace(',', '\t'));
        shown.forEach(row -> out.append(row.text("\t")).append('\n'));
        return out.toString();
    }
}
