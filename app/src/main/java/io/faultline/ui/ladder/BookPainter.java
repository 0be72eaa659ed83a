package io.faultline.ui.ladder;

import io.faultline.ui.paint.BarScale;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/** Draws resting bids and asks, and what they add up to from the best price outwards. */
final class BookPainter {
    private static final double BAR = 0.34;
    private static final double BREAK_AT = 4;

    private final Palette palette;
    private final Font figure = Type.regular(Type.FIGURE);
    private final Color bidBar;
    private final Color askBar;
    private final Color bidAtLeast;
    private final Color askAtLeast;
    private final Color oldBar;
    private final Paint unknown;

    BookPainter(Palette palette) {
        this.palette = palette;
        bidBar = palette.bid().deriveColor(0, 1, 1, BAR);
        askBar = palette.ask().deriveColor(0, 1, 1, BAR);
        bidAtLeast = palette.bid().deriveColor(0, 1, 1, BAR / 2);
        askAtLeast = palette.ask().deriveColor(0, 1, 1, BAR / 2);
        oldBar = palette.low().deriveColor(0, 1, 1, 0.2);
        unknown = Hatch.of(palette.low().deriveColor(0, 1, 1, 0.25), 6);
    }

    void draw(Pen pen, LadderPicture picture, LadderRows rows, BarScale scale, RowTexts texts) {
        bookColumns(pen, picture, rows, scale, texts);
        if (picture.columns().showsCumulative()) {
            cumulative(pen, picture, rows, texts);
        }
    }

    private void bookColumns(Pen pen, LadderPicture picture, LadderRows rows, BarScale scale, RowTexts texts) {
        LadderColumns columns = picture.columns();
        double bidEnd = columns.priceLeft();
        double bidWidth = bidEnd - columns.bidLeft();
        double askWidth = columns.cumulativeLeft() - columns.askLeft();
        double rowHeight = picture.axis().rowHeight();
        for (int i = 0; i < rows.count(); i++) {
            double top = picture.rowTop(i) + 1;
            boolean bidKnown = rows.bidKnown(i);
            if (rows.bidSide(i) && !bidKnown) {
                pen.fill(unknown, columns.bidLeft(), top - 1, bidWidth, rowHeight);
            }
            if (rows.bid(i) > 0) {
                double bar = Math.max(1, scale.share(rows.bid(i)) * bidWidth);
                boolean whole = rows.bidWhole(i);
                pen.fill(
                        !picture.trusted() ? oldBar : whole ? bidBar : bidAtLeast,
                        bidEnd - bar,
                        top,
                        bar,
                        rowHeight - 2);
                if (scale.clips(rows.bid(i))) {
                    broken(pen, bidEnd - bar + BREAK_AT, top, rowHeight - 2);
                }
            }
            boolean askKnown = rows.askKnown(i);
            if (rows.askSide(i) && !askKnown) {
                pen.fill(unknown, columns.askLeft(), top - 1, askWidth, rowHeight);
            }
            if (rows.ask(i) > 0) {
                double bar = Math.max(1, scale.share(rows.ask(i)) * askWidth);
                boolean whole = rows.askWhole(i);
                pen.fill(
                        !picture.trusted() ? oldBar : whole ? askBar : askAtLeast,
                        columns.askLeft(),
                        top,
                        bar,
                        rowHeight - 2);
                if (scale.clips(rows.ask(i))) {
                    broken(pen, columns.askLeft() + bar - BREAK_AT - 5, top, rowHeight - 2);
                }
            }
        }
        for (int i = 0; i < rows.count(); i++) {
            if (rows.bidSide(i)) {
                String text = texts.bid.usd(i, rows.bid(i), rows.bidWhole(i));
                pen.right(
                        text,
                        figure,
                        ink(picture, rows, i, rows.bidWhole(i), rows.bid(i), palette.bidText()),
                        bidEnd - 5,
                        picture.baseline(i));
            }
        }
        for (int i = 0; i < rows.count(); i++) {
            if (rows.askSide(i)) {
                String text = texts.ask.usd(i, rows.ask(i), rows.askWhole(i));
                Color colour = ink(picture, rows, i, rows.askWhole(i), rows.ask(i), palette.askText());
                pen.left(text, figure, colour, columns.askLeft() + 5, picture.baseline(i));
            }
        }
    }

    /** Two cuts through a bar that is longer than there is room for: the figure says how long. */
    private void broken(Pen pen, double x, double top, double height) {
        pen.fill(palette.panel(), x, top, 2, height);
        pen.fill(palette.panel(), x + 4, top, 2, height);
    }

    /** Old, nothing and what not every book shows whole are dim; on the selected row dim would be too dim to read. */
    private Color ink(LadderPicture picture, LadderRows rows, int i, boolean whole, double usd, Color side) {
        if (rows.low() + i == picture.selectedRow()) {
            return palette.text();
        }
        return picture.trusted() && whole && usd > 0 ? side : palette.low();
    }

    private void cumulative(Pen pen, LadderPicture picture, LadderRows rows, RowTexts texts) {
        double right = picture.columns().right() - 6;
        for (int i = 0; i < rows.count(); i++) {
            boolean bids = rows.bidSide(i);
            if (bids != rows.askSide(i)) {
                boolean whole = bids ? rows.bidWhole(i) : rows.askWhole(i);
                String text = picture.trusted() ? texts.cumulative.usd(i, rows.cumulative(i), whole) : "?";
                pen.right(text, figure, palette.low(), right, picture.baseline(i));
            }
        }
    }
}
