package io.faultline.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The stretch of a journal with the place in it; mouse and arrow keys seek. JavaFX thread only. */
final class Timeline extends Region {
    private static final double THICK = 4;
    private static final double THUMB = 10;
    private static final double KEY_STEP = 0.01;

    private final Rectangle track = new Rectangle();
    private final Rectangle done = new Rectangle();
    private final Rectangle thumb = new Rectangle(THUMB / 2, THUMB + 4);
    private final Seek seek;
    private double share;
    private boolean dragging;

    /** Takes where to go. */
    interface Seek {
        /** @param share of the journal, 0 its start, 1 its end */
        void to(double share);
    }

    Timeline(Seek seek) {
        this.seek = seek;
        track.getStyleClass().add("track");
        done.getStyleClass().add("done");
        thumb.getStyleClass().add("thumb");
        thumb.setArcWidth(3);
        thumb.setArcHeight(3);
        getChildren().addAll(track, done, thumb);
        getStyleClass().add("timeline");
        setId("timeline");
        setMinWidth(80);
        setPrefHeight(22);
        setCursor(Cursor.HAND);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Place in the journal");
        setOnMousePressed(e -> {
            requestFocus();
            dragging = true;
            place(e);
        });
        setOnMouseDragged(this::place);
        setOnMouseReleased(e -> {
            dragging = false;
            seek.to(share);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Moves the thumb, unless the mouse holds it. */
    void show(double newShare) {
        if (!dragging && Math.abs(newShare - share) * getWidth() >= 0.25) {
            share = Math.max(0, Math.min(1, newShare));
            requestLayout();
        }
    }

    double share() {
        return share;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = Math.rint((getHeight() - THICK) / 2);
        place(track, 0, top, width, THICK);
        place(done, 0, top, share * width, THICK);
        thumb.setX(Math.rint(share * (width - thumb.getWidth())));
        thumb.setY(Math.rint((getHeight() - thumb.getHeight()) / 2));
    }

    private static void place(Rectangle rectangle, double x, double y, double width, double height) {
        rectangle.setX(x);
        rectangle.setY(y);
        rectangle.setWidth(width);
        rectangle.setHeight(height);
    }

    private void place(MouseEvent event) {
        share = Math.max(0, Math.min(1, event.getX() / getWidth()));
        requestLayout();
        event.consume();
    }

    private void key(KeyEvent event) {
        double to = switch (event.getCode()) {
            case LEFT -> share - KEY_STEP;
            case RIGHT -> share + KEY_STEP;
            case HOME -> 0;
            case END -> 1;
            default -> Double.NaN;
        };
        if (Double.isFinite(to)) {
            seek.to(Math.max(0, Math.min(1, to)));
            event.consume();
        }
    }
}
