package io.faultline.ui.alarms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * A table whose lines stay while what they say changes, so that the selection stays too and only cells are written anew.
 * JavaFX thread only.
 *
 * @param <R> what a line says
 */
final class Lines<R> {
    /** Left and right of the words of a cell, as the style sheet has it. */
    private static final double PADDING = 12;

    private static final double ROW = 22;

    private final TableView<Line<R>> table = new TableView<>();
    private final Map<Object, Line<R>> byKey = new HashMap<>();
    private final Function<R, Object> key;

    /** A line of the table. */
    static final class Line<R> {
        private final ReadOnlyObjectWrapper<R> row;

        private Line(R first) {
            row = new ReadOnlyObjectWrapper<>(first);
        }

        R row() {
            return row.get();
        }

        ReadOnlyObjectProperty<R> rowProperty() {
            return row.getReadOnlyProperty();
        }
    }

    /**
     * A column of words.
     *
     * @param style of the words, a class of the style sheet
     */
    record Column<R>(String title, double width, boolean right, Function<R, String> text, Function<R, String> style) {}

    /** The whole of a cell's words while the mouse is over one that has no room for them. */
    private static void tellWhatIsCut(TableCell<?, ?> cell) {
        Text ruler = new Text(cell.getText() == null ? "" : cell.getText());
        ruler.setFont(cell.getFont());
        boolean cut = ruler.getLayoutBounds().getWidth() > cell.getWidth() - PADDING;
        cell.setTooltip(cut ? new Tooltip(cell.getText()) : null);
    }

    /** @param key tells one line from another for as long as it is there */
    Lines(String id, String words, Function<R, Object> key) {
        this.key = key;
        table.setId(id);
        table.getStyleClass().add("alarm-table");
        table.getStylesheets().add(AlarmStyle.CSS);
        table.setFixedCellSize(ROW);
        table.setMinSize(0, 0);
        Label empty = new Label(words);
        empty.getStyleClass().add("low");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    }

    TableView<Line<R>> table() {
        return table;
    }

    TableColumn<Line<R>, R> column(Column<R> column) {
        TableColumn<Line<R>, R> made = made(column.title(), column.width());
        made.setCellFactory(unused -> new TableCell<>() {
            {
                setOnMouseEntered(event -> tellWhatIsCut(this));
            }

            @Override
            protected void updateItem(R row, boolean isEmpty) {
                super.updateItem(row, isEmpty);
                setText(isEmpty || row == null ? "" : column.text().apply(row));
                String style = isEmpty || row == null ? "" : column.style().apply(row);
                List<String> styles = List.of("cell", "indexed-cell", "table-cell", "alarm-cell", style);
                if (!getStyleClass().equals(styles)) {
                    getStyleClass().setAll(styles);
                }
                setAlignment(column.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            }
        });
        return made;
    }

    TableColumn<Line<R>, R> made(String title, double width) {
        TableColumn<Line<R>, R> made = new TableColumn<>(title);
        made.setCellValueFactory(features -> features.getValue().rowProperty());
        made.setPrefWidth(width);
        made.setMinWidth(24);
        made.setSortable(false);
        made.setReorderable(false);
        table.getColumns().add(made);
        return made;
    }

    /** Shows those, in that order. */
    void show(List<R> rows) {
        List<Line<R>> wanted = rows.stream()
                .map(row -> {
                    Line<R> line = byKey.computeIfAbsent(key.apply(row), unused -> new Line<>(row));
                    if (!line.row().equals(row)) {
                        line.row.set(row);
                    }
                    return line;
                })
                .toList();
        byKey.values().retainAll(wanted);
        if (!table.getItems().equals(wanted)) {
            Line<R> selected = table.getSelectionModel().getSelectedItem();
            table.getItems().setAll(wanted);
            if (selected != null && wanted.contains(selected)) {
                table.getSelectionModel().select(selected);
            }
        }
    }

    List<R> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(line -> line != null)
                .map(Line::row)
                .toList();
    }
}
