package io.faultline.ui.plans;

import io.faultline.desk.PlanMoves.Handle;
import io.faultline.ui.panel.PlanControl;
import io.faultline.ui.panel.Shared;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Lets the mouse drag a plan's handles on the price axis, before anything else there sees it. JavaFX thread only. */
public final class PlanHandles {
    private final Shared axes;
    private final PlanControl control;
    private final PlanOverlay overlay;
    private @Nullable Handle dragged;

    public PlanHandles(Shared axes, PlanOverlay overlay) {
        this.axes = axes;
        control = axes.plans().plan();
        this.overlay = overlay;
    }

    /** @param surface that the overlay lies over, with the same left top */
    public void listenTo(Node surface) {
        surface.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        surface.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        surface.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        surface.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        surface.addEventFilter(
                MouseEvent.MOUSE_MOVED,
                event -> surface.setCursor(
                        overlay.handleAt(event.getX(), event.getY()) == null ? null : Cursor.V_RESIZE));
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !event.isAltDown()) {
            dragged = overlay.handleAt(event.getX(), event.getY());
            if (dragged != null) {
                event.consume();
            }
        }
    }

    private void dragged(MouseEvent event) {
        if (dragged != null) {
            control.move(dragged, axes.price().price(event.getY()));
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        if (dragged != null) {
            dragged = null;
            control.settle();
            event.consume();
        }
    }

    /** A press on a handle that was not dragged is no click on what lies under it. */
    private void clicked(MouseEvent event) {
        if (overlay.handleAt(event.getX(), event.getY()) != null) {
            event.consume();
        }
    }
}
