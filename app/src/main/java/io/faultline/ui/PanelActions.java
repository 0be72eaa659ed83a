package io.faultline.ui;

import io.faultline.ui.model.ModelPanel;
import io.faultline.ui.panel.LiquidationControl;
import java.util.List;
import javafx.scene.input.KeyCode;

/** What can be done to the panels around the heatmap, with the keys for it. JavaFX thread only. */
final class PanelActions {
    private final Workspace workspace;

    PanelActions(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Action> list() {
        LiquidationControl liquidations = workspace.axes().liquidations();
        return List.of(
                Action.of(
                        "model", "Model: parameters and margin tables", workspace::showModel, Key.ctrl("M", KeyCode.M)),
                Action.of(
                                "model-reset",
                                "Model: parameters back to their defaults",
                                () -> workspace.panel(ModelPanel.class).ifPresent(ModelPanel::reset),
                                Key.alt("M", KeyCode.M))
                        .when(() -> workspace.panel(ModelPanel.class).isPresent()),
                Action.of(
                        "map",
                        "Liquidation map: show or hide",
                        workspace.layout()::toggleMap,
                        Key.shift("M", KeyCode.M)),
                Action.of(
                        "map-stack",
                        "Liquidation map: by tier or venue",
                        () -> liquidations.mapByVenue(!liquidations.mapByVenue()),
                        Key.shift("V", KeyCode.V)),
                Action.of(
                        "timeframe",
                        "Scalp, day or swing: window and distances",
                        () -> workspace.timeframes().next(),
                        Key.of("T", KeyCode.T)),
                Action.of(
                        "panel-help", "What the panel shows", workspace.commands()::help, Key.ctrl("F1", KeyCode.F1)));
    }
}
