package io.faultline.ui.clusters;

import io.faultline.ui.panel.TableLook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which order the rows of the cluster table stand: starred ones first, dissolved ones last, between them by one column. */
record Sorting(Column by, boolean descending) {
    static final Sorting BY_SIZE = new Sorting(Column.AT_RISK, true);

    /** As that look says; by size where it names no column. */
    static Sorting of(TableLook look) {
        for (Column column : Column.values()) {
            if (column.name().equals(look.sortedBy())) {
                return new Sorting(column, look.descending());
            }
        }
        return BY_SIZE;
    }

    /** What S goes through. */
    private static final List<Column> ROUND =
            List.of(Column.AT_RISK, Column.DISTANCE, Column.DENSITY, Column.AGE, Column.GRADE);

    /** A press on that column's heading: turned about where it is the one already. */
    Sorting pressed(Column column) {
        return column == by ? new Sorting(by, !descending) : new Sorting(column, column.largestFirst());
    }

    /** The next of size, distance, density, age and grade. */
    Sorting next() {
        Column next = ROUND.get((ROUND.indexOf(by) + 1) % ROUND.size());
        return new Sorting(next, next.largestFirst());
    }

    /** The rows in this order. */
    List<ClusterRow> sorted(List<ClusterRow> rows) {
        Comparator<ClusterRow> order = Comparator.<ClusterRow, Boolean>comparing(row -> !row.starred())
                .thenComparing(ClusterRow::gone)
                .thenComparing(row -> Double.isNaN(by.key(row)))
                .thenComparing(byColumn())
                .thenComparing(ClusterRow::id);
        List<ClusterRow> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        return sorted;
    }

    private Comparator<ClusterRow> byColumn() {
        Comparator<ClusterRow> rising = Comparator.comparingDouble(by::key);
        return descending ? rising.reversed() : rising;
    }

    /** The rows in the order of those numbers, what is not among them after it in this order: nothing moves under the mouse. */
    List<ClusterRow> held(List<ClusterRow> rows, List<Integer> order) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i), i);
        }
        List<ClusterRow> held = sorted(rows);
        held.sort(Comparator.comparingInt(row -> places.getOrDefault(row.id(), Integer.MAX_VALUE)));
        return held;
    }

    /** {@code sorted by at risk, largest first}. */
    String words() {
        String first = descending ? "largest first" : "smallest first";
        return "sorted by " + by.title(0.25) + ", " + first;
    }
}
