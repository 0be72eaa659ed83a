package io.faultline.ui.panel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text in a table.
 *
 * @param style class of the style sheet
 */
public record Cell(String text, String style) {
    public static Cell heading(String text) {
        return new Cell(text, "heading");
    }

    public static Cell words(String text) {
        return new Cell(text, "mid");
    }

    public static Cell figure(String text) {
        return new Cell(text, "cell");
    }

    public static Cell low(String text) {
        return new Cell(text, "low");
    }

    public static Cell warn(String text) {
        return new Cell(text, "warn");
    }

    /** Rows as lines, their cells apart by tabs. */
    public static String lines(List<List<Cell>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Cell::text).collect(Collectors.joining("\t")) + "\n")
                .collect(Collectors.joining());
    }
}
