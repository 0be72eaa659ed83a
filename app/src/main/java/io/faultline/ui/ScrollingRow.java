package io.faultline.ui;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Children in a row that is no wider than it may be: what does not fit is scrolled to, by the wheel or by the arrows at
 * the ends, which are there only then. JavaFX thread only.
 */
final class ScrollingRow extends Region {
    private static final double ARROW = 20;
    private static final double STEP = 80;
    private static final String EARLIER = "M7 1L2 5L7 9Z";
    private static final String LATER = "M3 1L8 5L3 9Z";

    private final HBox row = new HBox();
    private final Pane window = new Pane(row);
    private final Rectangle clip = new Rectangle();
    private final Button left;
    private final Button right;
    private double widest = Double.MAX_VALUE;
    private double offset;
    private @Nullable Node wanted;

    /** @param what its children are, in words */
    ScrollingRow(String what) {
        left = arrow(EARLIER, what + " to the left", -STEP);
        right = arrow(LATER, what + " to the right", STEP);
        window.setClip(clip);
        row.setFillHeight(true);
        getChildren().addAll(window, left, right);
        addEventFilter(ScrollEvent.SCROLL, e -> {
            scroll(-(e.getDeltaX() != 0 ? e.getDeltaX() : e.getDeltaY()));
            e.consume();
        });
    }

    private Button arrow(String path, String words, double step) {
        Button arrow = new Button();
        arrow.setGraphic(Icons.icon(path));
        arrow.getStyleClass().setAll("row-arrow");
        arrow.setAccessibleText(words);
        arrow.setFocusTraversable(false);
        arrow.setOnAction(e -> scroll(step));
        return arrow;
    }

    ObservableList<Node> items() {
        return row.getChildren();
    }

    /** No wider than that. */
    void widest(double width) {
        if (width != widest) {
            widest = width;
            requestLayout();
            if (getParent() != null) {
                getParent().requestLayout();
            }
        }
    }

    /** Scrolls as far as needed to have that child in view. */
    void reveal(Node child) {
        wanted = child;
        requestLayout();
    }

    private void scroll(double by) {
        offset += by;
        requestLayout();
    }

    private boolean overflows() {
        return row.prefWidth(-1) > getWidth() + 0.5;
    }

    /** How much of the row there is room for. */
    private double shown() {
        return Math.max(0, getWidth() - (overflows() ? 2 * ARROW : 0));
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(widest, Math.ceil(row.prefWidth(-1)));
    }

    @Override
    protected double computePrefHeight(double width) {
        return row.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double natural = Math.ceil(row.prefWidth(-1));
        double shown = shown();
        boolean overflows = overflows();
        row.resize(natural, height);
        row.layout();
        if (wanted != null) {
            double from = wanted.getBoundsInParent().getMinX();
            double to = wanted.getBoundsInParent().getMaxX();
            offset = Math.min(from, Math.max(to - shown, offset));
            wanted = null;
        }
        offset = Math.max(0, Math.min(natural - shown, offset));
        left.setVisible(overflows);
        right.setVisible(overflows);
        left.setDisable(offset <= 0);
        right.setDisable(offset >= natural - shown);
        left.resizeRelocate(0, 0, ARROW, height);
        right.resizeRelocate(getWidth() - ARROW, 0, ARROW, height);
        window.resizeRelocate(overflows ? ARROW : 0, 0, shown, height);
        clip.setWidth(shown);
        clip.setHeight(height);
        row.relocate(-Math.rint(offset), 0);
    }
}
