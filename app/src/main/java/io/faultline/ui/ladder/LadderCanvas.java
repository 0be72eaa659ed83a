package io.faultline.ui.ladder;

import io.faultline.desk.VenueView;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.BarScale;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * The canvases of the ladder, and when each is drawn anew: rows when the market, the axis or the size has changed; the
 * overlay when the mouse has moved or the rows were drawn.
 */
final class LadderCanvas {
    private static final double COLUMN_HEADS = 20;

    private final Palette palette;
    private final Font label = Type.regular(Type.LABEL);
    private final CanvasPane headsPane = new CanvasPane(1);
    private final CanvasPane rowsPane = new CanvasPane(2);
    private final CanvasPane footPane = new CanvasPane(1);
    private final Pen headsPen = new Pen(headsPane.layer(0).getGraphicsContext2D());
    private final Pen rowsPen = new Pen(rowsPane.layer(0).getGraphicsContext2D());
    private final Pen overlayPen = new Pen(rowsPane.layer(1).getGraphicsContext2D());
    private final Pen footPen = new Pen(footPane.layer(0).getGraphicsContext2D());
    private final LadderRows rows = new LadderRows();
    private final NearDepth near = new NearDepth();
    private final BarScale bookScale = new BarScale();
    private final BarScale tradedScale = new BarScale();
    private final LadderPainter painter;
    private final LadderOverlay overlay;
    private final LadderFoot foot;
    private final Tooltip basis = new Tooltip();
    private final Tooltip reach = new Tooltip();

    private @Nullable LadderBooks drawnBooks;
    private @Nullable PriceAxis drawnAxis;
    private @Nullable LadderPicture picture;
    private String drawnEmpty = "";
    private double drawnGrouping = Double.NaN;
    private long drawnAxisVersion = -1;
    private long drawnSize = -1;
    private long headsSize = -1;
    private StateShape headsState = StateShape.OFF;
    private long footSize = -1;
    private boolean overlayStale;
    private long drawnCrosshair = -1;
    private long drawnFrom;
    private long drawnTo;
    private boolean drawnFocus;

    LadderCanvas(Palette palette) {
        this.palette = palette;
        painter = new LadderPainter(palette);
        overlay = new LadderOverlay(palette);
        foot = new LadderFoot(palette);
        fixHeight(headsPane, COLUMN_HEADS);
        fixHeight(footPane, LadderFoot.HEIGHT);
        Tooltip.install(headsPane, basis);
        reach.setWrapText(true);
        reach.setMaxWidth(360);
        Tooltip.install(footPane, reach);
    }

    private static void fixHeight(CanvasPane pane, double height) {
        pane.setMinHeight(height);
        pane.setPrefHeight(height);
        pane.setMaxHeight(height);
    }

    CanvasPane columnHeads() {
        return headsPane;
    }

    CanvasPane rowsPane() {
        return rowsPane;
    }

    CanvasPane footPane() {
        return footPane;
    }

    LadderRows rows() {
        return rows;
    }

    /** Where the heatmap's plot begins, on this canvas: through the scene, so that it survives split panes. */
    double top(PriceAxis axis) {
        return rowsPane.getScene() == null
                ? 0
                : rowsPane.sceneToLocal(0, axis.sceneTop()).getY();
    }

    void drawEmpty(String words) {
        if (drawnBooks == null && rowsPane.version() == drawnSize && words.equals(drawnEmpty)) {
            return;
        }
        drawnBooks = null;
        picture = null;
        drawnEmpty = words;
        drawnSize = rowsPane.version();
        double width = rowsPane.getWidth();
        double height = rowsPane.getHeight();
        rowsPen.fill(palette.panel(), 0, 0, width, height);
        rowsPen.centre(words, label, palette.low(), width / 2, height / 2);
        headsSize = -1;
        footSize = -1;
        headsPen.fill(palette.panel(), 0, 0, width, COLUMN_HEADS);
        footPen.fill(palette.panel(), 0, 0, width, LadderFoot.HEIGHT);
    }

    void draw(LadderBooks books, PriceAxis axis, LadderPicture.Last last, long selectedRow, long nowNanos) {
        LadderPicture before = picture;
        double top = top(axis);
        double bottom = Math.rint(top + axis.height());
        boolean sameBook = isDrawn(books, axis);
        if (before != null
                && sameBook
                && rowsPane.version() == drawnSize
                && selectedRow == before.selectedRow()
                && books.words().equals(before.words())
                && books.state() == before.state()
                && Math.abs(top - before.top()) < 0.01) {
            return;
        }
        if (!sameBook || before == null) {
            sumUp(books, axis, nowNanos);
        }
        LadderColumns columns = before != null && rowsPane.version() == drawnSize
                ? before.columns()
                : LadderColumns.of(rowsPane.getWidth());
        LadderPicture now = new LadderPicture(
                columns,
                axis,
                top,
                bottom,
                Reach.of(books.shown()),
                last,
                books.state(),
                books.words(),
                selectedRow,
                books.trusted());
        drawnBooks = books;
        drawnAxis = axis;
        drawnAxisVersion = axis.version();
        drawnSize = rowsPane.version();
        picture = now;
        overlayStale = true;
        rowsPen.clear(rowsPane.getWidth(), rowsPane.getHeight());
        painter.draw(rowsPen, now, rows, bookScale, tradedScale);
        drawHeads(now, books);
        drawFoot(now, books, sameBook);
    }

    private boolean isDrawn(LadderBooks books, PriceAxis axis) {
        return drawnBooks != null
                && books.sameBooks(drawnBooks)
                && axis == drawnAxis
                && axis.version() == drawnAxisVersion;
    }

    private void sumUp(LadderBooks books, PriceAxis axis, long nowNanos) {
        int count = (int) (axis.highRow() - axis.lowRow() + 1);
        rows.begin(axis.lowRow(), count, axis.grouping());
        for (VenueView venue : books.shown()) {
            double tick = venue.listing() == null
                    ? axis.tick()
                    : venue.listing().tick().doubleValue();
            rows.add(venue.book().depth(), venue.traded(), tick);
        }
        rows.end();
        boolean sameChoice = drawnBooks != null && books.sameChoice(drawnBooks);
        if (!sameChoice || Double.compare(axis.grouping(), drawnGrouping) != 0) {
            drawnGrouping = axis.grouping();
            bookScale.reset();
            tradedScale.reset();
        }
        bookScale.follow(rows.largestBook(), nowNanos);
        tradedScale.follow(rows.largestTraded(), nowNanos);
    }

    private void drawFoot(LadderPicture now, LadderBooks books, boolean sameBook) {
        if (sameBook && footPane.version() == footSize && now.trusted()) {
            return;
        }
        footSize = footPane.version();
        if (now.trusted()) {
            near.fill(books.depths(), books.wanted(), books.mid());
        } else {
            near.forget();
        }
        foot.draw(footPen, footPane.getWidth(), near);
        String words = now.trusted() ? LadderText.reach(now.reaches()) : "";
        if (!words.equals(reach.getText())) {
            reach.setText(words);
        }
    }

    private void drawHeads(LadderPicture now, LadderBooks books) {
        String since = LadderText.tradedSince(books);
        if (!since.equals(basis.getText())) {
            basis.setText("bid, ask: resting orders, USD; sold, bought: by takers, USD, " + since);
        }
        if (headsSize == headsPane.version() && headsState == now.state()) {
            return;
        }
        headsSize = headsPane.version();
        headsState = now.state();
        LadderColumns columns = now.columns();
        double baseline = 14;
        headsPen.fill(palette.panel(), 0, 0, columns.width(), COLUMN_HEADS);
        headsPen.horizontal(palette.line(), 0, columns.width(), COLUMN_HEADS - 1);
        if (columns.splitsTraded()) {
            headsPen.right("sold", label, palette.low(), columns.boughtLeft() - 5, baseline);
            headsPen.left("bought", label, palette.low(), columns.boughtLeft() + 5, baseline);
        } else {
            headsPen.right("traded", label, palette.low(), columns.bidLeft() - 8, baseline);
        }
        Color book = now.trusted() ? palette.low() : now.state().colour(palette);
        headsPen.right("bid", label, book, columns.priceLeft() - 5, baseline);
        headsPen.centre("price", label, palette.low(), columns.priceMiddle(), baseline);
        headsPen.left("ask", label, book, columns.askLeft() + 5, baseline);
        if (columns.showsCumulative()) {
            headsPen.right("cum. depth", label, palette.low(), columns.right() - 2, baseline);
        }
    }

    void drawOverlay(Crosshair crosshair, long rangeFrom, long rangeTo) {
        boolean focus = rowsPane.isFocusVisible();
        LadderPicture under = picture;
        if (under == null
                || (!overlayStale
                        && crosshair.version() == drawnCrosshair
                        && rangeFrom == drawnFrom
                        && rangeTo == drawnTo
                        && focus == drawnFocus)) {
            return;
        }
        overlayStale = false;
        drawnCrosshair = crosshair.version();
        drawnFrom = rangeFrom;
        drawnTo = rangeTo;
        drawnFocus = focus;
        boolean used = focus || rangeFrom != LadderPanel.NO_ROW || under.shows(crosshair.price());
        rowsPane.layer(1).setVisible(used); // an empty canvas costs as much as a full one
        if (!used) {
            return;
        }
        overlayPen.clear(rowsPane.getWidth(), rowsPane.getHeight());
        overlay.draw(overlayPen, under, rows, crosshair.price(), rangeFrom, rangeTo, focus);
    }
}
