package io.faultline.ui.heatmap;

import io.faultline.ui.text.Numbers;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The colour scale with its two handles, which is the legend too: USD is written at both ends. Dragging a handle or
 * turning the wheel over it sets it and closes the padlock; a double-click opens the padlock, and the scale follows
 * what is in view again. By keyboard: left and right move the chosen handle, up and down choose it, space turns the lock.
 */
final class ColourBar extends Region {
    private static final double HEIGHT = 22;
    private static final double LABEL = 46;
    private static final double BAR = 116;
    private static final double LOCK = 20;
    private static final double GRIP = 9;
    private static final double FINE = 1.05;
    /** The bar shows this factor of values on either side of the handles, to drag them into. */
    private static final double SPARE = 6;

    private final Ink ink;
    private final Contrast contrast;
    private final Runnable changed;
    private final Canvas canvas = new Canvas(2 * LABEL + BAR + LOCK, HEIGHT);
    private final Color[] gradient = new Color[HeatScale.COLOURS];
    private boolean high;
    private boolean dragging;
    private double from = 1;
    private double to = 10;

    /** @param changed run when the handles or the padlock were moved by hand */
    ColourBar(Ink ink, HeatScale scale, Contrast contrast, Runnable changed) {
        this.ink = ink;
        this.contrast = contrast;
        this.changed = changed;
        for (int i = 0; i < gradient.length; i++) {
            int argb = scale.entry(i);
            gradient[i] = Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
        }
        getChildren().add(canvas);
        setMinSize(canvas.getWidth(), HEIGHT);
        setPrefSize(canvas.getWidth(), HEIGHT);
        setMaxSize(canvas.getWidth(), HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> released());
        setOnScroll(this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        focusedProperty().addListener((property, was, is) -> draw());
        draw();
    }

    /** Draws the handles where they are now. */
    void draw() {
        Handles handles = contrast.handles();
        if (!dragging) {
            from = handles.low() / SPARE;
            to = handles.high() * SPARE;
        }
        setAccessibleText("Colour scale of resting depth, " + Numbers.usd(handles.low()) + " to "
                + Numbers.usd(handles.high()) + " USD a cell");
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        double lowX = Math.rint(x(handles.low()));
        double highX = Math.rint(x(handles.high()));
        gc.setFill(ink.palette.bg());
        gc.fillRect(LABEL, 6, BAR, 10);
        for (double x = lowX; x < LABEL + BAR; x++) {
            gc.setFill(gradient[HeatScale.index(handles.place(usd(x)))]);
            gc.fillRect(x, 6, 1, 10);
        }
        gc.setStroke(ink.palette.lineStrong());
        gc.setLineWidth(1);
        gc.strokeRect(LABEL + 0.5, 5.5, BAR - 1, 11);
        drawQuartiles(gc);
        grip(gc, lowX, !high);
        grip(gc, highX, high);
        drawLabels(gc, handles);
        drawLock(gc, LABEL + BAR + LABEL + LOCK / 2, !contrast.auto());
    }

    private void drawLabels(GraphicsContext gc, Handles handles) {
        gc.setFont(ink.figure);
        gc.setFill(ink.palette.text());
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.fillText(Numbers.usd(handles.low()), LABEL - 8, HEIGHT / 2);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(Numbers.usd(handles.high()), LABEL + BAR + 8, HEIGHT / 2);
    }

    private void drawQuartiles(GraphicsContext gc) {
        gc.setStroke(ink.palette.mid());
        for (int i = 0; i < 3; i++) {
            double x = Math.floor(x(contrast.quartile(i))) + 0.5;
            if (x > LABEL && x < LABEL + BAR) {
                gc.strokeLine(x, 17, x, 20);
            }
        }
    }

    private void grip(GraphicsContext gc, double x, boolean chosen) {
        gc.setFill(ink.palette.text());
        gc.fillRect(x - 2, 3, 4, 16);
        if (chosen && isFocused()) {
            gc.setStroke(ink.palette.focus());
            gc.setLineWidth(2);
            gc.strokeRect(x - 4, 1, 8, 20);
            gc.setLineWidth(1);
        }
    }

    private void drawLock(GraphicsContext gc, double x, boolean closed) {
        Color colour = closed ? ink.palette.text() : ink.palette.low();
        gc.setStroke(colour);
        gc.setFill(colour);
        gc.setLineWidth(1.4);
        double shackle = closed ? 4 : 2.5;
        gc.strokeArc(x - 3, shackle, 6, 9, 0, closed ? 180 : 200, javafx.scene.shape.ArcType.OPEN);
        gc.fillRoundRect(x - 5, 10, 10, 7, 2, 2);
        gc.setLineWidth(1);
    }

    private double x(double usd) {
        return LABEL + Math.log(usd / from) / Math.log(to / from) * BAR;
    }

    private double usd(double x) {
        double share = Math.max(0, Math.min(1, (x - LABEL) / BAR));
        return from * Math.exp(share * Math.log(to / from));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        event.consume();
        if (event.getX() > LABEL + BAR + LABEL) {
            contrast.auto(!contrast.auto());
            changed.run();
            return;
        }
        if (event.getClickCount() == 2) {
            contrast.auto(true);
            changed.run();
            return;
        }
        double toLow = Math.abs(event.getX() - x(contrast.handles().low()));
        double toHigh = Math.abs(event.getX() - x(contrast.handles().high()));
        high = toHigh < toLow;
        dragging = Math.min(toLow, toHigh) <= GRIP;
        draw();
    }

    private void dragged(MouseEvent event) {
        if (dragging) {
            move(usd(event.getX()));
            event.consume();
        }
    }

    private void released() {
        dragging = false;
        draw();
    }

    private void scrolled(ScrollEvent event) {
        double toLow = Math.abs(event.getX() - x(contrast.handles().low()));
        high = Math.abs(event.getX() - x(contrast.handles().high())) < toLow;
        nudge(event.getDeltaY() > 0 ? FINE : 1 / FINE);
        event.consume();
    }

    private void typed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> nudge(1 / FINE);
            case RIGHT -> nudge(FINE);
            case UP, DOWN -> {
                high = !high;
                draw();
            }
            case SPACE -> {
                contrast.auto(!contrast.auto());
                changed.run();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void nudge(double factor) {
        Handles handles = contrast.handles();
        move((high ? handles.high() : handles.low()) * factor);
    }

    private void move(double wanted) {
        Handles handles = contrast.handles();
        contrast.set(
                high
                        ? new Handles(handles.low(), Math.max(handles.low() * 2, wanted))
                        : new Handles(Math.max(1, Math.min(handles.high() / 2, wanted)), handles.high()));
        changed.run();
    }
}
