package io.faultline.ui.panel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a table is set, for every symbol. Columns are told by their names, and what no longer is one is passed over.
 *
 * @param sortedBy column; empty for the usual one
 * @param order of the columns, from the left; those that are not among them stand where they usually do
 * @param hidden columns that are left out
 */
public record TableLook(String sortedBy, boolean descending, List<String> order, List<String> hidden) {
    public static final TableLook USUAL = new TableLook("", true, List.of(), List.of());

    @SuppressWarnings("ConstantValue") // absent, or null inside, in what was kept by hand
    public TableLook {
        sortedBy = sortedBy == null ? "" : sortedBy;
        order = named(order);
        hidden = named(hidden);
    }

    private static List<String> named(@Nullable List<String> names) {
        return names == null
                ? List.of()
                : names.stream().filter(Objects::nonNull).toList();
    }
}
