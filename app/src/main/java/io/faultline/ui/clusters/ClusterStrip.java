package io.faultline.ui.clusters;

import io.faultline.signal.DistanceProfile;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Right of the tabs: how the table is sorted, which distances count, and what is left out. JavaFX thread only. */
final class ClusterStrip {
    private final Shared axes;
    private final Label words = new Label();
    private final Button least = new Button();
    private final HBox node = new HBox(8, words, least);

    ClusterStrip(ClusterTable table, Shared axes) {
        this.axes = axes;
        words.getStyleClass().add("low");
        words.setMinWidth(0);
        words.setId("cluster-words");
        least.getStyleClass().setAll("action-button", "small");
        least.setId("cluster-least");
        least.setMinWidth(Region.USE_PREF_SIZE);
        least.setTooltip(new Tooltip("Leave out clusters that hold less"));
        least.setOnAction(event -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().setAll(new ClusterMenu(table, axes).sizes("").getItems());
            menu.show(least, Side.TOP, 0, 0);
        });
        node.setAlignment(Pos.CENTER_RIGHT);
        node.setMinWidth(0);
    }

    Region node() {
        return node;
    }

    void show(Sorting sorting, double leastUsd) {
        DistanceProfile distances = axes.clusters().distances();
        String text = sorting.words() + " · actionable ≤ " + Numbers.percent(distances.innerBound(), 1) + ", swing ≤ "
                + Numbers.percent(distances.outerBound(), 0);
        if (!words.getText().equals(text)) {
            words.setText(text);
        }
        String size = leastUsd == 0 ? "all sizes" : "≥ " + Numbers.usd(leastUsd);
        if (!size.equals(least.getText())) {
            least.setText(size);
        }
    }
}
