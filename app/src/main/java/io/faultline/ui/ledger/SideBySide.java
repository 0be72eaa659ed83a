package io.faultline.ui.ledger;

import javafx.scene.layout.Region;

/** Two regions beside each other, or one above the other where there is no room. JavaFX thread only. */
final class SideBySide extends Region {
    private static final double BOTH_FROM = 760;
    private static final double LEFT = 0.45;

    private final Region left;
    private final Region right;

    SideBySide(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width >= BOTH_FROM) {
            double middle = Math.rint(width * LEFT);
            left.resizeRelocate(0, 0, middle, height);
            right.resizeRelocate(middle + 1, 0, Math.max(0, width - middle - 1), height);
        } else {
            double middle = Math.rint(height / 2);
            left.resizeRelocate(0, 0, width, middle);
            right.resizeRelocate(0, middle + 1, width, Math.max(0, height - middle - 1));
        }
    }
}
