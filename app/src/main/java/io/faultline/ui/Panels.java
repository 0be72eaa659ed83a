package io.faultline.ui;

import io.faultline.ui.alarms.AlarmListPanel;
import io.faultline.ui.alarms.AlarmLogPanel;
import io.faultline.ui.clusters.ClusterTable;
import io.faultline.ui.clusters.QualityCardPanel;
import io.faultline.ui.clusters.SetupPanel;
import io.faultline.ui.figures.FiguresPanel;
import io.faultline.ui.funding.FundingPanel;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.lanes.LanesPanel;
import io.faultline.ui.ledger.LedgerPanel;
import io.faultline.ui.map.MapPanel;
import io.faultline.ui.model.ModelPanel;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.plans.EventsPanel;
import io.faultline.ui.plans.OwnPanel;
import io.faultline.ui.plans.PaperPanel;
import io.faultline.ui.plans.PlanPanel;
import io.faultline.ui.theme.Theme;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the panels of a workspace, again when one has stopped.
 *
 * @param dock in the order of their tabs; whoever has a panel for the dock adds it here
 */
record Panels(
        Supplier<Panel> heatmap,
        Supplier<Panel> lanes,
        Supplier<Panel> map,
        Supplier<Panel> ladder,
        Supplier<Panel> funding,
        List<DockPanel> dock) {
    Panels {
        dock = List.copyOf(dock);
    }

    static Panels of(Shared axes) {
        return new Panels(
                () -> new HeatmapPanel(axes, Theme.palette()),
                () -> new LanesPanel(axes, Theme.palette()),
                () -> new MapPanel(axes, Theme.palette()),
                () -> new LadderPanel(axes, Theme.palette()),
                () -> new FundingPanel(axes, Theme.palette()),
                List.of(
                        new DockPanel(
                                "clusters",
                                "Clusters",
                                DockPanel.Place.TABLE,
                                () -> new ClusterTable(axes, Theme.palette())),
                        new DockPanel(
                                LedgerPanel.ID,
                                "Ledger",
                                DockPanel.Place.LEDGER,
                                () -> new LedgerPanel(Theme.palette())),
                        new DockPanel("card", "Card", DockPanel.Place.CARD, () -> new QualityCardPanel(axes)),
                        new DockPanel("setup", "Set-up", DockPanel.Place.SETUP, () -> new SetupPanel(axes)),
                        new DockPanel(PlanPanel.ID, "Plan", DockPanel.Place.SETUP, () -> new PlanPanel(axes)),
                        new DockPanel(OwnPanel.ID, "My position", DockPanel.Place.SETUP, () -> new OwnPanel(axes)),
                        new DockPanel(EventsPanel.ID, "Events", DockPanel.Place.SETUP, () -> new EventsPanel(axes)),
                        new DockPanel(PaperPanel.ID, "Paper", DockPanel.Place.LEDGER, () -> new PaperPanel(axes)),
                        new DockPanel("figures", "Figures", DockPanel.Place.CARD, () -> new FiguresPanel(axes)),
                        new DockPanel(ModelPanel.ID, "Model", DockPanel.Place.CARD, () -> new ModelPanel(axes)),
                        new DockPanel(
                                AlarmLogPanel.ID,
                                "Alarm log",
                                DockPanel.Place.LOG,
                                () -> new AlarmLogPanel(axes.alarms())),
                        new DockPanel(
                                AlarmListPanel.ID,
                                "Alarms",
                                DockPanel.Place.LOG,
                                () -> new AlarmListPanel(axes.alarms())),
                        new DockPanel(
                                FeedHealth.ID,
                                "Feed health",
                                DockPanel.Place.FEEDS,
                                () -> new FeedHealth(axes.venues()))));
    }
}
