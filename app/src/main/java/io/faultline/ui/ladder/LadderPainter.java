package io.faultline.ui.ladder;

import io.faultline.ui.paint.BarScale;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/** Draws the rows of the ladder. Column after column, since changing font and colour is what costs. */
final class LadderPainter {
    private static final double BAR = 0.34;
    private static final int FIFTH = 5;
    private static final double BREAK_AT = 4;
    private static final double LABEL_HEIGHT = 13;
    private static final double LOST_OPACITY = 0.4;

    private final Palette palette;
    private final Font figure = Type.regular(Type.FIGURE);
    private final Font strong = Type.medium(Type.FIGURE);
    private final Font lastFont = Type.semiBold(Type.FIGURE);
    private final Font small = Type.regular(Type.SMALLEST);
    private final Color bidBar;
    private final Color askBar;
    private final Color bidAtLeast;
    private final Color askAtLeast;
    private final Color oldBar;
    private final Paint doubt;
    private final Paint unknown;
    private final Color hairline;
    private final RowTexts texts = new RowTexts();

    LadderPainter(Palette palette) {
        this.palette = palette;
        bidBar = palette.bid().deriveColor(0, 1, 1, BAR);
        askBar = palette.ask().deriveColor(0, 1, 1, BAR);
        bidAtLeast = palette.bid().deriveColor(0, 1, 1, BAR / 2);
        askAtLeast = palette.ask().deriveColor(0, 1, 1, BAR / 2);
        oldBar = palette.low().deriveColor(0, 1, 1, 0.2);
        Color hatch = palette.low().deriveColor(0, 1, 1, 0.25);
        doubt = Hatch.of(hatch, 9);
        unknown = Hatch.of(hatch, 6);
        hairline = palette.line().deriveColor(0, 1, 1, 0.7);
    }

    void draw(Pen pen, LadderPicture picture, LadderRows rows, BarScale book, BarScale traded) {
        LadderColumns columns = picture.columns();
        double height = picture.bottom() - picture.top();
        GraphicsContext gc = pen.gc();
        pen.fill(palette.panel(), 0, picture.top(), columns.width(), height);
        gc.save();
        clipToWholeRows(gc, picture);
        pen.fill(palette.bg(), columns.priceLeft(), picture.top(), columns.askLeft() - columns.priceLeft(), height);
        ground(pen, picture, rows);
        gc.setGlobalAlpha(picture.state() == StateShape.LOST ? LOST_OPACITY : 1);
        tradedColumns(pen, picture, rows, traded);
        bookColumns(pen, picture, rows, book);
        if (columns.showsCumulative()) {
            cumulative(pen, picture, rows);
        }
        reach(pen, picture);
        gc.setGlobalAlpha(1);
        prices(pen, picture, rows);
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
                            texts.sold.usd(i, usd), figure, palette.mid(), columns.bidLeft() - 8, baseline(picture, i));
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
                pen.right(texts.sold.usd(i, rows.sold(i)), figure, palette.mid(), middle - 5, baseline(picture, i));
            }
        }
        for (int i = 0; i < rows.count(); i++) {
            if (rows.bought(i) > 0) {
                pen.left(texts.bought.usd(i, rows.bought(i)), figure, palette.mid(), middle + 5, baseline(picture, i));
            }
        }
    }

    private void bookColumns(Pen pen, LadderPicture picture, LadderRows rows, BarScale scale) {
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
                        baseline(picture, i));
            }
        }
        for (int i = 0; i < rows.count(); i++) {
            if (rows.askSide(i)) {
                String text = texts.ask.usd(i, rows.ask(i), rows.askWhole(i));
                Color colour = ink(picture, rows, i, rows.askWhole(i), rows.ask(i), palette.askText());
                pen.left(text, figure, colour, columns.askLeft() + 5, baseline(picture, i));
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
                        baseline(picture, i));
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
        pen.centre(picture.last().text(), lastFont, palette.bg(), textMiddle, baseline(picture, i));
        if (triangle) {
            double x = textMiddle - textWidth / 2 - 8;
            double y = top + height / 2;
            double up = picture.last().direction() * 3.5;
            pen.gc().setFill(palette.panel());
            pen.gc().fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {y + up, y + up, y - up}, 3);
        }
    }

    private void cumulative(Pen pen, LadderPicture picture, LadderRows rows) {
        double right = picture.columns().right() - 2;
        for (int i = 0; i < rows.count(); i++) {
            boolean bids = rows.bidSide(i);
            if (bids != rows.askSide(i)) {
                boolean whole = bids ? rows.bidWhole(i) : rows.askWhole(i);
                String text = picture.trusted() ? texts.cumulative.usd(i, rows.cumulative(i), whole) : "?";
                pen.right(text, figure, palette.low(), right, baseline(picture, i));
            }
        }
    }

    /** Where the books end, between rows and not through the figures of the one that the reach cuts. */
    private void reach(Pen pen, LadderPicture picture) {
        double grouping = picture.axis().grouping();
        List<Edge> below = new ArrayList<>();
        List<Edge> above = new ArrayList<>();
        for (Reach reach : picture.reaches()) {
            if (Double.isFinite(reach.floor())) {
                double edge = Math.ceil(reach.floor() / grouping - 1e-6) * grouping;
                below.add(new Edge(picture.y(edge), reach.label(reach.floor())));
            }
            if (Double.isFinite(reach.ceiling())) {
                double edge = Math.floor((reach.ceiling() + picture.axis().tick()) / grouping + 1e-6) * grouping;
                above.add(new Edge(picture.y(edge), reach.label(reach.ceiling())));
            }
        }
        below.sort(Comparator.comparingDouble(Edge::y));
        above.sort(Comparator.comparingDouble(Edge::y).reversed());
        LadderColumns columns = picture.columns();
        edges(pen, picture, below, columns.askLeft() + 8, columns.right() - columns.askLeft() - 8, -4);
        edges(pen, picture, above, columns.bidLeft() + 8, columns.priceLeft() - columns.bidLeft() - 8, 12);
    }

    /** A book's end: its line, and what the line says. */
    private record Edge(double y, String label) {}

    /** Lines with their labels, nearest to the price first; labels that would lie on another are joined to it. */
    private void edges(Pen pen, LadderPicture picture, List<Edge> edges, double left, double room, double baseline) {
        double labelled = Double.NaN;
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            if (edge.y() <= picture.top() || edge.y() >= picture.bottom()) {
                continue;
            }
            pen.dashed(
                    palette.practice(),
                    picture.columns().bidLeft(),
                    picture.columns().right(),
                    edge.y(),
                    3,
                    2);
            if (label.length() > 0 && Math.abs(edge.y() - labelled) < LABEL_HEIGHT) {
                label.append(" · ").append(edge.label());
            } else {
                reachLabel(pen, label.toString(), left, room, labelled + baseline);
                label.setLength(0);
                label.append(edge.label());
                labelled = edge.y();
            }
        }
        reachLabel(pen, label.toString(), left, room, labelled + baseline);
    }

    private void reachLabel(Pen pen, String label, double left, double room, double baseline) {
        if (!label.isEmpty()) {
            String fitting = pen.fitted(label, small, room);
            pen.fill(palette.panel(), left - 2, baseline - 10, pen.width(fitting, small) + 4, 12);
            pen.left(fitting, small, palette.practice(), left, baseline);
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

    private static double baseline(LadderPicture picture, int i) {
        return picture.rowTop(i) + Math.rint(picture.axis().rowHeight() / 2.0) + 4;
    }
}
