package io.faultline.ui;

import io.faultline.desk.ClustersView;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingRule;
import io.faultline.signal.SizeScale;
import io.faultline.ui.clusters.ClusterTable;
import io.faultline.ui.panel.ClusterControl;
import java.util.List;
import javafx.scene.input.KeyCode;

/** What can be done about clusters, with the keys for it. JavaFX thread only. */
final class ClusterActions {
    private final Workspace workspace;
    private final ClusterControl control;

    ClusterActions(Workspace workspace) {
        this.workspace = workspace;
        control = workspace.axes().clusters();
    }

    List<Action> list() {
        return List.of(
                Action.of("next-cluster", "Next cluster by distance", () -> step(1), Key.of("Y", KeyCode.Y)),
                Action.of(
                        "previous-cluster", "Previous cluster by distance", () -> step(-1), Key.shift("Y", KeyCode.Y)),
                Action.of("cluster-show", "Cluster: bring the selected one into view", this::jump),
                Action.of("cluster-star", "Cluster: mark the selected one as your own, or not", this::star),
                Action.of("cluster-remark", "Cluster: measure the way of the selected one from here", this::remark),
                Action.of(
                        "quality-card",
                        "Quality card of the selected or the nearest cluster",
                        () -> workspace.layout().showInDock("card"),
                        Key.of("Q", KeyCode.Q)),
                Action.of(
                        "news",
                        "What changed in the clusters since you last looked, and what alarms said",
                        workspace::showNews,
                        Key.of("F3", KeyCode.F3)),
                Action.of(
                        "setup",
                        "Cascade set-up of both sides",
                        () -> workspace.layout().showInDock("setup")),
                Action.of(
                        "clusters",
                        "Clusters: the table",
                        () -> workspace.layout().showInDock("clusters")),
                Action.of(
                        "cluster-sort",
                        "Clusters: sort by the next of size, distance, density, age, grade",
                        () -> workspace.panel(ClusterTable.class).ifPresent(ClusterTable::nextSort),
                        Key.of("S", KeyCode.S)),
                Action.of(
                        "funding-rule",
                        "Funding rule: Squeeze or Carry",
                        () -> control.rule(
                                control.rule() == FundingRule.SQUEEZE ? FundingRule.CARRY : FundingRule.SQUEEZE),
                        Key.of("G", KeyCode.G)),
                Action.of("distances", "Distances: of the timeframe, 1.5/3 %, or 2/5 %", this::distances),
                Action.of(
                        "size-scale",
                        "Sizes of clusters: by open interest, or as published for BTC",
                        () -> control.scale(
                                control.scale() == SizeScale.BY_OPEN_INTEREST
                                        ? SizeScale.AS_PUBLISHED
                                        : SizeScale.BY_OPEN_INTEREST)));
    }

    private ClustersView view() {
        return workspace.view().clusters();
    }

    private void step(int steps) {
        control.step(view(), steps);
    }

    private void jump() {
        control.shown(view()).ifPresent(workspace.axes()::jumpTo);
    }

    private void star() {
        control.shown(view()).ifPresent(cluster -> control.star(cluster.track()));
    }

    private void remark() {
        control.shown(view()).ifPresent(cluster -> control.remark(cluster.id()));
    }

    private void distances() {
        if (!control.ownDistances()) {
            control.distances(DistanceProfile.NARROW);
        } else if (control.distances() == DistanceProfile.NARROW) {
            control.distances(DistanceProfile.WIDE);
        } else {
            control.distances(null);
        }
    }
}
