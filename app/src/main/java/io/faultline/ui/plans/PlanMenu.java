package io.faultline.ui.plans;

import io.faultline.ui.panel.Shared;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;

/** What the right mouse button offers of plans, on every plot that has a price axis. JavaFX thread only. */
public final class PlanMenu {
    private PlanMenu() {}

    /** @param price where the mouse is: the cluster that stands there can be planned on */
    public static List<MenuItem> items(Shared axes, double price) {
        List<MenuItem> items = new ArrayList<>();
        axes.alarms()
                .clusterAt(price)
                .filter(cluster -> axes.clusters().canPlan())
                .ifPresentOrElse(
                        cluster -> items.add(item(
                                "menu-plan-cluster",
                                "Plan on " + cluster.name() + "…",
                                () -> axes.clusters().plan(cluster))),
                        () -> items.add(item("menu-plan", "Plan… (E)", () -> {
                            axes.plans().plan().make();
                            axes.plans().open(PlanPanel.ID);
                        })));
        items.add(item("menu-own", "Am I in a cluster?… (I)", () -> axes.plans().open(OwnPanel.ID)));
        return items;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
