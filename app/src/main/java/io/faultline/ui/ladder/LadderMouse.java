package io.faultline.ui.ladder;

import io.faultline.ui.alarms.chart.AlarmMouse;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** Turns what the mouse does over the rows into the panel's commands. */
final class LadderMouse {
    private static final double NOTCH = 40;
    private static final long FAR = 10;

    private final LadderPanel panel;
    private final AlarmMouse alarms;
    private double wheel;
    private double pressY;
    private long draggedRows;
    private boolean dragged;

    LadderMouse(LadderPanel panel, Region rows, AlarmMouse alarms) {
        this.panel = panel;
        this.alarms = alarms;
        rows.setOnMouseMoved(event -> {
            panel.point(event.getY());
            panel.hover(event.getX(), event.getY());
        });
        rows.setOnMouseEntered(event -> panel.mouseOver(true));
        rows.setOnMouseExited(event -> panel.mouseOver(false));
        rows.setOnScroll(this::scrolled);
        rows.setOnMousePressed(this::pressed);
        rows.setOnMouseDragged(this::dragged);
        rows.setOnMouseReleased(event -> alarms.released(panel.active()));
        rows.setOnMouseClicked(this::clicked);
    }

    private void scrolled(ScrollEvent event) {
        // Some platforms turn the wheel sideways while shift is down.
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        wheel = wheel * delta < 0 ? delta : wheel + delta;
        long notches = (long) (wheel / NOTCH);
        wheel -= notches * NOTCH;
        if (notches != 0) {
            if (event.isControlDown()) {
                panel.regroup(notches > 0 ? -1 : 1, event.getY());
            } else {
                panel.scroll(event.isShiftDown() ? notches * FAR : notches);
            }
            panel.point(event.getY());
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        pressY = event.getY();
        draggedRows = 0;
        dragged = false;
        panel.focus();
        panel.clearRange();
        alarms.pressed(event, panel.inPlot(pressY), false, null);
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (alarms.dragged(panel.active(), panel.inPlot(event.getY()))) {
            panel.point(event.getY());
            return;
        }
        if (event.isShiftDown()) {
            dragged = true;
            panel.range(pressY, event.getY());
        } else {
            long rows = (long) ((event.getY() - pressY) / panel.rowHeight());
            if (rows != draggedRows) {
                dragged = true;
                panel.scroll(rows - draggedRows);
                draggedRows = rows;
            }
        }
        panel.point(event.getY());
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || dragged || alarms.took()) {
            return;
        }
        if (event.getClickCount() == 2) {
            panel.recentre();
        } else {
            panel.select(event.getX(), event.getY());
        }
    }
}
