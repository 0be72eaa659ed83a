package io.faultline.ui.heatmap;

import io.faultline.ui.paint.PanelRequest;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.ScaleChoice;
import io.faultline.ui.settings.Setting;
import io.faultline.ui.settings.SettingsControl;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** What the right mouse button offers in the plot. */
final class HeatmapMenu {
    private static final double[] DISCOUNTS = {20, 25, 30};

    private final Shared axes;
    private final LiquidationControl control;
    private final SettingsControl settings;
    private final Runnable copyCell;

    /** @param copyCell copies what the tooltip says */
    HeatmapMenu(Shared axes, Runnable copyCell) {
        this.axes = axes;
        control = axes.liquidations();
        settings = axes.settings();
        this.copyCell = copyCell;
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
        menu.getItems().addAll(items(over));
        menu.show(over, screenX, screenY);
        return menu;
    }

    private List<MenuItem> items(Node over) {
        List<MenuItem> items = new ArrayList<>();
        MenuItem copy = new MenuItem("Copy cell");
        copy.setId("menu-copy-cell");
        copy.setOnAction(event -> copyCell.run());
        items.add(copy);
        items.addAll(PanelRequest.items(over));
        items.add(new SeparatorMenuItem());
        items.addAll(ChartMenu.items(axes));
        items.add(new SeparatorMenuItem());
        ToggleGroup discount = new ToggleGroup();
        for (double percent : DISCOUNTS) {
            boolean now = Math.abs(settings.get(KnownSettings.DISCOUNT_PERCENT) - percent) < 0.5;
            String words = "Discount " + Numbers.percent(-percent / 100, 0);
            items.add(ChartMenu.radio(words, discount, now, () -> {
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
            items.add(ChartMenu.radio("Colours: " + choice.title(), scale, now, () -> settings.set(scaleOf, choice)));
        }
        return items;
    }
}
