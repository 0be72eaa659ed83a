package io.faultline.ui.alarms;

import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * An alarm's name in the list, which becomes a field only when that is asked for: a double-click opens the alarm. Enter
 * keeps what was typed, Esc and leaving the field drop it. JavaFX thread only.
 */
final class NameCell extends TableCell<Lines.Line<AlarmListRow>, AlarmListRow> {
    private final TextField field = new TextField();

    /** @param renamed takes the alarm and what was typed */
    NameCell(BiConsumer<AlarmListRow, String> renamed) {
        field.setId("alarm-name");
        field.getStyleClass().add("alarm-field");
        field.setOnAction(event -> {
            renamed.accept(Objects.requireNonNull(getItem()), field.getText());
            cancelEdit();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
    }

    /** Lets the name of the selected alarm be typed. */
    static void begin(
            TableView<Lines.Line<AlarmListRow>> table, TableColumn<Lines.Line<AlarmListRow>, AlarmListRow> names) {
        int row = table.getSelectionModel().getSelectedIndex();
        if (row >= 0) {
            table.setEditable(true);
            table.edit(row, names);
        }
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            field.setText(Objects.requireNonNull(getItem()).name());
            setText("");
            setGraphic(field);
            field.selectAll();
            Platform.runLater(field::requestFocus); // it comes into the scene with the next layout
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        end();
    }

    private void end() {
        TablePosition<?, ?> editing = getTableView().getEditingCell();
        if (editing == null) {
            getTableView().setEditable(false);
        }
        setGraphic(null);
        show(getItem());
        getTableView().requestFocus();
    }

    @Override
    protected void updateItem(AlarmListRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        if (!isEditing()) {
            setGraphic(null);
            show(isEmpty ? null : row);
        }
    }

    private void show(@Nullable AlarmListRow row) {
        setText(row == null ? "" : row.name());
        getStyleClass()
                .setAll("cell", "indexed-cell", "table-cell", "alarm-cell", row == null || row.on() ? "mid" : "low");
        setTooltip(row == null ? null : new Tooltip(row.name()));
    }
}
