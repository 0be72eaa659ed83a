package io.faultline.ui.ladder;

import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws what moves with the mouse, over the rows and without touching them: crosshair and range. */
final class LadderOverlay {
    private final Palette palette;
    private final Color lit;
    private final Color line;
    private final Color range;
    private final Font figure = Type.medium(Type.FIGURE);

    LadderOverlay(Palette palette) {
        this.palette = palette;
        lit = palette.text().deriveColor(0, 1, 1, 0.08);
        line = palette.text().deriveColor(0, 1, 1, 0.6);
        range = palette.focus().deriveColor(0, 1, 1, 0.16);
    }

    /** {@code rangeFrom} and {@code rangeTo} are row numbers in any order; equal to {@link Long#MIN_VALUE} for none. */
    void draw(
            Pen pen,
            LadderPicture picture,
            LadderRows rows,
            LadderMass mass,
            double crosshair,
            long rangeFrom,
            long rangeTo,
            boolean focused) {
        double width = picture.columns().width();
        if (rangeFrom != LadderPanel.NO_ROW) {
            int from = (int) (Math.min(rangeFrom, rangeTo) - rows.low());
            int to = (int) (Math.max(rangeFrom, rangeTo) - rows.low());
            range(pen, picture, rows, mass, from, to);
        }
        double y = picture.y(crosshair);
        if (picture.shows(crosshair)) {
            int rowHeight = picture.axis().rowHeight();
            int row = (int) ((picture.bottom() - y) / rowHeight);
            pen.fill(lit, 0, picture.rowTop(row), width, rowHeight);
            pen.dashed(line, 0, width, y, 4, 2);
        }
        if (focused) {
            pen.gc().setStroke(palette.focus());
            pen.gc().setLineWidth(2);
            pen.gc().strokeRect(1, picture.top() + 1, width - 2, picture.bottom() - picture.top() - 2);
            pen.gc().setLineWidth(1);
        }
    }

    private void range(Pen pen, LadderPicture picture, LadderRows rows, LadderMass mass, int from, int to) {
        double top = picture.rowTop(to);
        double bottom = picture.rowTop(from) + picture.axis().rowHeight();
        pen.fill(range, 0, top, picture.columns().width(), bottom - top);
        double grouping = picture.axis().grouping();
        int decimals = RowTexts.decimals(grouping);
        String prices = Numbers.price((rows.low() + from) * grouping, decimals) + "–"
                + Numbers.price((rows.low() + to + 1) * grouping, decimals);
        // Old figures are not summed up.
        Seen bid = picture.trusted() ? rows.bidBetween(from, to) : Seen.UNKNOWN;
        Seen ask = picture.trusted() ? rows.askBetween(from, to) : Seen.UNKNOWN;
        String liquidations = mass.between(from, to).text();
        String text = prices + "   liq " + liquidations + "  bid " + bid.text() + "  ask " + ask.text();
        double y = Math.max(picture.top() + 12, Math.min(picture.bottom() - 12, top - 12));
        pen.plate(
                text,
                figure,
                palette.text(),
                palette.raised(),
                picture.columns().width() / 2,
                y);
    }
}
