package io.faultline.ui.heatmap;

import io.faultline.liquidation.LookBack;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.ScaleChoice;
import io.faultline.ui.settings.Setting;
import io.faultline.ui.settings.SettingsControl;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** What the right mouse button offers in the plot. */
final class HeatmapMenu {
    private static final double[] DISCOUNTS = {20, 25, 30};

    private final LiquidationControl control;
    private final SettingsControl settings;
    private final PriceLayer price;
    private final Runnable copyCell;
    private final Runnable redraw;

    /**
     * @param copyCell copies what the tooltip says
     * @param redraw runs when something other than the control was changed
     */
    HeatmapMenu(
            LiquidationControl control,
            SettingsControl settings,
            PriceLayer price,
            Runnable copyCell,
            Runnable redraw) {
        this.control = control;
        this.settings = settings;
        this.price = price;
        this.copyCell = copyCell;
        this.redraw = redraw;
    }

    /**
     * Opens at that point of the screen; made anew each time, so that it says what is chosen now.
     *
     * @param here what can be armed and planned there
     */
    ContextMenu open(Node over, double screenX, double screenY, List<MenuItem> here) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(here);
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(items());
        menu.show(over, screenX, screenY);
        return menu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        MenuItem copy = new MenuItem("Copy cell");
        copy.setId("menu-copy-cell");
        copy.setOnAction(event -> copyCell.run());
        items.add(copy);
        items.add(new SeparatorMenuItem());
        items.add(check("Cold zones (D)", control.coldZones(), () -> control.coldZones(!control.coldZones())));
        items.add(check("Candles (K)", price.candles(), () -> price.candles(!price.candles())));
        items.add(check("Bubbles (O)", price.bubbles(), () -> price.bubbles(!price.bubbles())));
        items.add(new SeparatorMenuItem());
        ToggleGroup positions = new ToggleGroup();
        boolean all = control.lookBack() == LookBack.ALL_POSITIONS;
        items.add(radio("All positions", positions, all, () -> control.lookBack(LookBack.ALL_POSITIONS)));
        items.add(radio("Built in window", positions, !all, () -> control.lookBack(LookBack.BUILT_IN_WINDOW)));
        items.add(new SeparatorMenuItem());
        ToggleGroup discount = new ToggleGroup();
        for (double percent : DISCOUNTS) {
            boolean now = Math.abs(settings.get(KnownSettings.DISCOUNT_PERCENT) - percent) < 0.5;
            String words = "Discount " + Numbers.percent(-percent / 100, 0);
            items.add(radio(words, discount, now, () -> {
                control.discount(percent / 100);
                settings.set(KnownSettings.DISCOUNT_PERCENT, percent);
            }));
        }
        items.add(new SeparatorMenuItem());
        ToggleGroup scale = new ToggleGroup();
        Setting<ScaleChoice> scaleOf =
                control.liquidations() ? KnownSettings.LIQUIDATION_SCALE : KnownSettings.DEPTH_SCALE;
        for (ScaleChoice choice : ScaleChoice.values()) {
            boolean now = settings.get(scaleOf) == choice;
            items.add(radio("Colours: " + choice.title(), scale, now, () -> settings.set(scaleOf, choice)));
        }
        return items;
    }

    private MenuItem check(String words, boolean on, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setSelected(on);
        item.setOnAction(event -> {
            action.run();
            redraw.run();
        });
        return item;
    }

    private MenuItem radio(String words, ToggleGroup group, boolean on, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(group);
        item.setSelected(on);
        item.setOnAction(event -> {
            action.run();
            redraw.run();
        });
        return item;
    }
}
