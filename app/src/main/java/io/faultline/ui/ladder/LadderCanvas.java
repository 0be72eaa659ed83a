package io.faultline.ui.ladder;

import io.faultline.desk.ClustersView;
import io.faultline.desk.VenueView;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.BarScale;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.panel.OwnControl;
import io.faultline.ui.plans.LadderPlans;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * The canvases of the ladder, and when each is drawn anew: rows when the market, the model, the axis or the size has
 * changed; the overlay when the mouse has moved or the rows were drawn.
 */
final class LadderCanvas {
    private static final long WORDS_REST_NANOS = 500_000_000L;

    private final Palette palette;
    private final Font label = Type.regular(Type.LABEL);
    private final CanvasPane rowsPane = new CanvasPane(4);
    private final Pen rowsPen = new Pen(rowsPane.layer(0).getGraphicsContext2D());
    private final Pen overlayPen = new Pen(rowsPane.layer(1).getGraphicsContext2D());
    private final Pen planPen = new Pen(rowsPane.layer(2).getGraphicsContext2D());
    private final Pen ownPen = new Pen(rowsPane.layer(3).getGraphicsContext2D());
    private final LadderRows rows = new LadderRows();
    private final LadderMass mass = new LadderMass();
    private final LadderPainter.Scales scales =
            new LadderPainter.Scales(new BarScale(), new BarScale(), new BarScale());
    private final LadderPainter painter;
    private final LadderOverlay overlay;
    private final LadderPlans plans;
    private final ColumnHeads heads;
    private final LadderFoot foot;

    private @Nullable LadderBooks drawnBooks;
    private @Nullable PriceAxis drawnAxis;
    private @Nullable LadderPicture picture;
    private String drawnEmpty = "";
    private String words = "";
    private long worded;
    private double drawnGrouping = Double.NaN;
    private double massGrouping = Double.NaN;
    private long drawnAxisVersion = -1;
    private long drawnSize = -1;
    private boolean overlayStale;
    private long drawnCrosshair = -1;
    private long drawnFrom;
    private long drawnTo;
    private boolean drawnFocus;
    private long drawnPlans = -1;
    private @Nullable LadderPicture plansOver;

    /**
     * What is drawn beside the books.
     *
     * @param restored whether the masses are still the last session's
     * @param lit number of the cluster that is lit, 0 for none
     */
    record Model(Masses masses, boolean restored, ClustersView clusters, int lit, AlarmRows alarms) {
        @SuppressWarnings("ReferenceEquality") // none ever changes: the same object says the same
        boolean shownIn(LadderPicture drawn) {
            return masses == drawn.masses()
                    && restored == drawn.restored()
                    && clusters == drawn.clusters()
                    && lit == drawn.lit()
                    && alarms.same(drawn.alarms());
        }
    }

    LadderCanvas(Palette palette, LadderPlans plans) {
        this.plans = plans;
        this.palette = palette;
        painter = new LadderPainter(palette);
        overlay = new LadderOverlay(palette);
        heads = new ColumnHeads(palette);
        foot = new LadderFoot(palette);
    }

    CanvasPane columnHeads() {
        return heads.pane();
    }

    CanvasPane rowsPane() {
        return rowsPane;
    }

    LadderFoot foot() {
        return foot;
    }

    LadderRows rows() {
        return rows;
    }

    LadderMass mass() {
        return mass;
    }

    /** What is drawn; null while nothing is. */
    @Nullable
    LadderPicture picture() {
        return picture;
    }

    /** Where the heatmap's plot begins, on this canvas: through the scene, so that it survives split panes. */
    double top(PriceAxis axis) {
        return rowsPane.getScene() == null
                ? 0
                : rowsPane.sceneToLocal(0, axis.sceneTop()).getY();
    }

    void drawEmpty(String sentence) {
        if (drawnBooks == null && rowsPane.version() == drawnSize && sentence.equals(drawnEmpty)) {
            return;
        }
        drawnBooks = null;
        picture = null;
        drawnEmpty = sentence;
        drawnSize = rowsPane.version();
        double width = rowsPane.getWidth();
        double height = rowsPane.getHeight();
        rowsPen.fill(palette.panel(), 0, 0, width, height);
        rowsPen.centre(sentence, label, palette.low(), width / 2, height / 2);
        heads.drawEmpty();
        foot.drawEmpty();
    }

    void draw(
            LadderBooks books, Model model, PriceAxis axis, LadderPicture.Last last, long selectedRow, long nowNanos) {
        LadderPicture before = picture;
        double top = top(axis);
        double bottom = Math.rint(top + axis.height());
        boolean sameBook = isDrawn(books, axis);
        if (before != null
                && sameBook
                && model.shownIn(before)
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
        if (before == null || !isAxisDrawn(axis) || !model.masses().equals(before.masses())) {
            sumUp(model.masses(), before == null ? null : before.masses(), axis, nowNanos);
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
                books.trusted(),
                model.masses(),
                model.restored(),
                model.clusters(),
                model.lit(),
                model.alarms());
        drawnBooks = books;
        drawnAxis = axis;
        drawnAxisVersion = axis.version();
        drawnSize = rowsPane.version();
        picture = now;
        overlayStale = true;
        rowsPen.clear(rowsPane.getWidth(), rowsPane.getHeight());
        painter.draw(rowsPen, now, rows, mass, scales);
        foot.draw(now, books, sameBook);
        long word = Math.floorDiv(nowNanos, WORDS_REST_NANOS);
        if (word != worded || words.isEmpty()) {
            worded = word;
            String columnWords = LadderText.columns(now.masses(), LadderText.tradedSince(books));
            words = foot.shown() ? columnWords : columnWords + "\n" + foot.words();
        }
        heads.draw(now, words);
    }

    private boolean isDrawn(LadderBooks books, PriceAxis axis) {
        return drawnBooks != null && books.sameBooks(drawnBooks) && isAxisDrawn(axis);
    }

    private boolean isAxisDrawn(PriceAxis axis) {
        return axis == drawnAxis && axis.version() == drawnAxisVersion;
    }

    private void sumUp(LadderBooks books, PriceAxis axis, long nowNanos) {
        rows.begin(axis.lowRow(), count(axis), axis.grouping());
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
            scales.book().reset();
            scales.traded().reset();
        }
        scales.book().follow(rows.largestBook(), nowNanos);
        scales.traded().follow(rows.largestTraded(), nowNanos);
    }

    private void sumUp(Masses masses, @Nullable Masses before, PriceAxis axis, long nowNanos) {
        mass.fill(masses, axis.lowRow(), count(axis), axis.grouping());
        boolean sameChoice = before != null && before.sameChoice(masses);
        if (!sameChoice || Double.compare(axis.grouping(), massGrouping) != 0) {
            massGrouping = axis.grouping();
            scales.mass().reset();
        }
        scales.mass().follow(mass.largest(), nowNanos);
    }

    private static int count(PriceAxis axis) {
        return (int) (axis.highRow() - axis.lowRow() + 1);
    }

    /** What is planned, over the rows; the user's own position on a canvas that pictures can leave out. */
    @SuppressWarnings("ReferenceEquality") // a picture never changes: the same object says the same
    void drawPlans() {
        LadderPicture under = picture;
        if (under == null || (under == plansOver && plans.version() == drawnPlans)) {
            return;
        }
        plansOver = under;
        drawnPlans = plans.version();
        LadderPlans.Rows at = new LadderPlans.Rows(
                under.top(),
                under.bottom(),
                under.columns().bidLeft(),
                under.columns().priceLeft(),
                under.columns().askLeft(),
                under.columns().cumulativeLeft(),
                under.last().price(),
                under::y);
        rowsPane.layer(2).setVisible(plans.hasPlan());
        rowsPane.layer(3).setVisible(plans.hasOwn());
        OwnControl.mark(rowsPane.layer(3), plans.isPrivate());
        if (plans.hasPlan()) {
            planPen.clear(rowsPane.getWidth(), rowsPane.getHeight());
            plans.drawPlan(planPen, at);
        }
        if (plans.hasOwn()) {
            ownPen.clear(rowsPane.getWidth(), rowsPane.getHeight());
            plans.drawOwn(ownPen, at);
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
        overlay.draw(overlayPen, under, rows, mass, crosshair.price(), rangeFrom, rangeTo, focus);
    }
}
