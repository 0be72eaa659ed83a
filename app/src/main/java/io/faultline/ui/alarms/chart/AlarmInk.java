package io.faultline.ui.alarms.chart;

import io.faultline.ui.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The signs of alarms as they are drawn: a bell, or the number of a stage, in the stage's colour. */
public final class AlarmInk {
    /** A bell in 16 by 16 pixels. */
    public static final String BELL =
            "M8 1C8.6 1 9 1.4 9 2V2.6C11 3 12.3 4.7 12.3 6.8V10L13.6 11.6V12.6H2.4V11.6L3.7 10V6.8C3.7 4.7 5 3 7 2.6V2"
                    + "C7 1.4 7.4 1 8 1ZM6.4 13.4H9.6C9.6 14.3 8.9 15 8 15C7.1 15 6.4 14.3 6.4 13.4Z";

    private static final double BELL_SIZE = 16;

    private AlarmInk() {}

    /** Colour of a stage: 1 to 3, 0 for an alarm on a price. */
    public static Color colour(Palette palette, int stage) {
        return switch (stage) {
            case 1 -> palette.warn();
            case 2 -> palette.bad();
            case 3 -> palette.text();
            default -> palette.focus();
        };
    }

    /** Colour of a mark; dim while its alarm is off or its stage is done. */
    public static Color colour(Palette palette, AlarmMark mark) {
        boolean dim = mark.state() == AlarmMark.State.OFF || (mark.done() && mark.state() == AlarmMark.State.ARMED);
        return dim ? palette.low() : colour(palette, mark.stage());
    }

    /** A bell with its middle there. */
    public static void bell(GraphicsContext gc, double x, double y, double size, Color colour) {
        gc.save();
        gc.translate(Math.rint(x - size / 2), Math.rint(y - size / 2));
        gc.scale(size / BELL_SIZE, size / BELL_SIZE);
        gc.setFill(colour);
        gc.beginPath();
        gc.appendSVGPath(BELL);
        gc.fill();
        gc.restore();
    }

    /**
     * A disc with the number of a stage, or a bell.
     *
     * @param filled whether it calls for the user
     */
    public static void disc(
            GraphicsContext gc,
            double x,
            double y,
            double radius,
            int stage,
            boolean filled,
            Palette palette,
            Font font) {
        Color colour = colour(palette, stage);
        gc.setFill(filled ? colour : palette.panel());
        gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        gc.setStroke(filled ? palette.bg() : colour);
        gc.setLineWidth(1.5);
        gc.strokeOval(x - radius + 0.75, y - radius + 0.75, 2 * radius - 1.5, 2 * radius - 1.5);
        gc.setLineWidth(1);
        Color sign = filled ? palette.bg() : colour;
        if (stage == 0) {
            bell(gc, x, y, radius * 1.2, sign);
            return;
        }
        gc.setFill(sign);
        gc.setFont(font);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(Integer.toString(stage), x, y + 0.5);
    }
}
