package io.faultline.ui;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Children in a row, of which only as many are shown as fit: the least important give way first. */
final class FittingRow extends Region {
    private final double gap;
    private final Map<Node, Integer> ranks = new HashMap<>();

    FittingRow(double gap) {
        this.gap = gap;
        setMinSize(0, 0);
    }

    /** Appends a child; the one of the highest rank gives way first, the one of rank 0 last. */
    void add(Node child, int rank) {
        ranks.put(child, rank);
        getChildren().add(child);
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream()
                        .mapToDouble(child -> child.prefWidth(-1) + gap)
                        .sum()
                - gap;
    }

    @Override
    protected void layoutChildren() {
        double left = getWidth() + gap;
        List<Node> byRank = getManagedChildren().stream()
                .sorted(Comparator.comparingInt(child -> ranks.getOrDefault(child, Integer.MAX_VALUE)))
                .toList();
        boolean fits = true;
        for (Node child : byRank) {
            left -= Math.ceil(child.prefWidth(-1)) + gap;
            fits &= left >= 0;
            child.setVisible(fits);
        }
        double x = 0;
        for (Node child : getManagedChildren()) {
            if (child.isVisible()) {
                double width = Math.ceil(child.prefWidth(-1));
                double height = child.prefHeight(width);
                child.resizeRelocate(x, Math.rint((getHeight() - height) / 2), width, height);
                x += width + gap;
            }
        }
    }
}
