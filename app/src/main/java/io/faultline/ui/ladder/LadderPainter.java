package io.faultline.ui.ladder;

import io.faultline.ui.paint.BarScale;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/** Draws the rows of the ladder. Column after column, since changing font and colour is what costs. */
final class LadderPainter {
    private static final double BAR = 0.34;
    private static final int FIFTH = 5;
    private static final double LOST_OPACITY = 0.4;

    private final Palette palette;
    private final Font figure = Type.regular(Type.FIGURE);
    private final Font strong = Type.medium(Type.FIGURE);
    private final Font lastFont = Type.semiBold(Type.FIGURE);
    private final Color bidBar;
    private final Color askBar;
    private final Color oldBar;
    private final Paint doubt;
    private final Color hairline;
    private final RowTexts texts = new RowTexts();
    private final BookPainter books;
    private final ReachPainter reach;
    private final MassPainter masses;
    private final ClusterMarks clusters;
    private final RowMarks marks;

    LadderPainter(Palette palette) {
        this.palette = palette;
        books = new BookPainter(palette);
        reach = new ReachPainter(palette);
        masses = new MassPainter(palette);
        clusters = new ClusterMarks(palette);
        marks = new RowMarks(palette);
        bidBar = palette.bid().deriveColor(0, 1, 1, BAR);
        askBar = palette.ask().deriveColor(0, 1, 1, BAR);
        oldBar = palette.low().deriveColor(0, 1, 1, 0.2);
        doubt = Hatch.of(palette.low().deriveColor(0, 1, 1, 0.25), 9);
        hairline = palette.line().deriveColor(0, 1, 1, 0.7);
    }

    /** What the longest bars of the columns stand for. */
    record Scales(BarScale book, BarScale traded, BarScale mass) {}

    void draw(Pen pen, LadderPicture picture, LadderRows rows, LadderMass mass, Scales scales) {
        LadderColumns columns = picture.columns();
        double height = picture.bottom() - picture.top();
        GraphicsContext gc = pen.gc();
        pen.fill(
                palette.panel(),
                0,
                picture.top(),
                columns.width(),
                Math.max(height, gc.getCanvas().getHeight()));
        gc.save();
        clipToWholeRows(gc, picture);
        pen.fill(palette.bg(), columns.priceLeft(), picture.top(), columns.askLeft() - columns.priceLeft(), height);
        picture.alarms().tint(pen, picture, rows, palette);
        ground(pen, picture, rows);
        clusters.light(pen, picture);
        gc.setGlobalAlpha(picture.state() == StateShape.LOST ? LOST_OPACITY : 1);
        if (columns.showsTraded()) {
            tradedColumns(pen, picture, rows, scales.traded());
        }
        books.draw(pen, picture, rows, scales.book(), texts);
        reach.draw(pen, picture);
        if (picture.trusted()) {
            marks.draw(pen, picture, rows);
        }
        gc.setGlobalAlpha(1);
        masses.draw(pen, picture, rows, mass, scales.mass(), texts);
        clusters.draw(pen, picture, picture.clusters(), picture.last().price());
        prices(pen, picture, rows);
        picture.alarms().edges(pen, picture, rows, palette);
        if (!picture.trusted()) {
            double from = columns.tradedLeft();
            pen.fill(doubt, from, picture.top(), columns.right() - from, height);
        }
        gc.restore();
        if (!picture.words().isEmpty()) {
            double widest = columns.width() - 32;
            String words = pen.fitted(picture.words(), strong, widest);
            pen.plate(
                    words,
                    strong,
                    picture.state().colour(palette),
                    palette.bg(),
                    columns.width() / 2,
                    picture.top() + Math.min(height / 2, 60));
        }
    }

    /** A row cut in two by an edge cannot be read. */
    private static void clipToWholeRows(GraphicsContext gc, LadderPicture picture) {
        double rowHeight = picture.axis().rowHeight();
        double shown = Math.min(picture.bottom(), gc.getCanvas().getHeight());
        double bottom = picture.bottom() - Math.ceil((picture.bottom() - shown) / rowHeight) * rowHeight;
        double top = bottom - Math.floor((bottom - picture.top()) / rowHeight) * rowHeight;
        gc.beginPath();
        gc.rect(0, top, picture.columns().width(), bottom - top);
        gc.clip();
    }

    private void ground(Pen pen, LadderPicture picture, LadderRows rows) {
        int rowHeight = picture.axis().rowHeight();
        for (int i = 0; i < rows.count(); i++) {
            long row = rows.low() + i;
            if (row == picture.selectedRow()) {
                pen.fill(
                        palette.selected(),
                        0,
                        picture.rowTop(i),
                        picture.columns().width(),
                        rowHeight);
            }
            if (Math.floorMod(row, FIFTH) == 0) {
                pen.horizontal(hairline, 0, picture.columns().width(), picture.rowTop(i) + rowHeight - 1);
            }
        }
    }

    private void tradedColumns(Pen pen, LadderPicture picture, LadderRows rows, BarScale scale) {
        LadderColumns columns = picture.columns();
        double barHeight = picture.axis().rowHeight() - 2.0;
        if (!columns.splitsTraded()) {
            double width = columns.bidLeft() - columns.tradedLeft();
            for (int i = 0; i < rows.count(); i++) {
                double usd = rows.bought(i) + rows.sold(i);
                if (usd > 0) {
                    double bar = Math.max(1, scale.share(usd / 2) * width);
                    pen.fill(oldBar, columns.bidLeft() - 6 - bar, picture.rowTop(i) + 1, bar, barHeight);
                    pen.right(
                            texts.sold.usd(i, usd), figure, palette.mid(), columns.bidLeft() - 8, picture.baseline(i));
                }
            }
            return;
        }
        double middle = columns.boughtLeft();
        double width = middle - columns.soldLeft();
        for (int i = 0; i < rows.count(); i++) {
            double sold = rows.sold(i);
            double bought = rows.bought(i);
            if (sold > 0) {
                double bar = Math.max(1, scale.share(sold) * width);
                pen.fill(askBar, middle - bar, picture.rowTop(i) + 1, bar, barHeight);
            }
            if (bought > 0) {
                pen.fill(bidBar, middle, picture.rowTop(i) + 1, Math.max(1, scale.share(bought) * width), barHeight);
            }
        }
        for (int i = 0; i < rows.count(); i++) {
            if (rows.sold(i) > 0) {
                pen.right(texts.sold.usd(i, rows.sold(i)), figure, palette.mid(), middle - 5, picture.baseline(i));
            }
        }
        for (int i = 0; i < rows.count(); i++) {
            if (rows.bought(i) > 0) {
                pen.left(texts.bought.usd(i, rows.bought(i)), figure, palette.mid(), middle + 5, picture.baseline(i));
            }
        }
    }

    private void prices(Pen pen, LadderPicture picture, LadderRows rows) {
        double middle = picture.columns().priceMiddle();
        double grouping = picture.axis().grouping();
        long round = roundRows(picture.axis().ticksPerRow());
        for (int i = 0; i < rows.count(); i++) {
            long row = rows.low() + i;
            if (row != picture.last().row()) {
                String label = texts.price(i, rows.low(), grouping, rows.count());
                boolean isRound = Math.floorMod(row, round) == 0;
                pen.centre(
                        label,
                        isRound ? strong : figure,
                        isRound ? palette.text() : palette.mid(),
                        middle,
                        picture.baseline(i));
            }
        }
        int last = (int) Math.max(-1, Math.min(rows.count(), picture.last().row() - rows.low()));
        if (last >= 0 && last < rows.count()) {
            lastPrice(pen, picture, last);
        }
    }

    private void lastPrice(Pen pen, LadderPicture picture, int i) {
        LadderColumns columns = picture.columns();
        double top = picture.rowTop(i);
        double height = picture.axis().rowHeight();
        double textWidth = pen.width(picture.last().text(), lastFont);
        double width = Math.max(columns.askLeft() - columns.priceLeft(), textWidth + 8);
        double left = columns.priceMiddle() - width / 2;
        pen.fill(palette.text(), left, top, width, height);
        boolean triangle = picture.last().direction() != 0 && width >= textWidth + 22;
        double textMiddle = columns.priceMiddle() + (triangle ? 5 : 0);
        pen.centre(picture.last().text(), lastFont, palette.bg(), textMiddle, picture.baseline(i));
        if (triangle) {
            double x = textMiddle - textWidth / 2 - 8;
            double y = top + height / 2;
            double up = picture.last().direction() * 3.5;
            pen.gc().setFill(palette.panel());
            pen.gc().fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {y + up, y + up, y - up}, 3);
        }
    }

    /** 35 bp, or 12 % from a tenth on. */
    static String distance(double fraction) {
        return fraction < 0.1 ? Math.round(fraction * 10_000) + " bp" : Math.round(fraction * 100) + "\u00a0%";
    }

    /** Every how many rows a price is round: the next power of ten that is five rows away or more. */
    static long roundRows(long ticksPerRow) {
        long power = 1;
        while (power < 5 * ticksPerRow) {
            power *= 10;
        }
        return power / ticksPerRow;
    }
}
