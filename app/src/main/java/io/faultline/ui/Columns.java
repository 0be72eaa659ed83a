package io.faultline.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Heatmap, ladder and funding side by side, all of one height. The heatmap takes what the others leave. A divider is
 * dragged, or moved with the arrow keys, in steps of {@value #STEP} px; a double-click, or Home, restores the usual
 * width. JavaFX thread only.
 */
final class Columns extends Region {
    static final int STEP = 4;
    private static final double LINE = 1;
    private static final double GRIP = 7;
    private static final double MIN_HEATMAP = 400;
    private static final double MIN_LADDER = 240;
    private static final double MIN_FUNDING = 220;

    /** Window width, ladder, funding: the sizes of the design, straight lines between them. */
    private static final double[][] USUAL = {
        {1024, 260, 224}, {1366, 350, 232}, {1920, 444, 320}, {2560, 540, 416},
    };

    private final Region heatmap;
    private final Region ladder;
    private final Region funding;
    private final Region ladderDivider = divider("Width of the ladder");
    private final Region fundingDivider = divider("Width of the funding panel");
    private final Runnable changed;
    private double ladderWidth;
    private double fundingWidth;

    /** @param changed runs when the user has moved a divider */
    Columns(Region heatmap, Region ladder, Region funding, Runnable changed) {
        this.heatmap = heatmap;
        this.ladder = ladder;
        this.funding = funding;
        this.changed = changed;
        getChildren().addAll(heatmap, ladder, funding, ladderDivider, fundingDivider);
        setMinSize(0, 0);
        steer(ladderDivider, () -> ladder.getWidth(), width -> widths(width, fundingWidth));
        steer(fundingDivider, () -> funding.getWidth(), width -> widths(ladderWidth, width));
    }

    /** Sets the widths of ladder and funding in pixels; 0 for the usual one. */
    void widths(double newLadder, double newFunding) {
        ladderWidth = snap(newLadder);
        fundingWidth = snap(newFunding);
        requestLayout();
    }

    /** As set by the user, 0 for the usual one. */
    double ladderWidth() {
        return ladderWidth;
    }

    /** As set by the user, 0 for the usual one. */
    double fundingWidth() {
        return fundingWidth;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double forFunding = fundingWidth > 0 ? Math.max(MIN_FUNDING, fundingWidth) : usual(width, 2);
        double forLadder = ladderWidth > 0 ? Math.max(MIN_LADDER, ladderWidth) : usual(width, 1);
        double most = width - MIN_HEATMAP - 2 * LINE;
        forFunding = Math.min(forFunding, Math.max(MIN_FUNDING, most - MIN_LADDER));
        forLadder = Math.min(forLadder, Math.max(MIN_LADDER, most - forFunding));
        double fundingX = width - forFunding;
        double ladderX = fundingX - LINE - forLadder;
        heatmap.resizeRelocate(0, 0, Math.max(0, ladderX - LINE), height);
        ladder.resizeRelocate(ladderX, 0, forLadder, height);
        funding.resizeRelocate(fundingX, 0, forFunding, height);
        double overhang = (GRIP - LINE) / 2;
        ladderDivider.resizeRelocate(ladderX - LINE - overhang, 0, GRIP, height);
        fundingDivider.resizeRelocate(fundingX - LINE - overhang, 0, GRIP, height);
    }

    static double usual(double width, int column) {
        int upper = 1;
        while (upper < USUAL.length - 1 && width > USUAL[upper][0]) {
            upper++;
        }
        double[] from = USUAL[upper - 1];
        double[] to = USUAL[upper];
        double share = Math.max(0, Math.min(1, (width - from[0]) / (to[0] - from[0])));
        return snap(from[column] + share * (to[column] - from[column]));
    }

    private static double snap(double width) {
        return Math.max(0, Math.rint(width / STEP) * STEP);
    }

    private static Region divider(String words) {
        Region divider = new Region();
        divider.getStyleClass().add("divider");
        divider.setCursor(Cursor.H_RESIZE);
        divider.setFocusTraversable(true);
        divider.setAccessibleRole(AccessibleRole.THUMB);
        divider.setAccessibleText(words);
        return divider;
    }

    private interface Width {
        double now();
    }

    private interface SetWidth {
        void to(double width);
    }

    /** A divider stands at the left of its column: to the left is wider. */
    private void steer(Region divider, Width width, SetWidth set) {
        double[] start = new double[2];
        divider.setOnMousePressed(e -> {
            start[0] = e.getSceneX();
            start[1] = width.now();
            e.consume();
        });
        divider.setOnMouseDragged(e -> {
            double factor = sceneToLocal(1, 0).getX() - sceneToLocal(0, 0).getX();
            change(set, start[1] + (start[0] - e.getSceneX()) * factor);
            e.consume();
        });
        divider.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                change(set, 0);
            }
            e.consume();
        });
        divider.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            switch (e.getCode()) {
                case LEFT -> change(set, width.now() + STEP);
                case RIGHT -> change(set, width.now() - STEP);
                case HOME -> change(set, 0);
                default -> {
                    return;
                }
            }
            e.consume();
        });
    }

    private void change(SetWidth set, double width) {
        set.to(width);
        changed.run();
    }
}
