package io.faultline.ui.panel;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** A table of words whose labels stay: only a text that has changed is set. JavaFX thread only. */
public final class CellGrid {
    private final GridPane grid = new GridPane();
    private final List<List<Label>> labels = new ArrayList<>();
    private final boolean figuresRight;

    /** @param figuresRight whether all columns but the first end at one edge */
    public CellGrid(boolean figuresRight) {
        this.figuresRight = figuresRight;
        grid.setHgap(16);
        grid.setVgap(1);
    }

    public Region node() {
        return grid;
    }

    public void show(List<List<Cell>> rows) {
        for (int row = 0; row < Math.max(rows.size(), labels.size()); row++) {
            List<Cell> cells = row < rows.size() ? rows.get(row) : List.of();
            if (row == labels.size()) {
                labels.add(new ArrayList<>());
            }
            show(row, labels.get(row), cells);
        }
    }

    private void show(int row, List<Label> line, List<Cell> cells) {
        while (line.size() < cells.size()) {
            Label label = new Label();
            label.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(label, figuresRight && !line.isEmpty() ? HPos.RIGHT : HPos.LEFT);
            grid.add(label, line.size(), row);
            line.add(label);
        }
        for (int column = 0; column < line.size(); column++) {
            Label label = line.get(column);
            boolean used = column < cells.size();
            Cell cell = used ? cells.get(column) : Cell.words("");
            label.setManaged(used);
            label.setVisible(used);
            if (!label.getText().equals(cell.text())) {
                label.setText(cell.text());
            }
            if (!label.getStyleClass().contains(cell.style())) {
                label.getStyleClass().setAll("label", cell.style());
            }
        }
    }
}
