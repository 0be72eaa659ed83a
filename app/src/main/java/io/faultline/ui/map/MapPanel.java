package io.faultline.ui.map;

import io.faultline.liquidation.GridSnapshot;
import io.faultline.market.PositionSide;
import io.faultline.ui.alarms.chart.AlarmMenu;
import io.faultline.ui.alarms.chart.AlarmMouse;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.BarScale;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Grey;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.HoverCard;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.plans.PlanMenu;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.text.Zone;
import io.faultline.ui.theme.Palette;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The liquidation map: what is at risk at each price now, on the heatmap's price axis, with what adds up from the mark
 * outwards. While the crosshair rests at a time of the past, it shows that time's. JavaFX thread only.
 */
public final class MapPanel implements Panel {
    private static final double HEADS = 20;
    private static final long STEP_MILLIS = 10_000;
    private static final double PAST_CELLS = 400;

    /** What the past was is computed anew: not for every moment that the crosshair only passes. */
    private static final long REST_NANOS = 200_000_000L;

    private final Shared axes;
    private final LiquidationControl chosen;
    private final CanvasPane headsPane = new CanvasPane(1);
    private final CanvasPane pane = new CanvasPane(2);
    private final Pen headsPen = new Pen(headsPane.layer(0).getGraphicsContext2D());
    private final Pen pen = new Pen(pane.layer(0).getGraphicsContext2D());
    private final MapPainter painter;
    private final MapFoot foot;
    private final MapOverlay overlay;
    private final MapBars bars = new MapBars();
    private final BarScale barScale = new BarScale();
    private final BarScale sumScale = new BarScale();
    private final PanelHead head;
    private final VBox node = new VBox();

    private Masses shown;
    private String symbol = "";
    private String when = "";
    private String zone = "";
    private boolean coming;
    private long restsAt;
    private long restsSince;
    private List<GridSnapshot> pastGrids = List.of();
    private Masses pastMasses;
    private long pastChoice = -1;
    private int decimals = 2;
    private double last = Double.NaN;
    private long drawnAxis = -1;
    private long drawnSize = -1;
    private long drawnChoice = -1;
    private int drawnLit;
    private double drawnTop = Double.NaN;
    private double drawnSpan = Double.NaN;
    private long drawnHeads = -1;
    private String drawnStack = "";

    public MapPanel(Shared axes, Palette palette) {
        this.axes = axes;
        chosen = axes.liquidations();
        shown = chosen.masses(List.of());
        pastMasses = shown;
        painter = new MapPainter(palette);
        foot = new MapFoot(palette);
        overlay = new MapOverlay(palette, new Pen(pane.layer(1).getGraphicsContext2D()));
        head = new PanelHead(palette, title());
        headsPane.setMinHeight(HEADS);
        headsPane.setPrefHeight(HEADS);
        headsPane.setMaxHeight(HEADS);
        headsPane.setOnMouseClicked(event -> chosen.mapByVenue(!chosen.mapByVenue()));
        pane.setFocusTraversable(true);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText("Liquidation map");
        new MapMouse(this, axes.price(), pane, new AlarmMouse(axes.alarms()));
        pane.setOnContextMenuRequested(event -> {
            ContextMenu menu = new ContextMenu();
            double y = event.getY() - top();
            menu.getItems().setAll(AlarmMenu.items(axes.alarms(), axes.price(), y));
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(PlanMenu.items(axes, axes.price().price(y)));
            menu.show(pane, event.getScreenX(), event.getScreenY());
        });
        node.setMinSize(0, 0);
        VBox.setVgrow(pane, Priority.ALWAYS);
        node.getChildren().addAll(head.node(), headsPane, pane);
    }

    @Override
    public String title() {
        return "Map";
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // masses never change: the same object says the same
    public void pulse(Pulse pulse) {
        LastPrice price = LastPrice.of(pulse.view());
        symbol = pulse.view().symbol();
        decimals = price.decimals();
        last = price.price();
        Grey.on(pane.layer(0), pulse.view().grid().restored());
        Masses now = masses(pulse);
        PriceAxis axis = axes.price();
        double top = top();
        int lit = axes.clusters().lit();
        boolean another = axis.version() != drawnAxis || chosen.version() != drawnChoice || lit != drawnLit;
        if (now != shown || another || pane.version() != drawnSize || top != drawnTop) {
            rescaled(axis);
            shown = now;
            drawnAxis = axis.version();
            drawnChoice = chosen.version();
            drawnSize = pane.version();
            drawnTop = top;
            drawnLit = lit;
            draw(pulse.nowNanos());
            pulse.view().clusters().find(lit).ifPresent(cluster -> painter.light(pen, place(), cluster));
        }
        drawHeads();
        overlay.draw(pane, place(), axes.crosshair(), coming, momentShown());
    }

    /** Other bars are shown now: their scale is another at once. */
    private void rescaled(PriceAxis axis) {
        double span = axis.high() - axis.low();
        if (chosen.version() != drawnChoice || span != drawnSpan) {
            drawnSpan = span;
            barScale.reset();
            sumScale.reset();
        }
    }

    /** Shows the plot alone: the map lies over another panel, whose heads are to be read. */
    public void alone(boolean on) {
        for (Region part : List.of(head.node(), headsPane)) {
            part.setVisible(!on);
            part.setManaged(!on);
        }
    }

    /** Now's, or those of the moment in the past at which the crosshair rests. */
    private Masses masses(Pulse pulse) {
        long at = axes.crosshair().timeNanos();
        long cell = Math.max(STEP_MILLIS, (long) (axes.time().spanNanos() / 1e6 / PAST_CELLS));
        coming = false;
        when = "";
        if (at == 0 || pulse.nowNanos() - at < cell * 1_000_000) {
            return chosen.masses(pulse.view().grid());
        }
        long millis = Math.floorDiv(at / 1_000_000, cell) * cell;
        when = Moments.brief(millis * 1_000_000, pulse.nowNanos());
        zone = Zone.name(millis * 1_000_000);
        List<GridSnapshot> then = rests(millis, System.nanoTime())
                ? chosen.gridsAt(millis, pulse.view().grid())
                : null;
        coming = then == null;
        return then == null ? chosen.masses(pulse.view().grid()) : past(then);
    }

    private boolean rests(long millis, long clock) {
        if (millis != restsAt) {
            restsAt = millis;
            restsSince = clock;
        }
        return clock - restsSince >= REST_NANOS;
    }

    @SuppressWarnings("ReferenceEquality") // a list of grids never changes: the same object says the same
    private Masses past(List<GridSnapshot> grids) {
        if (grids != pastGrids || chosen.version() != pastChoice) {
            pastGrids = grids;
            pastChoice = chosen.version();
            pastMasses = chosen.masses(grids);
        }
        return pastMasses;
    }

    private String momentShown() {
        return when.isEmpty() ? "" : coming ? when + " …" : shown.known() ? when : when + " ?";
    }

    private MapPainter.Place place() {
        return new MapPainter.Place(pane.layer(0).getWidth(), drawnTop, axes.price());
    }

    private void draw(long nowNanos) {
        MapPainter.Place place = place();
        bars.fill(shown, chosen.mapByVenue(), axes.price());
        barScale.follow(bars.largest(), nowNanos);
        sumScale.follow(bars.largestSum(), nowNanos);
        pen.clear(place.width(), pane.layer(0).getHeight());
        painter.draw(pen, place, shown, bars, barScale, sumScale);
        double distance = chosen.timeframe().distances().outerBound();
        foot.draw(pen, place.width(), place.bottom(), pane.layer(0).getHeight(), shown, distance);
        pane.setAccessibleText(sentence(distance));
    }

    private String sentence(double distance) {
        String of = "Liquidation map" + (when.isEmpty() || coming ? "" : " as it stood " + when);
        if (!shown.known()) {
            return of + ", nothing is modelled";
        }
        return of + ", within " + Numbers.percent(distance, 0) + ": longs "
                + Numbers.usd(shown.atRiskWithinUsd(PositionSide.LONG, distance)) + ", shorts "
                + Numbers.usd(shown.atRiskWithinUsd(PositionSide.SHORT, distance));
    }

    private void drawHeads() {
        String by = chosen.mapByVenue() ? "venue" : "tier";
        String stack = headsPane.getWidth() >= 130 ? bars.basisPoints() + " bp by " + by : by;
        if (headsPane.version() != drawnHeads || !stack.equals(drawnStack)) {
            drawnHeads = headsPane.version();
            drawnStack = stack;
            painter.heads(headsPen, headsPane.layer(0).getWidth(), HEADS, stack);
        }
    }

    /** Where the heatmap's plot begins, on this canvas: through the scene, so that it survives every layout. */
    double top() {
        return pane.getScene() == null
                ? 0
                : pane.sceneToLocal(0, axes.price().sceneTop()).getY();
    }

    void point(double x, double y) {
        Crosshair crosshair = axes.crosshair();
        double inPlot = y - top();
        boolean inside = inPlot >= 0 && inPlot < axes.price().height();
        double price = inside ? axes.price().price(inPlot) : Double.NaN;
        crosshair.move(price, 0);
        if (inside) {
            axes.hover().over(pane, x, y, () -> lines(axes.price().price(inPlot)));
        } else {
            axes.hover().leave(pane);
        }
    }

    private List<HoverCard.Line> lines(double price) {
        int bar = bars.at(price);
        return bar < 0
                ? List.of()
                : MapWords.bar(shown, bars, bar, decimals, coming || when.isEmpty() ? "" : when + " " + zone);
    }

    void left() {
        axes.crosshair().leave();
        axes.hover().leave(pane);
    }

    void focus() {
        pane.requestFocus();
    }

    /** Puts the last price in the middle and follows it again. */
    void recentre() {
        if (Double.isFinite(last)) {
            axes.price().recentre(last);
        }
    }

    @Override
    public String asText() {
        double distance = chosen.timeframe().distances().outerBound();
        return MapWords.table(symbol, shown, bars, decimals, distance, coming ? "" : when);
    }
}
