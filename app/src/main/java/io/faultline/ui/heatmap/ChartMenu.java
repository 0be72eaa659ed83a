package io.faultline.ui.heatmap;

import io.faultline.liquidation.LookBack;
import io.faultline.ui.panel.ChartControl;
import io.faultline.ui.panel.ChartLook;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** What lies over the heat, to be chosen: price, bubbles, volume by price, swings, cold zones, and which positions count. */
final class ChartMenu {
    private ChartMenu() {}

    /** Made anew each time, so that they say what is chosen now. */
    static List<MenuItem> items(Shared axes) {
        ChartControl chart = axes.chart();
        LiquidationControl control = axes.liquidations();
        ChartLook look = chart.look();
        List<MenuItem> items = new ArrayList<>();
        items.add(check("Candles (K)", look.candles(), () -> chart.candles(!look.candles())));
        items.add(bars(chart));
        items.add(check("Swing marks (Shift+S)", look.swings(), () -> chart.swings(!look.swings())));
        items.add(check("Volume by price (Shift+H)", look.volume(), () -> chart.volume(!look.volume())));
        items.add(new SeparatorMenuItem());
        items.add(check(
                "Bubbles of liquidations (O)", look.liquidations(), () -> chart.liquidations(!look.liquidations())));
        items.add(sizes("Liquidations from (Alt+O)", "all", look.leastLiquidationUsd(), chart::leastLiquidation));
        items.add(check("Bubbles of large trades (Shift+O)", look.trades(), () -> chart.trades(!look.trades())));
        items.add(sizes(
                "Trades from (Alt+T)", "auto: the largest of this tape", look.leastTradeUsd(), chart::leastTrade));
        items.add(new SeparatorMenuItem());
        items.add(check("Cold zones (D)", control.coldZones(), () -> control.coldZones(!control.coldZones())));
        ToggleGroup positions = new ToggleGroup();
        boolean all = control.lookBack() == LookBack.ALL_POSITIONS;
        items.add(radio("All positions (Shift+B)", positions, all, () -> control.lookBack(LookBack.ALL_POSITIONS)));
        items.add(radio(
                "Only those opened in the window (Shift+B)",
                positions,
                !all,
                () -> control.lookBack(LookBack.BUILT_IN_WINDOW)));
        return items;
    }

    private static Menu bars(ChartControl chart) {
        Menu menu = new Menu("Bar size (Shift+K)");
        ToggleGroup group = new ToggleGroup();
        for (long seconds : ChartLook.BARS) {
            String words = seconds == 0 ? "auto: by the zoom" : Times.length(seconds * 1_000_000_000L);
            menu.getItems().add(radio(words, group, chart.look().barSeconds() == seconds, () -> chart.bars(seconds)));
        }
        return menu;
    }

    private interface Least {
        void usd(double least);
    }

    private static Menu sizes(String title, String none, double now, Least chosen) {
        Menu menu = new Menu(title);
        ToggleGroup group = new ToggleGroup();
        for (double usd : ChartLook.LEAST) {
            String words = usd == 0 ? none : Numbers.usd(usd) + " USD";
            menu.getItems().add(radio(words, group, now == usd, () -> chosen.usd(usd)));
        }
        return menu;
    }

    static MenuItem check(String words, boolean on, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setSelected(on);
        item.setOnAction(event -> action.run());
        return item;
    }

    static MenuItem radio(String words, ToggleGroup group, boolean on, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(group);
        item.setSelected(on);
        item.setOnAction(event -> action.run());
        return item;
    }
}
