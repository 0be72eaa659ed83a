package io.faultline.ui.clusters;

import io.faultline.desk.ClusterView;
import io.faultline.ui.paint.PanelRequest;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What the right mouse button offers in the cluster table. JavaFX thread only. */
final class ClusterMenu {
    static final List<Double> SIZES = List.of(0.0, 1e6, 5e6, 10e6, 25e6, 50e6, 100e6, 200e6, 500e6);

    private final ClusterTable table;
    private final Shared axes;
    private final ContextMenu menu = new ContextMenu();

    ClusterMenu(ClusterTable table, Shared axes) {
        this.table = table;
        this.axes = axes;
        menu.getItems().add(new MenuItem("…")); // an empty menu does not open
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
    }

    ContextMenu node() {
        return menu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        ClusterRow row = table.selectedRow();
        if (row != null) {
            ofCluster(items, row);
            items.add(new SeparatorMenuItem());
        }
        items.add(item(
                "menu-copy-rows", "Copy all rows (Ctrl+C)", () -> axes.clip().put(table.asText())));
        items.add(item("menu-export-csv", "Export as CSV", () -> export(".csv")));
        items.add(item("menu-export-json", "Export as JSON", () -> export(".json")));
        items.add(sizes("Least size"));
        Menu columns = new Menu("Columns");
        for (Column column : Column.values()) {
            CheckMenuItem shown = new CheckMenuItem(
                    column == Column.STAR
                            ? "own"
                            : column.title(axes.liquidations().discount()));
            shown.setSelected(!table.hidden().contains(column));
            shown.setDisable(column == Column.CLUSTER);
            shown.setOnAction(event -> table.toggle(column));
            columns.getItems().add(shown);
        }
        items.add(columns);
        return items;
    }

    private void export(String extension) {
        table.node().fireEvent(PanelRequest.export("clusters", extension));
    }

    private void ofCluster(List<MenuItem> items, ClusterRow row) {
        ClusterControl control = axes.clusters();
        String name = row.track().name();
        items.add(item(
                "menu-star",
                row.starred() ? name + " is not my own" : "Mark " + name + " as my own",
                () -> control.star(row.track())));
        ClusterView cluster = row.view();
        if (cluster != null) {
            items.add(item("menu-jump", "Show " + name + " (Enter)", () -> axes.jumpTo(cluster)));
            if (control.canAlarm()) {
                items.add(item("menu-alarm", "Alarm on " + name, () -> control.alarm(cluster)));
            }
            if (control.canPlan()) {
                items.add(item("menu-plan", "Plan on " + name, () -> control.plan(cluster)));
            }
            items.add(item("menu-remark", "Measure its way from here", () -> control.remark(row.id())));
        }
        items.add(item("menu-copy-row", "Copy " + name, () -> axes.clip().put(table.text(row))));
    }

    /** What may be left out, by size. */
    Menu sizes(String title) {
        Menu sizes = new Menu(title);
        for (double usd : SIZES) {
            CheckMenuItem size = new CheckMenuItem(usd == 0 ? "all" : Numbers.usd(usd) + " at risk or more");
            size.setSelected(usd == table.leastUsd());
            size.setOnAction(event -> table.leastUsd(usd));
            sizes.getItems().add(size);
        }
        return sizes;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
