package io.faultline.ui.ladder;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Decimals;
import io.faultline.market.Trade;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.SharedAxes;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The DOM ladder: resting orders and trades by price, on the very pixels of the heatmap's plot (linked), or close up on
 * an axis of its own. JavaFX thread only.
 */
public final class LadderPanel implements Panel {
    /** Stands for a row where there is none. */
    static final long NO_ROW = Long.MIN_VALUE;

    private final SharedAxes axes;
    private final LadderAxis axis;
    private final LadderHead head;
    private final LadderCanvas canvas;
    private final CanvasPane pane;
    private final VBox node = new VBox();

    private @Nullable VenueView venue;
    private String words = "";
    private LadderPicture.Last last = LadderPicture.Last.NONE;
    private double selected = Double.NaN;
    private long rangeFrom = NO_ROW;
    private long rangeTo = NO_ROW;
    private long lastPulseNanos;

    /** Prices from {@code low} to {@code high} that the ladder shows close up. */
    public record Slice(double low, double high) {}

    public LadderPanel(SharedAxes axes, Palette palette) {
        this.axes = axes;
        axis = new LadderAxis(axes.price());
        head = new LadderHead(palette, this);
        canvas = new LadderCanvas(palette);
        pane = canvas.rowsPane();
        pane.setFocusTraversable(true);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText("Ladder");
        new LadderMouse(this, pane);
        node.setMinSize(0, 0);
        node.setFillWidth(true);
        VBox.setVgrow(pane, Priority.ALWAYS);
        node.getChildren().addAll(head.node(), canvas.columnHeads(), pane, canvas.footPane());
    }

    @Override
    public String title() {
        return "Ladder";
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void pulse(Pulse pulse) {
        long start = System.nanoTime();
        DeskView view = pulse.view();
        venue = view.venues().isEmpty() ? null : view.venues().get(0);
        axis.follow(price());
        head.update(venue, axis, pulse.nowNanos());
        if (venue == null) {
            canvas.drawEmpty("no venue switched on");
        } else if (!Double.isFinite(price())) {
            String words = waiting(venue, pulse.nowNanos());
            canvas.drawEmpty(words);
            pane.setAccessibleText("Ladder, " + words);
        } else {
            last = last(venue);
            StateShape state = BookWords.shape(venue, pulse.nowNanos());
            words = state == StateShape.LIVE ? "" : BookWords.of(venue, pulse.nowNanos());
            canvas.draw(venue, axis.active(), last, state, words, rowOf(selected), pulse.nowNanos());
            canvas.drawOverlay(axes.crosshair(), rangeFrom, rangeTo);
            pane.setAccessibleText(sentence(venue));
        }
        lastPulseNanos = System.nanoTime() - start;
    }

    /** How long the last pulse took on the JavaFX thread, in nanoseconds. */
    public long lastPulseNanos() {
        return lastPulseNanos;
    }

    /** What a close-up shows, to be marked on the price axis; empty while linked. */
    public Optional<Slice> slice() {
        return axis.slice();
    }

    /** Puts the last price in the middle and follows it again. */
    public void recentre() {
        double price = price();
        if (Double.isFinite(price)) {
            axis.active().recentre(price);
        }
    }

    /** Shows {@code rows} higher prices; negative for lower ones. */
    public void scroll(long rows) {
        axis.active().pan(rows);
    }

    /** Takes the next finer grouping, keeping the last price where it is. */
    public void finer() {
        regroupAtLast(-1);
    }

    /** Takes the next coarser grouping, keeping the last price where it is. */
    public void coarser() {
        regroupAtLast(1);
    }

    /** Changes between the heatmap's rows and a close-up. */
    public void toggleLink() {
        if (Double.isFinite(price())) {
            axis.toggle(price());
            clearRange();
        }
    }

    /** Whether the rows are the heatmap's. */
    public boolean linked() {
        return !axis.closeUp();
    }

    @Override
    public String asText() {
        if (venue != null && !Double.isFinite(price())) {
            return "Ladder: no price yet";
        }
        return venue == null
                ? "Ladder: no venue switched on"
                : LadderText.table(venue, words, canvas.rows(), axis.active());
    }

    void link(boolean on) {
        if (on != linked()) {
            toggleLink();
        }
    }

    /** {@code y} is the canvas's. */
    void regroup(int steps, double y) {
        clearRange();
        axis.active().regroup(steps, y - canvas.top(axis.active()));
    }

    private void regroupAtLast(int steps) {
        PriceAxis active = axis.active();
        double y = active.y(price());
        clearRange();
        active.regroup(steps, y >= 0 && y <= active.height() ? y : active.height() / 2);
    }

    int rowHeight() {
        return axis.active().rowHeight();
    }

    void point(double y) {
        PriceAxis active = axis.active();
        double inPlot = y - canvas.top(active);
        boolean inside = inPlot >= 0 && inPlot < active.height();
        axes.crosshair().move(inside ? active.price(inPlot) : Double.NaN, 0);
    }

    void mouseOver(boolean over) {
        axis.hold(over);
        if (!over) {
            axes.crosshair().leave();
        }
    }

    void focus() {
        pane.requestFocus();
    }

    void select(double y) {
        PriceAxis active = axis.active();
        long row = (long) Math.floor(active.price(y - canvas.top(active)) / active.grouping());
        double price = (row + 0.5) * active.grouping();
        selected = rowOf(selected) == row ? Double.NaN : price;
    }

    void range(double fromY, double toY) {
        PriceAxis active = axis.active();
        double top = canvas.top(active);
        rangeFrom = clampedRow(active, fromY - top);
        rangeTo = clampedRow(active, toY - top);
    }

    void clearRange() {
        rangeFrom = NO_ROW;
        rangeTo = NO_ROW;
    }

    private static long clampedRow(PriceAxis active, double y) {
        long row = (long) Math.floor(active.price(y) / active.grouping());
        return Math.max(active.lowRow(), Math.min(active.highRow(), row));
    }

    private long rowOf(double price) {
        return Double.isNaN(price)
                ? NO_ROW
                : (long) Math.floor(price / axis.active().grouping());
    }

    /** The last price, or mid before the first trade; NaN without either. */
    private double price() {
        if (venue == null) {
            return Double.NaN;
        }
        Trade trade = venue.lastTrade();
        return trade == null ? venue.book().depth().mid() : Decimals.toDouble(trade.price(), trade.priceScale());
    }

    private LadderPicture.Last last(VenueView from) {
        Trade trade = from.lastTrade();
        if (trade == null) {
            return LadderPicture.Last.NONE;
        }
        long row = Math.floorDiv(trade.price(), LadderRows.units(axis.active().grouping(), trade.priceScale()));
        int direction = from.previousPrice() == 0 ? 0 : Long.compare(trade.price(), from.previousPrice());
        double price = Decimals.toDouble(trade.price(), trade.priceScale());
        if (row == last.row() && direction == last.direction() && Double.compare(price, last.price()) == 0) {
            return last;
        }
        String text = Numbers.price(price, RowTexts.decimals(axes.price().tick()));
        return new LadderPicture.Last(row, price, text, direction);
    }

    private static String waiting(VenueView from, long nowNanos) {
        String words = BookWords.of(from, nowNanos);
        return words.isEmpty() ? "waiting for the first price" : words;
    }

    private String sentence(VenueView from) {
        if (!words.isEmpty()) {
            return "Ladder, " + words;
        }
        return "Ladder, last " + last.text() + ", "
                + LadderText.best(from.book().depth());
    }
}
