package io.faultline.ui.alarms.chart;

import io.faultline.ui.axis.PriceAxis;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;

/** What the right mouse button offers of alarms, on every plot that has a price axis. */
public final class AlarmMenu {
    private AlarmMenu() {}

    /** @param y of the axis, pixels below the top of its plot */
    public static List<MenuItem> items(AlarmControl control, PriceAxis axis, double y) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("menu-alarm-here", "New alarm here… (Alt+click)", () -> control.onPrice(axis, y)));
        control.clusterAt(axis.price(y))
                .ifPresent(cluster -> items.add(item(
                        "menu-alarm-cluster",
                        "New alarm on " + cluster.name() + "…",
                        () -> control.onCluster(cluster.id()))));
        items.add(item("menu-alarm-size", "New alarm on liquidations of a size…", control::onSize));
        items.add(item("menu-alarm-any", "New alarm on any cluster…", control::onAnyCluster));
        return items;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
