package io.faultline.ui;

import io.faultline.desk.ReplayControl.Gap;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/**
 * The stretch of a journal with the place in it, what it lacks and what has happened; mouse and arrow keys seek. JavaFX
 * thread only.
 */
final class Timeline extends Region {
    private static final double THICK = 4;
    private static final double THUMB = 10;
    private static final double TICK = 9;
    private static final double KEY_STEP = 0.01;

    private final Rectangle track = new Rectangle();
    private final Rectangle done = new Rectangle();
    private final Rectangle way = new Rectangle();
    private final Rectangle thumb = new Rectangle(THUMB / 2, THUMB + 4);
    private final List<Placed> gaps = new ArrayList<>();
    private final List<Placed> ticks = new ArrayList<>();
    private final Seek seek;
    private double share;
    private double target = Double.NaN;
    private boolean dragging;

    /** Takes where to go. */
    interface Seek {
        /** @param share of the journal, 0 its start, 1 its end */
        void to(double share);
    }

    private record Placed(double from, double to, Node node) {}

    Timeline(Seek seek) {
        this.seek = seek;
        track.getStyleClass().add("track");
        done.getStyleClass().add("done");
        way.getStyleClass().add("way");
        thumb.getStyleClass().add("thumb");
        thumb.setArcWidth(3);
        thumb.setArcHeight(3);
        getChildren().addAll(track, done, way, thumb);
        getStyleClass().add("timeline");
        setId("timeline");
        setMinWidth(80);
        setPrefHeight(24);
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

    /**
     * Moves the thumb, unless the mouse holds it.
     *
     * @param newTarget where a seek goes; NaN without one
     */
    void show(double newShare, double newTarget) {
        if (!dragging && Math.abs(newShare - share) * getWidth() >= 0.25) {
            share = Math.max(0, Math.min(1, newShare));
            requestLayout();
        }
        if (Double.compare(newTarget, target) != 0) {
            target = newTarget;
            requestLayout();
        }
    }

    /** Shows what is missing and what has happened, of a journal from the one time to the other, nanoseconds since 1970. */
    void show(List<Gap> missing, List<ReplayMarks.Mark> marks, long first, long last) {
        double length = Math.max(1, last - first);
        getChildren().removeAll(gaps.stream().map(Placed::node).toList());
        getChildren().removeAll(ticks.stream().map(Placed::node).toList());
        gaps.clear();
        ticks.clear();
        for (Gap gap : missing) {
            Rectangle hole = new Rectangle();
            hole.getStyleClass().add("gap");
            gaps.add(new Placed((gap.fromNanos() - first) / length, (gap.toNanos() - first) / length, hole));
        }
        for (ReplayMarks.Mark mark : marks) {
            double at = (mark.nanos() - first) / length;
            if (at >= 0 && at <= 1) {
                Node tick = tick(mark.kind());
                Tooltip.install(tick, new Tooltip(mark.words()));
                ticks.add(new Placed(at, at, tick));
            }
        }
        getChildren()
                .addAll(
                        getChildren().indexOf(thumb),
                        gaps.stream().map(Placed::node).toList());
        getChildren()
                .addAll(
                        getChildren().indexOf(thumb),
                        ticks.stream().map(Placed::node).toList());
        requestLayout();
    }

    /** An upright line for an alarm, a triangle down for a sweep of longs, up for shorts. */
    private static Node tick(ReplayMarks.Kind kind) {
        Node tick = switch (kind) {
            case ALARM -> new Rectangle(2, TICK);
            case LONG_SWEEP -> new Polygon(0, 0, 6, 0, 3, 6);
            case SHORT_SWEEP -> new Polygon(0, 6, 6, 6, 3, 0);
        };
        tick.getStyleClass()
                .add(
                        switch (kind) {
                            case ALARM -> "alarm-tick";
                            case LONG_SWEEP -> "long-tick";
                            case SHORT_SWEEP -> "short-tick";
                        });
        return tick;
    }

    double share() {
        return share;
    }

    /** How many stretches are shown as missing. */
    int missing() {
        return gaps.size();
    }

    /** How many things are shown as having happened. */
    int happened() {
        return ticks.size();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = Math.rint((getHeight() - THICK) / 2);
        place(track, 0, top, width, THICK);
        place(done, 0, top, share * width, THICK);
        boolean seeking = Double.isFinite(target);
        way.setVisible(seeking);
        if (seeking) {
            place(way, Math.min(share, target) * width, top + 1, Math.abs(target - share) * width, THICK - 2);
        }
        for (Placed gap : gaps) {
            Rectangle hole = (Rectangle) gap.node();
            place(hole, gap.from() * width, top - 1, Math.max(1, (gap.to() - gap.from()) * width), THICK + 2);
        }
        for (Placed tick : ticks) {
            double half = tick.node().getLayoutBounds().getWidth() / 2;
            boolean alarm = tick.node() instanceof Rectangle;
            tick.node().setLayoutX(Math.rint(tick.from() * width - half));
            tick.node().setLayoutY(alarm ? top - TICK : top + THICK + 1);
        }
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
