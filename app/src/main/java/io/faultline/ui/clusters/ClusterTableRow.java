package io.faultline.ui.clusters;

import io.faultline.desk.ClusterView;
import io.faultline.ui.panel.Shared;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A row of the cluster table: doubt is drawn, and what the mouse does to it. JavaFX thread only. */
final class ClusterTableRow extends TableRow<ClusterLine> {
    private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
    private static final PseudoClass FADING = PseudoClass.getPseudoClass("fading");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private final Shared axes;
    private final ChangeListener<ClusterRow> listener = (property, was, is) -> state(is);

    ClusterTableRow(Shared axes) {
        this.axes = axes;
        itemProperty().addListener((property, was, is) -> {
            if (was != null) {
                was.rowProperty().removeListener(listener);
            }
            if (is != null) {
                is.rowProperty().addListener(listener);
            }
            state(is == null ? null : is.row());
        });
        setOnMouseEntered(event -> {
            if (getItem() != null) {
                axes.clusters().point(getItem().id());
            }
        });
        setOnMouseClicked(this::clicked);
    }

    private void clicked(MouseEvent event) {
        ClusterView cluster = getItem() == null ? null : getItem().row().view();
        if (cluster == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.isAltDown()) {
            axes.clusters().alarm(cluster);
        } else if (event.getClickCount() == 2) {
            axes.jumpTo(cluster);
        }
    }

    private void state(@Nullable ClusterRow row) {
        pseudoClassStateChanged(DIM, row != null && !row.gone() && !row.significant());
        pseudoClassStateChanged(FADING, row != null && row.fading());
        pseudoClassStateChanged(GONE, row != null && row.gone());
    }
}
