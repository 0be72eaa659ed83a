package io.faultline.ui.map;

import io.faultline.ui.alarms.chart.AlarmMouse;
import io.faultline.ui.axis.PriceAxis;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** Turns what the mouse does over the map into moves of the price axis, as over the ladder. */
final class MapMouse {
    private static final double NOTCH = 40;
    private static final long FAR = 10;

    private final MapPanel panel;
    private final PriceAxis axis;
    private final AlarmMouse alarms;
    private double wheel;
    private double pressY;
    private long draggedRows;

    MapMouse(MapPanel panel, PriceAxis axis, Region plot, AlarmMouse alarms) {
        this.panel = panel;
        this.axis = axis;
        this.alarms = alarms;
        plot.setOnMouseMoved(event -> panel.point(event.getX(), event.getY()));
        plot.setOnMouseEntered(event -> axis.hold(true));
        plot.setOnMouseExited(event -> {
            axis.hold(false);
            panel.left();
        });
        plot.setOnScroll(this::scrolled);
        plot.setOnMousePressed(this::pressed);
        plot.setOnMouseDragged(this::dragged);
        plot.setOnMouseReleased(event -> alarms.released(axis));
        plot.setOnMouseClicked(this::clicked);
    }

    private void scrolled(ScrollEvent event) {
        // Some platforms turn the wheel sideways while shift is down.
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        wheel = wheel * delta < 0 ? delta : wheel + delta;
        long notches = (long) (wheel / NOTCH);
        wheel -= notches * NOTCH;
        if (notches != 0) {
            if (event.isControlDown()) {
                axis.regroup(notches > 0 ? -1 : 1, event.getY() - panel.top());
            } else {
                axis.pan(event.isShiftDown() ? notches * FAR : notches);
            }
            panel.point(event.getX(), event.getY());
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        pressY = event.getY();
        draggedRows = 0;
        panel.focus();
        alarms.pressed(event, pressY - panel.top(), false, null);
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && alarms.dragged(axis, event.getY() - panel.top())) {
            panel.point(event.getX(), event.getY());
        } else if (event.getButton() == MouseButton.PRIMARY) {
            long rows = (long) ((event.getY() - pressY) / axis.rowHeight());
            axis.pan(rows - draggedRows);
            draggedRows = rows;
            panel.point(event.getX(), event.getY());
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && event.isStillSincePress()
                && !alarms.took()) {
            panel.recentre();
        }
    }
}
