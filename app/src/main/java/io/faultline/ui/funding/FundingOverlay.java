package io.faultline.ui.funding;

import io.faultline.ui.paint.Pen;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws the crosshair's time over the plots, with what each showed then. */
final class FundingOverlay {
    private final Palette palette;
    private final Font figure = Type.medium(Type.SMALLEST);
    private final Color line;

    FundingOverlay(Palette palette) {
        this.palette = palette;
        line = palette.text().deriveColor(0, 1, 1, 0.6);
    }

    /** {@code words} turns a value into words. */
    void draw(Pen pen, PlotFrame frame, Series series, long timeNanos, FundingPlots.Label words) {
        int at = timeNanos == 0 ? -1 : series.at(timeNanos);
        if (frame.height() <= 0 || at < 0 || !frame.shows(timeNanos)) {
            return;
        }
        double x = frame.x(timeNanos);
        pen.vertical(line, x, frame.top(), frame.bottom());
        String text = words.of(series.value(at));
        double half = pen.width(text, figure) / 2 + 8;
        double middle = Math.max(frame.left() + half, Math.min(frame.right() - half, x));
        pen.plate(text, figure, palette.text(), palette.raised(), middle, frame.top() + 4);
    }
}
