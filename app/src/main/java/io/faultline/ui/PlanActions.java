package io.faultline.ui;

import io.faultline.ui.plans.EventsPanel;
import io.faultline.ui.plans.OwnPanel;
import io.faultline.ui.plans.PaperPanel;
import io.faultline.ui.plans.PlanPanel;
import io.faultline.ui.plans.SheetCard;
import java.util.List;
import javafx.scene.input.KeyCode;

/** What can be planned, with the keys for it. JavaFX thread only. */
final class PlanActions {
    private final Workspace workspace;

    PlanActions(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Action> list() {
        return List.of(
                Action.of(
                        "plan",
                        "Plan a trade on the selected cluster, or the nearest",
                        this::plan,
                        Key.of("E", KeyCode.E)),
                Action.of(
                        "plan-drop",
                        "Plan: forget it",
                        () -> workspace.axes().plans().plan().drop()),
                Action.of("own", "Am I in a cluster? My own position", () -> show(OwnPanel.ID), Key.of("I", KeyCode.I)),
                Action.of("sheet", "Session sheet", this::sheet, Key.of("F2", KeyCode.F2)),
                Action.of(
                        "paper", "Paper trades: nothing is sent", () -> show(PaperPanel.ID), Key.of("F7", KeyCode.F7)),
                Action.of("events", "Events: dates that move markets", () -> show(EventsPanel.ID)),
                Action.of("ledger", "Ledger: what came of what was said", () -> show("ledger")));
    }

    private void show(String panel) {
        workspace.layout().showInDock(panel);
    }

    private void plan() {
        workspace.axes().plans().plan().make();
        show(PlanPanel.ID);
    }

    private void sheet() {
        SheetCard card = new SheetCard(workspace.session(), workspace.view(), workspace.axes(), workspace.nowNanos());
        workspace.overlays().toggle("session-sheet", card.node(), card.node());
    }
}
