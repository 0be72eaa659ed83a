package io.faultline.ui;

import io.faultline.liquidation.LookBack;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.heatmap.Times;
import io.faultline.ui.panel.ChartControl;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.text.Numbers;
import java.util.List;
import javafx.scene.input.KeyCode;

/** What can be chosen about what lies over the heat, with the keys for it. JavaFX thread only. */
final class ChartActions {
    private final Workspace workspace;
    private final ChartControl chart;
    private final LiquidationControl liquidations;

    ChartActions(Workspace workspace) {
        this.workspace = workspace;
        chart = workspace.axes().chart();
        liquidations = workspace.axes().liquidations();
    }

    List<Action> list() {
        return List.of(
                of(
                        "candles",
                        "Candles or line",
                        () -> chart.candles(!chart.look().candles()),
                        Key.of("K", KeyCode.K)),
                of("bars", "Bar size: the next, or by the zoom", this::bars, Key.shift("K", KeyCode.K)),
                of(
                        "swings",
                        "Swing marks: turning points of the price",
                        () -> chart.swings(!chart.look().swings()),
                        Key.shift("S", KeyCode.S)),
                of(
                        "volume-by-price",
                        "Volume by price: bought and sold, at the heatmap's edge",
                        () -> chart.volume(!chart.look().volume()),
                        Key.shift("H", KeyCode.H)),
                of(
                        "bubbles",
                        "Bubbles of liquidations",
                        () -> chart.liquidations(!chart.look().liquidations()),
                        Key.of("O", KeyCode.O)),
                of(
                        "bubbles-least",
                        "Bubbles of liquidations: the next least size",
                        this::leastLiquidation,
                        Key.alt("O", KeyCode.O)),
                of(
                        "large-trades",
                        "Bubbles of large trades",
                        () -> chart.trades(!chart.look().trades()),
                        Key.shift("O", KeyCode.O)),
                of(
                        "large-trades-least",
                        "Bubbles of large trades: the next least size",
                        this::leastTrade,
                        Key.alt("T", KeyCode.T)),
                of(
                        "look-back",
                        "Positions: all, or only those opened in the window",
                        this::lookBack,
                        Key.shift("B", KeyCode.B)));
    }

    private Action of(String id, String title, Runnable run, Key key) {
        return Action.of(id, title, run, key)
                .when(() -> workspace.panel(HeatmapPanel.class).isPresent());
    }

    private void bars() {
        chart.nextBars();
        long seconds = chart.look().barSeconds();
        say("Bars: " + (seconds == 0 ? "by the zoom" : Times.length(seconds * 1_000_000_000L)));
    }

    private void leastLiquidation() {
        chart.nextLeastLiquidation();
        double usd = chart.look().leastLiquidationUsd();
        say("Bubbles of liquidations: " + (usd == 0 ? "of any size" : "from " + Numbers.usd(usd) + " USD"));
    }

    private void leastTrade() {
        chart.nextLeastTrade();
        double usd = chart.look().leastTradeUsd();
        say("Bubbles of trades: " + (usd == 0 ? "the largest of this tape" : "from " + Numbers.usd(usd) + " USD"));
    }

    private void lookBack() {
        boolean all = liquidations.lookBack() == LookBack.ALL_POSITIONS;
        liquidations.lookBack(all ? LookBack.BUILT_IN_WINDOW : LookBack.ALL_POSITIONS);
        say(all ? "Heatmap: only positions opened in the window" : "Heatmap: all positions");
    }

    private void say(String words) {
        workspace.say(words, false);
    }
}
