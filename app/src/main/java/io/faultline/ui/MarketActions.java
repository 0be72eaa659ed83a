package io.faultline.ui;

import io.faultline.desk.Bar;
import io.faultline.desk.Session;
import io.faultline.desk.TimeLog;
import io.faultline.liquidation.Tier;
import io.faultline.market.Venue;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.funding.FundingPanel;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/** What can be done to the market on the screen, with the keys for it. JavaFX thread only. */
final class MarketActions {
    private static final int ZOOM_STEPS = 3;
    private static final double TIME_ZOOM = 1.25;

    private final Workspace workspace;
    private final PriceAxis price;
    private final TimeAxis time;
    private final Crosshair crosshair;

    MarketActions(Workspace workspace) {
        this.workspace = workspace;
        this.price = workspace.axes().price();
        this.time = workspace.axes().time();
        this.crosshair = workspace.axes().crosshair();
    }

    List<Action> list() {
        List<Action> all = new ArrayList<>();
        addView(all);
        addLiquidations(all);
        all.addAll(new ChartActions(workspace).list());
        addPanels(all);
        addVenues(all);
        addFunding(all);
        addTime(all);
        return all;
    }

    private void addView(List<Action> all) {
        all.add(heatmap("longer", "Longer window", panel -> panel.longer(1), Key.of("W", KeyCode.W)));
        all.add(heatmap("shorter", "Shorter window", panel -> panel.longer(-1), Key.shift("W", KeyCode.W)));
        all.add(Action.of(
                "zoom-in",
                "Price zoom in",
                () -> price.zoom(ZOOM_STEPS, middle()),
                new Key("+", Set.of(KeyCode.ADD, KeyCode.PLUS, KeyCode.EQUALS), false, false, false, "+")));
        all.add(Action.of(
                "zoom-out",
                "Price zoom out",
                () -> price.zoom(-ZOOM_STEPS, middle()),
                Key.of("−", KeyCode.MINUS, KeyCode.SUBTRACT)));
        all.add(Action.of(
                "time-in",
                "Time zoom in",
                () -> time.zoom(1 / TIME_ZOOM, 1),
                Key.alt("+", KeyCode.ADD, KeyCode.PLUS, KeyCode.EQUALS)));
        all.add(Action.of(
                "time-out",
                "Time zoom out",
                () -> time.zoom(TIME_ZOOM, 1),
                Key.alt("−", KeyCode.MINUS, KeyCode.SUBTRACT)));
        all.add(Action.of("pan-left", "Pan to earlier", () -> time.pan(-0.1), Key.ctrl("←", KeyCode.LEFT)));
        all.add(Action.of("pan-right", "Pan to later", () -> time.pan(0.1), Key.ctrl("→", KeyCode.RIGHT)));
        all.add(Action.of("pan-up", "Pan to higher prices", () -> price.pan(1), Key.ctrl("↑", KeyCode.UP)));
        all.add(Action.of("pan-down", "Pan to lower prices", () -> price.pan(-1), Key.ctrl("↓", KeyCode.DOWN)));
        all.add(Action.of("page-up", "Half a page up", () -> price.pan(halfPage()), Key.of("PgUp", KeyCode.PAGE_UP)));
        all.add(Action.of(
                "page-down", "Half a page down", () -> price.pan(-halfPage()), Key.of("PgDn", KeyCode.PAGE_DOWN)));
        all.add(Action.of("start", "Start of the data", this::toStart, Key.of("Home", KeyCode.HOME)));
        all.add(Action.of(
                "now",
                "Back to now, keeping the zoom",
                () -> {
                    time.followNow(workspace.nowNanos());
                    price.follow(true);
                },
                Key.of("End", KeyCode.END),
                Key.of("F", KeyCode.F)));
        all.add(heatmap("refit", "Refit prices and go with the market", HeatmapPanel::refit, Key.of("R", KeyCode.R)));
    }

    /** The keys 1 to 5 are the types in their order, with Shift the bands of leverage. */
    private void addLiquidations(List<Action> all) {
        LiquidationControl control = workspace.axes().liquidations();
        int key = 0;
        for (HeatType type : HeatType.values()) {
            key++;
            String words = "Heatmap: " + type.title().toLowerCase(Locale.ROOT);
            all.add(heatmap(
                    "type-" + key,
                    words,
                    panel -> control.type(type),
                    Key.of(Integer.toString(key), KeyCode.getKeyCode(Integer.toString(key)))));
        }
        key = 0;
        for (Tier.Band band : Tier.Band.values()) {
            key++;
            all.add(heatmap(
                    "tier-" + key,
                    "Leverage " + TierColours.title(band) + " in or out",
                    panel -> control.toggle(band),
                    Key.shift(Integer.toString(key), KeyCode.getKeyCode(Integer.toString(key)))));
        }
        key = 0;
        for (Venue venue : Venue.values()) {
            key++;
            all.add(heatmap(
                            "heat-venue-" + venue.id(),
                            "Heatmap by venues: " + venue.title() + " in or out",
                            panel -> control.toggle(venue),
                            Key.ctrl(Integer.toString(key), KeyCode.getKeyCode(Integer.toString(key))))
                    .when(() -> control.liquidations() && control.type() == HeatType.VENUES));
        }
        all.add(heatmap(
                "layer",
                "Layer: liquidations or resting depth",
                panel -> control.liquidations(!control.liquidations()),
                Key.of("H", KeyCode.H)));
        all.add(heatmap(
                "basis", "Basis: at risk, discounted, expected", HeatmapPanel::nextBasis, Key.of("B", KeyCode.B)));
        all.add(heatmap(
                "cold", "Cold zones", panel -> control.coldZones(!control.coldZones()), Key.of("D", KeyCode.D)));
    }

    private void addPanels(List<Action> all) {
        all.add(heatmap("pin", "Pin crosshair and tooltip", HeatmapPanel::togglePin, Key.of("X", KeyCode.X)));
        arrow(all, "left", "Crosshair to earlier", "←", KeyCode.LEFT, -1, 0);
        arrow(all, "right", "Crosshair to later", "→", KeyCode.RIGHT, 1, 0);
        arrow(all, "up", "Crosshair up", "↑", KeyCode.UP, 0, 1);
        arrow(all, "down", "Crosshair down", "↓", KeyCode.DOWN, 0, -1);
        all.add(ladder("recentre", "Recentre the ladder", LadderPanel::recentre, Key.of("C", KeyCode.C)));
        all.add(ladder("link", "Ladder linked or close-up", LadderPanel::toggleLink, Key.of("U", KeyCode.U)));
        all.add(ladder(
                "finer", "Ladder grouping finer", LadderPanel::finer, Key.sign("[", KeyCode.OPEN_BRACKET, false)));
        all.add(ladder(
                "coarser",
                "Ladder grouping coarser",
                LadderPanel::coarser,
                Key.sign("]", KeyCode.CLOSE_BRACKET, false)));
    }

    /** The keys 1 to 5 stand for the venues in their order, whichever of them are there. */
    private void addVenues(List<Action> all) {
        List<Venue> venues = List.of(Venue.values());
        for (int i = 0; i < venues.size(); i++) {
            Venue venue = venues.get(i);
            KeyCode digit = KeyCode.getKeyCode(Integer.toString(i + 1));
            all.add(Action.of(
                            "venue-" + venue.id(),
                            "Venue: switch " + venue.title() + " on or off",
                            () -> workspace.axes().venues().toggle(venue),
                            Key.alt(Integer.toString(i + 1), digit))
                    .when(() -> workspace.axes().venues().switchable(venue)));
        }
        all.add(ladder(
                "ladder-venue", "Ladder: merged, or the next venue", LadderPanel::nextVenue, Key.of("V", KeyCode.V)));
    }

    private void addFunding(List<Action> all) {
        all.add(Action.of(
                        "own-venue",
                        "Funding: the next venue as your own, first",
                        () -> workspace.panel(FundingPanel.class).ifPresent(FundingPanel::nextOwn),
                        Key.alt("V", KeyCode.V))
                .when(() -> workspace.panel(FundingPanel.class).isPresent()));
    }

    private void arrow(List<Action> all, String id, String title, String sign, KeyCode code, int cells, int rows) {
        all.add(heatmap(id, title + " by a cell", panel -> panel.crosshairBy(cells, rows), Key.of(sign, code)));
        all.add(heatmap(
                id + "-10",
                title + " by ten",
                panel -> panel.crosshairBy(10 * cells, 10 * rows),
                Key.shift(sign, code)));
    }

    private Action heatmap(String id, String title, Consumer<HeatmapPanel> run, Key key) {
        return Action.of(id, title, () -> workspace.panel(HeatmapPanel.class).ifPresent(run), key)
                .when(() -> workspace.panel(HeatmapPanel.class).isPresent());
    }

    private Action ladder(String id, String title, Consumer<LadderPanel> run, Key key) {
        return Action.of(id, title, () -> workspace.panel(LadderPanel.class).ifPresent(run), key)
                .when(() -> workspace.panel(LadderPanel.class).isPresent());
    }

    private void addTime(List<Action> all) {
        BooleanSupplier replaying = () -> workspace.replayBar().isPresent();
        all.add(Action.of(
                "hold",
                replaying.getAsBoolean() ? "Play or pause the replay" : "Hold the picture; data goes on",
                () -> workspace.replayBar().ifPresentOrElse(ReplayBar::playOrPause, workspace::hold),
                Key.of("Space", KeyCode.SPACE)));
        all.add(replay("back", "Replay: one second back", ReplayBar::back, Key.sign(",", KeyCode.COMMA, false)));
        all.add(replay("step", "Replay: one frame", ReplayBar::step, Key.sign(".", KeyCode.PERIOD, false)));
        all.add(replay("slower", "Replay: slower", bar -> bar.faster(-1), Key.sign("<", KeyCode.COMMA, true)));
        all.add(replay("faster", "Replay: faster", bar -> bar.faster(1), Key.sign(">", KeyCode.PERIOD, true)));
        all.add(Action.of("journal", "Journal on or off", workspace::toggleJournal, Key.ctrl("R", KeyCode.R))
                .when(() -> workspace.session().mode() != Session.Mode.REPLAY));
        all.add(Action.of(
                "health",
                "Feed health: each venue's topics, losses, switch",
                workspace::showHealth,
                Key.ctrl("H", KeyCode.H)));
    }

    private Action replay(String id, String title, Consumer<ReplayBar> run, Key key) {
        return Action.of(id, title, () -> workspace.replayBar().ifPresent(run), key)
                .when(() -> workspace.replayBar().isPresent());
    }

    private double middle() {
        return Double.isFinite(crosshair.price()) ? price.y(crosshair.price()) : price.height() / 2;
    }

    private long halfPage() {
        return Math.max(1, (price.highRow() - price.lowRow()) / 2);
    }

    private void toStart() {
        TimeLog<?> log = workspace.view().history().bars().isEmpty()
                ? null
                : workspace.view().history().bars().get(0);
        if (log != null && log.get(log.begin()) instanceof Bar first) {
            time.goTo(first.startNanos() + time.spanNanos());
        }
    }
}
