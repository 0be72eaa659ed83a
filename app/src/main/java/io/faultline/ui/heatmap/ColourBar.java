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
    private static final double LABEL = 41;
    private static final double USUAL_BAR = 116;
    private static final double STRIPES_TOP = 5;
    private static final double STRIPES_HEIGHT = 12;
    private static final double LOCK = 20;
    private static final double GRIP = 9;
    private static final double FINE = 1.05;
    /** How much of the scale is shown on either side of the handles, to drag them into, as a share of their distance. */
    private static final double SPARE = 0.3;

    private final Ink ink;
    private final Runnable changed;
    private final Canvas canvas = new Canvas(widthOf(USUAL_BAR), HEIGHT);
    private Legend legend;
    private Contrast contrast;
    private Color[][] gradients = new Color[0][];
    private double bar = USUAL_BAR;
    private boolean high;
    private boolean dragging;
    private double from = 1;
    private double to = 10;

    /** @param changed run when the handles or the padlock were moved by hand */
    ColourBar(Ink ink, Legend first, Runnable changed) {
        this.ink = ink;
        this.changed = changed;
        legend = first;
        contrast = first.contrast();
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> released());
        setOnScroll(this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        focusedProperty().addListener((property, was, is) -> draw());
        width(USUAL_BAR);
        show(first);
    }

    /** What it takes with a scale of that many pixels. */
    static double widthOf(double scale) {
        return 2 * LABEL + scale + LOCK;
    }

    /** Makes the scale that long, pixels. */
    void width(double scale) {
        bar = Math.rint(scale);
        double width = widthOf(bar);
        canvas.setWidth(width);
        setMinSize(width, HEIGHT);
        setPrefSize(width, HEIGHT);
        setMaxSize(width, HEIGHT);
        draw();
    }

    /** Shows another scale, or the same with other ends. */
    @SuppressWarnings("ReferenceEquality") // which of the ends
    void show(Legend shown) {
        if (legend.contrast() != shown.contrast()) {
            dragging = false;
        }
        legend = shown;
        contrast = shown.contrast();
        gradients = new Color[shown.scales().size()][HeatScale.COLOURS];
        for (int scale = 0; scale < gradients.length; scale++) {
            for (int i = 0; i < HeatScale.COLOURS; i++) {
                int argb = shown.scales().get(scale).entry(i);
                gradients[scale][i] = Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
            }
        }
        draw();
    }

    /** Draws the handles where they are now. */
    void draw() {
        Handles handles = contrast.handles();
        if (!dragging) {
            double spare = Math.pow(handles.high() / handles.low(), SPARE);
            from = handles.low() / spare;
            to = handles.high() * spare;
        }
        setAccessibleText("Colour scale of " + legend.of()
                + (legend.relative()
                        ? ", sizes are relative"
                        : ", " + label(handles.low()) + " to " + label(handles.high()) + " USD a cell"));
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        double lowX = Math.rint(x(handles.low()));
        double highX = Math.rint(x(handles.high()));
        gc.setFill(ink.palette.bg());
        gc.fillRect(LABEL, STRIPES_TOP, bar, STRIPES_HEIGHT);
        for (double x = lowX; x < LABEL + bar; x++) {
            int entry = HeatScale.index(handles.place(usd(x)));
            for (int scale = 0; scale < gradients.length; scale++) {
                double top = Math.rint(STRIPES_TOP + STRIPES_HEIGHT * scale / gradients.length);
                double bottom = Math.rint(STRIPES_TOP + STRIPES_HEIGHT * (scale + 1) / gradients.length);
                gc.setFill(gradients[scale][entry]);
                gc.fillRect(x, top, 1, bottom - top);
            }
        }
        gc.setStroke(ink.palette.lineStrong());
        gc.setLineWidth(1);
        gc.strokeRect(LABEL + 0.5, STRIPES_TOP - 0.5, bar - 1, STRIPES_HEIGHT + 1);
        drawQuartiles(gc);
        grip(gc, lowX, !high);
        grip(gc, highX, high);
        drawLabels(gc, handles);
        drawLock(gc, LABEL + bar + LABEL + LOCK / 2, !contrast.auto());
    }

    /** USD, or how many times the low end where sizes are relative. */
    private String label(double usd) {
        return legend.relative() ? "×" + Numbers.price(usd / contrast.handles().low(), 0) : Numbers.usd(usd);
    }

    private void drawLabels(GraphicsContext gc, Handles handles) {
        gc.setFont(ink.figure);
        gc.setFill(ink.palette.text());
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.fillText(label(handles.low()), LABEL - 8, HEIGHT / 2);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(label(handles.high()), LABEL + bar + 8, HEIGHT / 2);
    }

    private void drawQuartiles(GraphicsContext gc) {
        gc.setStroke(ink.palette.mid());
        for (int i = 0; i < 3; i++) {
            double x = Math.floor(x(contrast.quartile(i))) + 0.5;
            if (x > LABEL && x < LABEL + bar) {
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
        return LABEL + Math.log(usd / from) / Math.log(to / from) * bar;
    }

    private double usd(double x) {
        double share = Math.max(0, Math.min(1, (x - LABEL) / bar));
        return from * Math.exp(share * Math.log(to / from));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        event.consume();
        if (event.getX() > LABEL + bar + LABEL) {
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
