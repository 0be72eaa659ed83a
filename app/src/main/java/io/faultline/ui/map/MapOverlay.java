package io.faultline.ui.map;

import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws what moves with the mouse over the map: the price under the crosshair, and which past moment is shown. */
final class MapOverlay {
    private final Palette palette;
    private final Pen pen;
    private final Color line;
    private final Font label = Type.medium(Type.SMALLEST);
    private long drawnCrosshair = -1;
    private long drawnSize = -1;
    private double drawnY = Double.NaN;
    private String drawnWhen = "";
    private boolean drawnFocus;

    MapOverlay(Palette palette, Pen pen) {
        this.palette = palette;
        this.pen = pen;
        line = palette.text().deriveColor(0, 1, 1, 0.6);
    }

    /**
     * @param coming whether that moment is not shown yet
     * @param words which moment of the past is shown; empty for now
     */
    void draw(CanvasPane pane, MapPainter.Place place, Crosshair crosshair, boolean coming, String words) {
        double y = place.y(crosshair.price());
        boolean focus = pane.isFocusVisible();
        if (crosshair.version() == drawnCrosshair
                && pane.version() == drawnSize
                && Double.compare(y, drawnY) == 0
                && words.equals(drawnWhen)
                && focus == drawnFocus) {
            return;
        }
        drawnCrosshair = crosshair.version();
        drawnSize = pane.version();
        drawnY = y;
        drawnWhen = words;
        drawnFocus = focus;
        boolean onPrice = y >= place.top() && y < place.bottom();
        boolean used = onPrice || focus || !words.isEmpty();
        pane.layer(1).setVisible(used); // an empty canvas costs as much as a full one
        if (!used) {
            return;
        }
        pen.clear(place.width(), pane.layer(1).getHeight());
        if (onPrice) {
            pen.dashed(line, 0, place.width(), y, 5, 2);
        }
        if (!words.isEmpty()) {
            double bottom = Math.max(place.top() + 12, place.bottom() - 14);
            Color tone = coming ? palette.low() : palette.focus();
            pen.plate(
                    pen.fitted(words, label, place.width() - 18), label, tone, palette.bg(), place.width() / 2, bottom);
        }
        if (focus) {
            pen.gc().setStroke(palette.focus());
            pen.gc().setLineWidth(2);
            pen.gc().strokeRect(1, place.top() + 1, place.width() - 2, place.bottom() - place.top() - 2);
            pen.gc().setLineWidth(1);
        }
    }
}
