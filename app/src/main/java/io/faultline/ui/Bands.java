package io.faultline.ui;

import io.faultline.ui.axis.PriceAxis;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * The bands of a workspace from top to bottom: top bar, alarm strip, columns, dock, status. The columns take what the
 * others leave; the dock's upper edge is dragged by whole rows of the ladder. JavaFX thread only.
 */
final class Bands extends Region {
    private static final double TOP = 40;
    private static final double STATUS = 24;
    private static final double AROUND_PLOT = 74;
    private static final double LEAST_PLOT = 112;

    private final Region topBar;
    private final Region alarms;
    private final HeatColumn heat;
    private final Columns columns;
    private final Dock dock;
    private final Region status;
    private final PriceAxis price;
    private final Runnable changed;
    private final Splitter splitter;
    private double dockWanted;

    /**
     * What lies over another.
     *
     * @param heat is in the columns
     */
    record Parts(Region topBar, Region alarms, HeatColumn heat, Columns columns, Dock dock, Region status) {}

    /** @param changed runs when the user has moved the dock's edge */
    Bands(Parts parts, PriceAxis price, Runnable changed) {
        topBar = parts.topBar();
        alarms = parts.alarms();
        heat = parts.heat();
        columns = parts.columns();
        dock = parts.dock();
        status = parts.status();
        this.price = price;
        this.changed = changed;
        splitter = new Splitter(
                Orientation.HORIZONTAL, "Height of the dock", dock::getHeight, price::rowHeight, this::dragDock);
        getChildren().addAll(topBar, alarms, columns, dock, status, splitter.node());
        setMinSize(0, 0);
    }

    /** Height of the dock as set by the user, 0 for the usual one. */
    double dockWanted() {
        return dockWanted;
    }

    void dock(double height) {
        dockWanted = height;
        requestLayout();
    }

    /** Opens the dock where only its tabs show. */
    void openDock() {
        if (dock.getHeight() <= LayoutSizes.TAB_ROW) {
            dock(Math.max(LayoutSizes.OPENED_DOCK, LayoutSizes.dock(getHeight())));
            changed.run();
        }
    }

    /** Takes a height that leaves the plot whole rows; below half a row the dock is folded to its tabs. */
    private void dragDock(double height) {
        double now = dock.getHeight();
        int row = price.rowHeight();
        if (height <= 0) {
            dockWanted = 0;
        } else if (height < LayoutSizes.TAB_ROW + row / 2.0) {
            dockWanted = LayoutSizes.TAB_ROW;
        } else {
            double plot = price.height() + now - height;
            dockWanted = Math.max(LayoutSizes.TAB_ROW, now + price.height() - Math.rint(plot / row) * row);
        }
        requestLayout();
        changed.run();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double usual = LayoutSizes.dock(height);
        double most = height - TOP - LayoutSizes.STRIP - STATUS - AROUND_PLOT - heat.replayHeight() - LEAST_PLOT;
        double docked = Math.max(LayoutSizes.TAB_ROW, Math.min(most, dockWanted > 0 ? dockWanted : usual));
        int lanes = heat.replayHeight() > 0 ? 0 : LayoutSizes.lanes(width, height, docked);
        heat.lanes(lanes * LayoutSizes.lane(lanes));
        topBar.resizeRelocate(0, 0, width, TOP);
        alarms.resizeRelocate(0, TOP, width, LayoutSizes.STRIP);
        double top = TOP + LayoutSizes.STRIP;
        double dockTop = Math.max(top, height - STATUS - docked);
        columns.resizeRelocate(0, top, width, Math.max(0, dockTop - top));
        columns.layout();
        dock.resizeRelocate(0, dockTop, width, docked);
        dock.requestLayout();
        splitter.place(0, dockTop, width);
        status.resizeRelocate(0, height - STATUS, width, STATUS);
    }
}
