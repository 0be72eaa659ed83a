package io.faultline.ui.funding;

import io.faultline.desk.DeskView;
import io.faultline.desk.FeedView;
import io.faultline.desk.FundingAggregate;
import io.faultline.desk.TradedVolume;
import io.faultline.desk.VenueView;
import io.faultline.market.Venue;
import io.faultline.signal.FundingRule;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MarketRest;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Funding: rates, when they settle and who pays, mark and index, open interest, with their history. Figures move four
 * times a second at most, since no source is faster than one. JavaFX thread only.
 */
public final class FundingPanel implements Panel {
    private static final long REST_NANOS = 250_000_000L;
    private static final double NARROW = 250;
    private static final double ROOMY = 330;
    /** Lower, and what the rule says of clusters stands in their cards alone: the table comes first. */
    private static final double HIGH = 700;

    private final Shared axes;
    private final CanvasPane pane = new CanvasPane(2);
    private final Pen pen = new Pen(pane.layer(0).getGraphicsContext2D());
    private final Pen overlayPen = new Pen(pane.layer(1).getGraphicsContext2D());
    private final VBox node = new VBox();
    private final Palette palette;
    private final FundingTable table;
    private final FundingSections sections;
    private final FundingOverlay overlay;
    private final FundingRuleBox rule;
    private final Label age = PanelHead.label("low");
    private final Label nextWords = PanelHead.label("low");
    private final Label next = PanelHead.label("strong");

    private @Nullable DeskView view;
    private List<FundingRow> rows = List.of();
    private List<FundingSections.Plotted> plotted = List.of();
    private long textNanos;
    private final MarketRest rest = new MarketRest(REST_NANOS);
    private long drawnSize = -1;
    private long drawnTime = -1;
    private long drawnCrosshair = -1;
    private FundingRule drawnRule = FundingRule.SQUEEZE;
    private boolean overlayStale;
    private long lastPulseNanos;

    public FundingPanel(Shared axes, Palette palette) {
        this.axes = axes;
        this.palette = palette;
        table = new FundingTable(palette);
        sections = new FundingSections(axes, palette, pen);
        overlay = new FundingOverlay(palette);
        rule = new FundingRuleBox(axes.clusters());
        rule.show(false);
        PanelHead head = new PanelHead(palette, title());
        age.setPrefWidth(60);
        age.setAlignment(Pos.CENTER_LEFT);
        nextWords.setText("next settlement");
        head.left(age);
        head.right(nextWords, next);
        pane.setFocusTraversable(true);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(title());
        pane.setOnMouseMoved(event -> lead(event.getX(), event.getY()));
        pane.setOnMouseClicked(event -> press(event.getY()));
        pane.setOnMouseExited(event -> axes.crosshair().leave());
        node.setMinSize(0, 0);
        VBox.setVgrow(pane, Priority.ALWAYS);
        node.getChildren().addAll(head.node(), pane, rule.node());
    }

    @Override
    public String title() {
        return "Funding";
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void pulse(Pulse pulse) {
        long start = System.nanoTime();
        boolean time = !axes.time().follows() && axes.time().version() != drawnTime;
        boolean due = rest.due(pulse);
        if (due || pane.version() != drawnSize || time) {
            drawnSize = pane.version();
            drawnTime = axes.time().version();
            draw(pulse.view(), pulse.nowNanos());
            overlayStale = true;
        }
        if (due || axes.clusters().rule() != drawnRule) {
            drawnRule = axes.clusters().rule();
            rule.show(node.getHeight() >= HIGH);
            rule.update(pulse.view().clusters());
        }
        if (overlayStale || axes.crosshair().version() != drawnCrosshair) {
            overlayStale = false;
            drawnCrosshair = axes.crosshair().version();
            drawOverlay();
        }
        lastPulseNanos = System.nanoTime() - start;
    }

    /** How long the last pulse took on the JavaFX thread, in nanoseconds. */
    public long lastPulseNanos() {
        return lastPulseNanos;
    }

    @Override
    public String asText() {
        DeskView shown = view;
        return shown == null || rows.isEmpty()
                ? "Funding: no venue switched on"
                : FundingText.lines(shown, axes.venues(), rows, textNanos)
                        + asymmetryText(shown)
                        + rule.asText(shown.clusters());
    }

    private String asymmetryText(DeskView shown) {
        LiquidationControl chosen = axes.liquidations();
        return FundingText.asymmetry(
                chosen.masses(shown.grid()), chosen.timeframe().distances().outerBound());
    }

    private void draw(DeskView newView, long nowNanos) {
        double width = pane.layer(0).getWidth();
        double height = pane.layer(0).getHeight();
        pen.fill(palette.panel(), 0, 0, width, height);
        view = newView;
        List<VenueControl.Row> venues = axes.venues().ownFirst(newView, nowNanos);
        rows = venues.stream().map(row -> FundingRow.of(row, nowNanos)).toList();
        textNanos = nowNanos;
        if (rows.isEmpty()) {
            plotted = List.of();
            set(age, "");
            set(next, "–");
            return;
        }
        FundingLayout layout = FundingLayout.of(height, rows.size());
        table.rows(pen, width, rows, nowNanos);
        if (layout.several()) {
            double top = FundingTable.HEADS + rows.size() * FundingTable.ROW;
            table.aggregate(
                    pen, width, top, rows, FundingAggregate.of(axes.venues().asked(newView)));
        }
        sections.words(width, layout, rows, nowNanos);
        List<VenueView> asked = axes.venues().asked(newView);
        VenueView of = venues.stream()
                .filter(row -> row.view() != null && row.wanted())
                .findFirst()
                .orElse(venues.get(0))
                .view();
        if (asked.isEmpty() && of != null) {
            of = silenced(of);
        }
        if (of == null) {
            plotted = List.of();
            set(age, "");
            set(next, "–");
            return;
        }
        FundingFigures now = FundingFigures.of(of, nowNanos);
        head(now.rates(), nowNanos);
        pane.setAccessibleText("Funding, " + FundingWords.whoPays(now.rates(), nowNanos));
        List<Venue> order = rows.stream().map(FundingRow::venue).sorted().toList();
        plotted = sections.draw(new FundingSections.Shown(newView, of, now, order, nowNanos), layout, width);
    }

    /** A venue that is off: what it said is no longer so, and only its contract remains. */
    private static VenueView silenced(VenueView off) {
        return new VenueView(
                off.instrument(),
                off.listing(),
                off.book(),
                TradedVolume.EMPTY,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                FeedView.EMPTY);
    }

    /** A press on a line of the table makes that venue the user's own. */
    private void press(double y) {
        int line = (int) Math.floor((y - FundingTable.HEADS) / FundingTable.ROW);
        if (line >= 0 && line < rows.size()) {
            axes.venues().ownVenue().choose(rows.get(line).venue());
            rest.end();
        }
    }

    /** Makes the next venue the user's own. */
    public void nextOwn() {
        if (rows.size() > 1) {
            List<Venue> order = rows.stream().map(FundingRow::venue).sorted().toList();
            int next = (order.indexOf(rows.get(0).venue()) + 1) % order.size();
            axes.venues().ownVenue().choose(order.get(next));
            rest.end();
        }
    }

    private void head(FundingFigures.Rates rates, long nowNanos) {
        String stale = FundingWords.stale(rates.ageNanos(), rates.limitNanos());
        set(age, !stale.isEmpty() ? stale : rates.ageNanos() < 0 ? "–" : Numbers.age(rates.ageNanos()));
        String tone = stale.isEmpty() ? "low" : "warn";
        if (!age.getStyleClass().contains(tone)) {
            age.getStyleClass().setAll("label", tone);
        }
        set(next, FundingWords.untilNext(rates, nowNanos));
        boolean words = node.getWidth() >= NARROW;
        set(nextWords, node.getWidth() >= ROOMY ? "next settlement" : "next");
        nextWords.setVisible(words);
        nextWords.setManaged(words);
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }

    private void drawOverlay() {
        long at = axes.crosshair().timeNanos();
        boolean used = at != 0 && !plotted.isEmpty();
        pane.layer(1).setVisible(used); // an empty canvas costs as much as a full one
        if (!used) {
            return;
        }
        overlayPen.clear(pane.layer(1).getWidth(), pane.layer(1).getHeight());
        plotted.forEach(plot -> overlay.draw(overlayPen, plot.frame(), plot.series(), at, plot.words()));
    }

    /** Leads the shared crosshair while the mouse is over a plot. */
    private void lead(double x, double y) {
        for (FundingSections.Plotted plot : plotted) {
            PlotFrame frame = plot.frame();
            boolean inside = x >= frame.left() && x <= frame.right() && y >= frame.top() && y <= frame.bottom();
            if (inside && frame.height() > 0) {
                double share = (x - frame.left()) / frame.width();
                long span = frame.toNanos() - frame.fromNanos();
                axes.crosshair().move(Double.NaN, frame.fromNanos() + (long) (share * span));
                return;
            }
        }
        axes.crosshair().leave();
    }
}
