package io.faultline.ui.clusters;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A line of the table that stays while what it says changes, so that only cells are written anew. JavaFX thread only. */
final class ClusterLine {
    private final ReadOnlyObjectWrapper<ClusterRow> row;

    ClusterLine(ClusterRow first) {
        row = new ReadOnlyObjectWrapper<>(first);
    }

    int id() {
        return row().id();
    }

    ClusterRow row() {
        return row.get();
    }

    ReadOnlyObjectProperty<ClusterRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    void show(ClusterRow now) {
        row.set(now);
    }
}
