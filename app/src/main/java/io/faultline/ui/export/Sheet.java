package io.faultline.ui.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of data to be written to a file. Figures are in full precision.
 *
 * @param name of the file, in lower case: {@code clusters}
 * @param columns each with its unit in its name: {@code at_risk_usd}
 * @param rows each as long as the columns; a cell is a String, a Number, a Boolean or an {@link java.time.Instant}, and null
 *     or NaN where it is not known
 */
public record Sheet(String name, List<String> columns, List<List<@Nullable Object>> rows) {
    public Sheet {
        columns = List.copyOf(columns);
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        name + ": a row of " + row.size() + " cells under " + columns.size() + " columns");
            }
        }
    }
}
