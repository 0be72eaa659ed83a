package io.faultline.ui.paint;

import io.faultline.ui.theme.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;

/** The states of a feed, each with a shape of its own so that colour only helps. Drawn as paths, never as glyphs. */
public enum StateShape {
    LIVE,
    RESYNCING,
    STALE,
    SILENT,
    LOST,
    OFF;

    public Color colour(Palette palette) {
        return switch (this) {
            case LIVE -> palette.ok();
            case RESYNCING, STALE -> palette.warn();
            case SILENT, OFF -> palette.low();
            case LOST -> palette.bad();
        };
    }

    /** Style class of a chip in this state; a live one is quiet. */
    String tone() {
        return switch (this) {
            case LIVE, SILENT, OFF -> "tone-low";
            case RESYNCING, STALE -> "tone-warn";
            case LOST -> "tone-bad";
        };
    }

    /** Draws it 8 px wide around that point. */
    public void draw(GraphicsContext gc, Palette palette, double x, double y) {
        Color colour = colour(palette);
        gc.setStroke(colour);
        gc.setFill(colour);
        gc.setLineWidth(1.5);
        switch (this) {
            case LIVE -> gc.fillOval(x - 4, y - 4, 8, 8);
            case RESYNCING -> {
                gc.strokeOval(x - 3.5, y - 3.5, 7, 7);
                gc.fillArc(x - 4, y - 4, 8, 8, 90, 180, ArcType.CHORD);
            }
            case STALE -> gc.strokePolygon(new double[] {x - 4, x + 4, x}, new double[] {y + 3.5, y + 3.5, y - 3.5}, 3);
            case SILENT -> gc.strokeOval(x - 3.5, y - 3.5, 7, 7);
            case LOST -> {
                gc.strokeLine(x - 3, y - 3, x + 3, y + 3);
                gc.strokeLine(x - 3, y + 3, x + 3, y - 3);
            }
            case OFF -> gc.strokeLine(x - 4, y, x + 4, y);
        }
        gc.setLineWidth(1);
    }
}
