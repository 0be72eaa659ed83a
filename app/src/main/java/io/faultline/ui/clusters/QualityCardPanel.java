package io.faultline.ui.clusters;

import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.ledger.SweepScores;
import io.faultline.signal.SizeBand;
import io.faultline.ui.paint.Grey;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * All that is known of one cluster, the selected one or else the nearest, with doubt in words. Figures move twice a second.
 * JavaFX thread only.
 */
public final class QualityCardPanel implements Panel {
    private static final double COLUMN = 236;
    private static final double NAME = 92;

    private final Shared axes;
    private final ClusterControl control;
    private final LineGrid lines = new LineGrid(COLUMN, NAME);
    private final Label doubts = new Label();
    private final Label head = new Label();
    private final Button alarm = new Button("Alarm");
    private final Button plan = new Button("Plan");
    private final HBox strip = new HBox(8, head, alarm, plan);
    private final ScrollPane root;
    private ClustersView shown = ClustersView.NONE;
    private List<Line> written = List.of();
    private String title = "";
    private final Rest rest = new Rest();
    private Map<SizeBand, SweepScores.Effect> here = Map.of();

    public QualityCardPanel(Shared axes) {
        this.axes = axes;
        control = axes.clusters();
        doubts.setWrapText(true);
        doubts.getStyleClass().add("low");
        doubts.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(4, lines, doubts);
        content.getStyleClass().add("cluster-card");
        root = new ScrollPane(content);
        root.getStyleClass().add("dock-scroll");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setMinSize(0, 0);
        root.getStylesheets().add(sheet());
        head.setMinWidth(0);
        head.setId("card-head");
        button(alarm, "card-alarm", "Sets an alarm on this cluster", "No alarms here");
        button(plan, "card-plan", "Plans a trade on this cluster", "No plans here");
        alarm.setOnAction(event -> cluster().ifPresent(control::alarm));
        plan.setOnAction(event -> cluster().ifPresent(control::plan));
        strip.setAlignment(Pos.CENTER_RIGHT);
        strip.setMinWidth(0);
    }

    static String sheet() {
        return Objects.requireNonNull(QualityCardPanel.class.getResource("/io/faultline/ui/clusters.css"))
                .toExternalForm();
    }

    private static void button(Button button, String id, String words, String none) {
        button.setId(id);
        button.getStyleClass().setAll("action-button", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setAccessibleHelp(none);
    }

    private Optional<ClusterView> cluster() {
        return control.shown(shown);
    }

    @Override
    public String title() {
        return "Card";
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public Region strip() {
        return strip;
    }

    @Override
    public void pulse(Pulse pulse) {
        if (!rest.due(pulse.nowNanos(), control.version() + axes.liquidations().version())) {
            return;
        }
        shown = pulse.view().clusters();
        Grey.on(lines, pulse.view().grid().restored());
        here = pulse.view().ledger().board().sweeps().bySize();
        show(LastPrice.of(pulse.view()).decimals());
    }

    private void show(int decimals) {
        Optional<ClusterView> found = cluster();
        alarm.setDisable(found.isEmpty() || !control.canAlarm());
        plan.setDisable(found.isEmpty() || !control.canPlan());
        String said;
        if (found.isPresent()) {
            ClusterView cluster = found.get();
            String which = control.selected() == cluster.id() ? "" : "nearest: ";
            title = which + CardWords.title(cluster, decimals);
            written = CardWords.of(shown, cluster, control.choice(), here, decimals);
            said = String.join(" ", CardWords.doubts(shown, cluster));
        } else {
            title = control.selected() == ClusterControl.NONE ? "no cluster" : "that cluster has dissolved";
            written = List.of();
            said = shown.known() ? "There is no cluster." : "Clusters are not known yet: the model is being built.";
        }
        set(head, title);
        set(doubts, said);
        lines.show(written);
        root.setAccessibleText("Quality card, " + title);
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }

    @Override
    public String asText() {
        return "Quality card " + title + "\n"
                + written.stream().map(line -> line.text() + "\n").collect(Collectors.joining()) + doubts.getText()
                + "\n";
    }
}
