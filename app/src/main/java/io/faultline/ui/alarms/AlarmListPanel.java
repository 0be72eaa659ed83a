package io.faultline.ui.alarms;

import io.faultline.desk.AlarmBoard;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * All alarms of all symbols: what each waits for, how it stands, on or off, to be changed and deleted. JavaFX thread only.
 */
public final class AlarmListPanel implements Panel {
    public static final String ID = "alarm-list";

    private static final long REST_NANOS = 300_000_000L;
    /** The longest name of a symbol that venues list has room in it. */
    private static final double SYMBOL = 92;

    private static final double BUTTONS = 150;

    private final AlarmControl control;
    private final AlarmBoard board;
    private final Lines<AlarmListRow> lines =
            new Lines<>("alarm-list-table", "no alarm is armed: Alt+click a price or a cluster, or press N", Key::of);
    private final HBox strip = StripParts.row(6);
    private List<AlarmListRow> shown = List.of();
    private long shownAt = Long.MIN_VALUE;
    private long nowMillis;

    private record Key(String symbol, long id) {
        static Object of(AlarmListRow row) {
            return new Key(row.symbol(), row.id());
        }
    }

    public AlarmListPanel(AlarmControl control) {
        this.control = control;
        board = control.board();
        lines.column(column("symbol", SYMBOL, AlarmListRow::symbol, row -> "strong-cell"))
                .setMinWidth(SYMBOL);
        TableColumn<Lines.Line<AlarmListRow>, AlarmListRow> names = lines.made("name", 118);
        names.setCellFactory(unused -> new NameCell((row, name) -> control.rename(row.symbol(), row.id(), name)));
        lines.table().setContextMenu(menu(names));
        lines.column(column("waits for", 230, AlarmListRow::waits, row -> row.on() ? "mid" : "low"));
        lines.column(new Lines.Column<>("away", 68, true, AlarmListRow::away, row -> "mid"));
        lines.column(column("state", 110, AlarmListRow::state, AlarmListRow::style));
        buttons();
        lines.table().getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.table().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        lines.table().setRowFactory(table -> {
            var row = new javafx.scene.control.TableRow<Lines.Line<AlarmListRow>>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    edit(row.getItem().row());
                }
            });
            return row;
        });
        lines.table().setAccessibleText("Alarms");
        strip.getChildren()
                .addAll(
                        StripParts.space(),
                        newMenu(),
                        StripParts.button("", "Import…", "alarms-import", this::askImport),
                        StripParts.button("", "Export…", "alarms-export", this::askExport),
                        StripParts.button("", "Sounds…", "alarms-settings", control::openSettings));
        strip.getStylesheets().add(AlarmStyle.CSS);
    }

    private static Lines.Column<AlarmListRow> column(
            String title,
            double width,
            java.util.function.Function<AlarmListRow, String> text,
            java.util.function.Function<AlarmListRow, String> style) {
        return new Lines.Column<>(title, width, false, text, style);
    }

    private MenuButton newMenu() {
        MenuItem size = item("Reported liquidations of a size", control::onSize);
        MenuItem any = item("Any cluster: born, grows, near", control::onAnyCluster);
        MenuItem price = item("Price or cluster under the crosshair (N)", control::beginHere);
        MenuButton menu = new MenuButton("New", null, price, size, any);
        menu.setId("alarms-new");
        menu.getStyleClass().setAll("menu-button", "alarm-button");
        return menu;
    }

    /** What can be done with the line that is selected, by the right button or the menu key. */
    private ContextMenu menu(TableColumn<Lines.Line<AlarmListRow>, AlarmListRow> names) {
        MenuItem rename = item("Rename", () -> NameCell.begin(lines.table(), names));
        rename.setId("alarm-rename");
        return new ContextMenu(
                rename,
                item("Edit", () -> lines.selected().stream().limit(1).forEach(this::edit)),
                item("Turn on or off", () -> lines.selected().forEach(this::turn)),
                item("Delete", this::deleteSelected));
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void buttons() {
        TableColumn<Lines.Line<AlarmListRow>, AlarmListRow> column = lines.made("", BUTTONS);
        column.setMinWidth(BUTTONS);
        column.setCellFactory(unused -> new TableCell<>() {
            private final javafx.scene.control.Button turn = StripParts.button("", "on", "turn", () -> turn(getItem()));
            private final javafx.scene.control.Button edit =
                    StripParts.button("", "edit", "edit", () -> AlarmListPanel.this.edit(getItem()));
            private final javafx.scene.control.Button delete =
                    StripParts.button("", "delete", "delete", () -> delete(List.of(getItem())));
            private final HBox all = StripParts.row(4);

            {
                all.getChildren().addAll(turn, edit, delete);
            }

            @Override
            protected void updateItem(AlarmListRow row, boolean isEmpty) {
                super.updateItem(row, isEmpty);
                if (isEmpty || row == null) {
                    setGraphic(null);
                    return;
                }
                turn.setText(row.on() ? "turn off" : "turn on");
                turn.setId("turn-" + row.id());
                edit.setId("edit-" + row.id());
                delete.setId("delete-" + row.id());
                turn.setAccessibleText(turn.getText() + " " + row.name());
                edit.setAccessibleText("edit " + row.name());
                delete.setAccessibleText("delete " + row.name());
                setGraphic(all);
            }
        });
    }

    @Override
    public String title() {
        return shown.isEmpty() ? "Alarms" : "Alarms " + shown.size();
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
        nowMillis = pulse.nowNanos() / 1_000_000;
        if (shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS) {
            return;
        }
        shownAt = clock;
        List<AlarmListRow> rows = AlarmListRow.of(board.views(), nowMillis);
        if (!rows.equals(shown)) {
            shown = rows;
            lines.show(rows);
        }
    }

    private void key(KeyEvent event) {
        List<AlarmListRow> selected = lines.selected();
        if (selected.isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            edit(selected.get(0));
            event.consume();
        }
    }

    private void edit(AlarmListRow row) {
        control.edit(row.symbol(), row.id());
    }

    private void turn(AlarmListRow row) {
        control.turn(row.symbol(), Set.of(row.id()), !row.on());
    }

    /** Deletes what is selected; false where nothing is. */
    public boolean deleteSelected() {
        List<AlarmListRow> selected = lines.selected();
        delete(selected);
        return !selected.isEmpty();
    }

    private void delete(List<AlarmListRow> rows) {
        Map<String, Set<Long>> bySymbol = new HashMap<>();
        rows.forEach(row -> bySymbol.computeIfAbsent(row.symbol(), symbol -> new HashSet<>())
                .add(row.id()));
        bySymbol.forEach(control::delete);
    }

    private void askExport() {
        FileChooser chooser = chooser("Export all alarms");
        chooser.setInitialFileName("alarms.json");
        File file = chooser.showSaveDialog(window());
        if (file != null) {
            export(file.toPath());
        }
    }

    private void askImport() {
        File file = chooser("Import alarms").showOpenDialog(window());
        if (file != null) {
            take(file.toPath());
        }
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Lists of alarms", "*.json"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }

    private Window window() {
        return lines.table().getScene().getWindow();
    }

    /** Writes all alarms to a file; what came of it is said. */
    public void export(Path file) {
        long now = nowMillis;
        work(() -> AlarmFiles.export(board, file, now));
    }

    /** Arms what a file holds; what came of it is said. */
    public void take(Path file) {
        work(() -> AlarmFiles.take(board, file));
    }

    private void work(Supplier<AlarmFiles.Result> task) {
        var unused = CompletableFuture.supplyAsync(task)
                .thenAccept(result -> Platform.runLater(() -> control.say(result.words(), result.trouble())));
    }

    @Override
    public String asText() {
        StringBuilder out = new StringBuilder("Alarms\nsymbol\tname\twaits for\taway\tstate\ton\n");
        shown.forEach(row -> out.append(row.text()).append('\n'));
        return out.toString();
    }
}
