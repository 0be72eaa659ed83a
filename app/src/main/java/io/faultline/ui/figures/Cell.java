package io.faultline.ui.figures;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text in a table.
 *
 * @param style class of the style sheet
 */
record Cell(String text, String style) {
    static Cell heading(String text) {
        return new Cell(text, "heading");
    }

    static Cell words(String text) {
        return new Cell(text, "mid");
    }

    static Cell figure(String text) {
        return new Cell(text, "cell");
    }

    static Cell low(String text) {
        return new Cell(text, "low");
    }

    static Cell warn(String text) {
        return new Cell(text, "warn");
    }

    /** Rows as lines, their cells apart by tabs. */
    static String lines(List<List<Cell>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Cell::text).collect(Collectors.joining("\t")) + "\n")
                .collect(Collectors.joining());
    }
}
