package io.faultline.ui.heatmap;

import io.faultline.ui.alarms.chart.AlarmMark;
import io.faultline.ui.alarms.chart.AlarmMouse;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.panel.Shared;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** What the mouse does to the axes and the crosshair. */
final class HeatmapMouse {
    private static final double PIXELS_PER_PRICE_STEP = 12;
    private static final double PIXELS_PER_TIME_FOLD = 160;
    private static final double WHEEL_FOLD = 1.2;
    private static final double WHEEL_PAN = 0.1;

    private enum Drag {
        NONE,
        PAN,
        MEASURE,
        PRICE,
        TIME
    }

    private final Shared axes;
    private final Pointer pointer;
    private final Supplier<@Nullable HeatView> shown;
    private final Cards cards;
    private final Runnable refit;
    private final DoubleFunction<@Nullable AlarmMark> tags;
    private final AlarmMouse alarms;
    private Drag drag = Drag.NONE;
    private boolean wasPinned;
    private double lastX;
    private double lastY;
    private double spare;
    private long pressedEnd;
    private double pressedX;

    /** What lies over the plot and is pressed itself. */
    interface Cards {
        /** Takes a click at that point, the first or second of a row; false where none lies there. */
        boolean clicked(double x, double y, int clicks);
    }

    /**
     * @param shown the view now on screen, null before the first
     * @param tags the alarm whose tag is at that height of the price axis, null where none is
     */
    HeatmapMouse(
            Shared axes,
            Pointer pointer,
            Supplier<@Nullable HeatView> shown,
            Cards cards,
            Runnable refit,
            DoubleFunction<@Nullable AlarmMark> tags) {
        this.axes = axes;
        this.pointer = pointer;
        this.shown = shown;
        this.cards = cards;
        this.refit = refit;
        this.tags = tags;
        alarms = new AlarmMouse(axes.alarms());
    }

    void listenTo(Node node) {
        node.setOnMouseMoved(this::moved);
        node.setOnMouseExited(event -> left());
        node.setOnMousePressed(this::pressed);
        node.setOnMouseDragged(this::dragged);
        node.setOnMouseReleased(event -> released());
        node.setOnMouseClicked(this::clicked);
        node.setOnScroll(this::scrolled);
    }

    private void moved(MouseEvent event) {
        HeatView view = shown.get();
        if (view != null) {
            lead(view, event.getX(), event.getY());
        }
    }

    /** Puts the crosshair under the mouse, or takes it away beside the plot. */
    private void lead(HeatView view, double x, double y) {
        Crosshair crosshair = axes.crosshair();
        if (x >= 0 && x < view.width() && y >= 0 && y < view.height()) {
            crosshair.move(view.price(y), view.nanos(x));
            pointer.moved(System.nanoTime());
        } else if (drag == Drag.NONE) {
            left();
        }
    }

    private void left() {
        if (drag == Drag.NONE) {
            axes.crosshair().leave();
            pointer.left();
        }
    }

    private void pressed(MouseEvent event) {
        HeatView view = shown.get();
        if (view == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        lastX = event.getX();
        lastY = event.getY();
        boolean onAxis = lastX >= view.width();
        if (lastY < view.height() && alarms.pressed(event, lastY, onAxis, onAxis ? tags.apply(lastY) : null)) {
            return;
        }
        pressedX = lastX;
        pressedEnd = axes.time().endNanos();
        spare = 0;
        if (lastX >= view.width()) {
            drag = Drag.PRICE;
        } else if (lastY >= view.height()) {
            drag = Drag.TIME;
        } else if (event.isShiftDown()) {
            drag = Drag.MEASURE;
            lead(view, lastX, lastY);
            pointer.measure(axes.crosshair());
        } else {
            drag = Drag.PAN;
        }
    }

    private void dragged(MouseEvent event) {
        HeatView view = shown.get();
        if (view == null) {
            return;
        }
        double x = event.getX();
        double y = event.getY();
        if (alarms.dragged(axes.price(), y)) {
            lead(view, x, y);
            return;
        }
        switch (drag) {
            case PAN -> pan(view, x, y);
            case MEASURE -> lead(view, x, y);
            case PRICE -> {
                spare += lastY - y;
                int steps = (int) (spare / PIXELS_PER_PRICE_STEP);
                spare -= steps * PIXELS_PER_PRICE_STEP;
                axes.price().zoom(steps, view.height() / 2);
            }
            case TIME -> axes.time().zoom(Math.exp((lastX - x) / PIXELS_PER_TIME_FOLD), 1);
            case NONE -> {}
        }
        lastX = x;
        lastY = y;
    }

    private void pan(HeatView view, double x, double y) {
        double moved = x - pressedX;
        long end = pressedEnd - (long) (moved * view.scale() * view.nanosPerColumn());
        if (x != lastX) {
            axes.time().goTo(end);
        }
        spare += y - lastY;
        long rows = (long) (spare / axes.price().rowHeight());
        spare -= rows * (double) axes.price().rowHeight();
        axes.price().pan(rows);
    }

    private void released() {
        if (alarms.released(axes.price())) {
            return;
        }
        drag = Drag.NONE;
        pointer.stopMeasuring();
    }

    private void clicked(MouseEvent event) {
        boolean still = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
        boolean pinned = wasPinned;
        wasPinned = axes.crosshair().pinned();
        if (alarms.took() || (still && cards.clicked(event.getX(), event.getY(), event.getClickCount()))) {
            return;
        }
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            axes.crosshair().pin(pinned); // the first of the two clicks may have pinned or freed it
            refit.run();
        } else if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !event.isShiftDown()) {
            togglePin();
        }
    }

    private void togglePin() {
        axes.crosshair().pin(!axes.crosshair().pinned());
    }

    private void scrolled(ScrollEvent event) {
        HeatView view = shown.get();
        // With shift held the toolkit reports the wheel as a horizontal one.
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (view == null || delta == 0) {
            return;
        }
        int direction = delta > 0 ? 1 : -1;
        if (event.isControlDown()) {
            axes.price().zoom(direction, event.getY());
        } else if (event.isShiftDown()) {
            axes.time().pan(-direction * WHEEL_PAN);
        } else {
            double at = Math.max(0, Math.min(1, event.getX() / view.timeWidth()));
            axes.time().zoom(direction > 0 ? 1 / WHEEL_FOLD : WHEEL_FOLD, at);
        }
        event.consume();
    }
}
