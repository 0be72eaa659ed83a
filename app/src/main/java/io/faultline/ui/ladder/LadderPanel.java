package io.faultline.ui.ladder;

import io.faultline.desk.ClusterView;
import io.faultline.desk.DeskView;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.alarms.chart.AlarmMenu;
import io.faultline.ui.alarms.chart.AlarmMouse;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.PanelRequest;
import io.faultline.ui.panel.HoverCard;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.plans.LadderPlans;
import io.faultline.ui.plans.PlanMenu;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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

    private final Shared axes;
    private final LadderAxis axis;
    private final LadderHead head;
    private final LadderCanvas canvas;
    private final CanvasPane pane;
    private final VBox node = new VBox();

    private @Nullable DeskView view;
    private @Nullable LadderBooks books;
    private @Nullable Venue only;
    private LastPrice price = new LastPrice(null, Double.NaN, 2, 0);
    private LadderPicture.Last last = LadderPicture.Last.NONE;
    private double selected = Double.NaN;
    private long rangeFrom = NO_ROW;
    private long rangeTo = NO_ROW;
    private long lastPulseNanos;

    /** Prices from {@code low} to {@code high} that the ladder shows close up. */
    public record Slice(double low, double high) {}

    public LadderPanel(Shared axes, Palette palette) {
        this.axes = axes;
        axis = new LadderAxis(axes.price());
        head = new LadderHead(palette, this);
        canvas = new LadderCanvas(palette, new LadderPlans(axes.plans(), palette));
        pane = canvas.rowsPane();
        pane.setFocusTraversable(true);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText("Ladder");
        new LadderMouse(this, pane, new AlarmMouse(axes.alarms()));
        pane.setOnContextMenuRequested(event -> menu(event.getY()).show(pane, event.getScreenX(), event.getScreenY()));
        node.setMinSize(0, 0);
        node.setFillWidth(true);
        VBox.setVgrow(pane, Priority.ALWAYS);
        node.getChildren()
                .addAll(head.node(), canvas.columnHeads(), pane, canvas.foot().pane());
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
    public void continueFrom(Panel before) {
        if (before instanceof LadderPanel other) {
            only = other.only;
            selected = other.selected;
            axis.continueFrom(other.axis);
        }
    }

    @Override
    public void pulse(Pulse pulse) {
        long start = System.nanoTime();
        DeskView now = pulse.view();
        view = now;
        LadderBooks shown = LadderBooks.of(now, axes.venues(), only, pulse.nowNanos());
        books = shown;
        price = shown.last(now);
        axis.follow(price.price());
        canvas.foot().fit(axes.price());
        head.update(shown, Double.isFinite(price.price()), axis, pulse.nowNanos());
        if (shown.shown().isEmpty() || !Double.isFinite(price.price())) {
            String words = waiting(shown);
            canvas.drawEmpty(words);
            pane.setAccessibleText("Ladder, " + words);
        } else {
            last = last(price);
            LadderCanvas.Model model = new LadderCanvas.Model(
                    axes.liquidations().masses(now.grid()),
                    now.grid().restored(),
                    now.clusters(),
                    axes.clusters().lit(),
                    AlarmRows.of(axes.alarms()));
            canvas.draw(shown, model, axis.active(), last, rowOf(selected), pulse.nowNanos());
            canvas.drawOverlay(axes.crosshair(), rangeFrom, rangeTo);
            canvas.drawPlans();
            pane.setAccessibleText(sentence(shown));
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
        if (Double.isFinite(price.price())) {
            axis.active().recentre(price.price());
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
        if (Double.isFinite(price.price())) {
            axis.toggle(price.price());
            clearRange();
        }
    }

    /** Shows the next venue's book alone, and after the last one the merged book again. */
    public void nextVenue() {
        if (view == null) {
            return;
        }
        List<Venue> venues = axes.venues().rows(view, 0).stream()
                .filter(VenueControl.Row::wanted)
                .map(VenueControl.Row::venue)
                .toList();
        int next = only == null ? 0 : venues.indexOf(only) + 1;
        only = venues.size() < 2 || next == venues.size() ? null : venues.get(next);
        clearRange();
    }

    /** The one venue whose book is shown; empty for the merged one. */
    public Optional<Venue> only() {
        return Optional.ofNullable(only);
    }

    /** Whether the rows are the heatmap's. */
    public boolean linked() {
        return !axis.closeUp();
    }

    @Override
    public String asText() {
        LadderBooks shown = books;
        if (view == null || shown == null || shown.shown().isEmpty()) {
            return "Ladder: " + (shown == null ? "nothing shown yet" : shown.words());
        }
        return Double.isFinite(price.price())
                ? LadderText.table(
                        shown,
                        view.symbol(),
                        canvas.rows(),
                        canvas.mass(),
                        axes.liquidations().masses(view.grid()),
                        axis.active())
                : "Ladder: no price yet";
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
        double y = active.y(price.price());
        clearRange();
        active.regroup(steps, y >= 0 && y <= active.height() ? y : active.height() / 2);
    }

    int rowHeight() {
        return axis.active().rowHeight();
    }

    /** What can be done about the price at that height of the canvas. */
    private ContextMenu menu(double y) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(AlarmMenu.items(axes.alarms(), axis.active(), inPlot(y)));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(PlanMenu.items(axes, axis.active().price(inPlot(y))));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems()
                .addAll(
                        item("Next venue, or merged (V)", this::nextVenue),
                        item(linked() ? "Close-up (U)" : "Linked to the heatmap (U)", this::toggleLink),
                        item("Finer grouping ([)", this::finer),
                        item("Coarser grouping (])", this::coarser),
                        item("Recentre (C)", this::recentre));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(PanelRequest.items(pane));
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** The axis of the rows. */
    PriceAxis active() {
        return axis.active();
    }

    /** Pixels below the top of the plot, of a height on the canvas. */
    double inPlot(double y) {
        return y - canvas.top(axis.active());
    }

    void point(double y) {
        PriceAxis active = axis.active();
        double inPlot = inPlot(y);
        boolean inside = inPlot >= 0 && inPlot < active.height();
        axes.crosshair().move(inside ? active.price(inPlot) : Double.NaN, 0);
    }

    /** Over the columns of what is at risk, its tooltip. */
    void hover(double x, double y) {
        LadderPicture drawn = canvas.picture();
        if (drawn != null && x < drawn.columns().tradedLeft() && y >= drawn.top() && y < drawn.bottom()) {
            double at = y - drawn.top();
            axes.hover().over(pane, x, y, () -> atRisk(at));
        } else {
            axes.hover().leave(pane);
        }
    }

    private List<HoverCard.Line> atRisk(double y) {
        LadderPicture drawn = canvas.picture();
        if (drawn == null) {
            return List.of();
        }
        PriceAxis active = drawn.axis();
        long row = (long) Math.floor(active.price(y) / active.grouping());
        double low = row * active.grouping();
        return LadderText.row(
                drawn.masses(),
                canvas.mass(),
                (int) (row - active.lowRow()),
                low,
                low + active.grouping(),
                RowTexts.decimals(active.grouping()));
    }

    void mouseOver(boolean over) {
        axis.hold(over);
        if (!over) {
            axes.crosshair().leave();
            axes.hover().leave(pane);
        }
    }

    void focus() {
        pane.requestFocus();
    }

    /** Selects the cluster whose bracket is at that point, else the row. */
    void select(double x, double y) {
        PriceAxis active = axis.active();
        DeskView now = view;
        Optional<ClusterView> cluster =
                x < ClusterMarks.WIDTH && now != null ? now.clusters().at(active.price(inPlot(y))) : Optional.empty();
        if (cluster.isPresent()) {
            axes.clusters().select(cluster.get().id());
            return;
        }
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

    private LadderPicture.Last last(LastPrice from) {
        if (from.source() == null) {
            return LadderPicture.Last.NONE;
        }
        long row = (long) Math.floor(from.price() / axis.active().grouping() + 1e-6);
        if (row == last.row()
                && from.direction() == last.direction()
                && Double.compare(from.price(), last.price()) == 0) {
            return last;
        }
        String text = Numbers.price(from.price(), RowTexts.decimals(axes.price().tick()));
        return new LadderPicture.Last(row, from.price(), text, from.direction());
    }

    private static String waiting(LadderBooks shown) {
        return shown.words().isEmpty() ? "waiting for the first price" : shown.words();
    }

    /** {@code , nearest cluster L1 144M, 1.41 % below}; nothing where none is known. */
    private String nearest() {
        DeskView now = view;
        if (now == null || !now.clusters().known()) {
            return "";
        }
        return now.clusters().clusters().stream()
                .filter(cluster -> cluster.significant() && cluster.distance() > 0)
                .min(Comparator.comparingDouble(ClusterView::distance))
                .map(cluster -> ", nearest cluster " + cluster.name() + " "
                        + Numbers.usd(cluster.mass().atRiskUsd()) + ", " + Numbers.percent(cluster.distance(), 2)
                        + (cluster.side() == PositionSide.LONG ? " below" : " above"))
                .orElse("");
    }

    private String sentence(LadderBooks shown) {
        return shown.words().isEmpty()
                ? "Ladder, last " + last.text() + nearest() + ", " + shown.best()
                : "Ladder, " + shown.words();
    }
}
