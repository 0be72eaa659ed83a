package io.faultline.ui.funding;

import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.SideView;
import io.faultline.market.PositionSide;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.ui.clusters.ClusterWords;
import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.paint.Segments;
import io.faultline.ui.panel.ClusterControl;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Which reading of funding is in force, and what it says of the nearest and the largest cluster of each side, with the
 * reason. As high whether there are clusters or not. JavaFX thread only.
 */
final class FundingRuleBox {
    private static final double LINE = 18;
    private static final double GAP = 3;
    private static final double NAME = 28;
    private static final double CHIP = 78;
    private static final int MOST = 4;

    /** How high it is. */
    static final double HEIGHT = 8 + 22 + GAP + MOST * (LINE + GAP) + 8;

    private final ClusterControl control;
    private final Segments rules = new Segments("Squeeze", "Carry");
    private final Label figure = PanelHead.label("low");
    private final List<Row> rows = new ArrayList<>();
    private final VBox node = new VBox(GAP);
    private List<FundingVerdict> shown = List.of();

    /** The labels of one verdict. */
    private record Row(Label name, Label chip, Label reason, Tooltip rule) {}

    FundingRuleBox(ClusterControl control) {
        this.control = control;
        rules.node().setId("funding-rules");
        rules.onPress(0, () -> control.rule(FundingRule.SQUEEZE));
        rules.onPress(1, () -> control.rule(FundingRule.CARRY));
        HBox first = line(PanelHead.label("mid"), rules.node(), figure);
        ((Label) first.getChildren().get(0)).setText("Rule");
        first.setMinHeight(22);
        first.setMaxHeight(22);
        node.getChildren().add(first);
        for (int i = 0; i < MOST; i++) {
            Row row = new Row(PanelHead.label("strong"), PanelHead.label("mid"), PanelHead.label("mid"), new Tooltip());
            width(row.name(), NAME);
            width(row.chip(), CHIP);
            row.chip().setTooltip(row.rule());
            row.reason().setMinWidth(0);
            rows.add(row);
            HBox line = line(row.name(), row.chip(), row.reason());
            line.setMinHeight(LINE);
            line.setMaxHeight(LINE);
            node.getChildren().add(line);
        }
        node.setId("funding-rule");
        node.setPadding(new Insets(8, 10, 8, 10));
        node.setMinSize(0, HEIGHT);
        node.setMaxHeight(HEIGHT);
    }

    private static HBox line(Region... parts) {
        HBox line = new HBox(8, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        return line;
    }

    private static void width(Label label, double width) {
        label.setMinWidth(width);
        label.setMaxWidth(width);
    }

    Region node() {
        return node;
    }

    /** Gives it its place, or takes it. */
    void show(boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    void update(ClustersView clusters) {
        rules.light(control.rule() == FundingRule.SQUEEZE ? 0 : 1);
        set(figure, FundingVerdict.figure(clusters.funding()));
        List<FundingVerdict> now = verdicts(clusters);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        for (int i = 0; i < MOST; i++) {
            Row row = rows.get(i);
            FundingVerdict verdict = i < now.size() ? now.get(i) : null;
            set(row.name(), verdict == null ? "" : verdict.name());
            set(row.chip(), verdict == null ? "" : ClusterWords.funding(verdict.flag()));
            set(row.reason(), verdict == null ? "" : verdict.reason());
            row.rule().setText(verdict == null ? "" : verdict.rule());
            row.chip().getStyleClass().setAll("label", verdict == null ? "low" : tone(verdict.flag()));
        }
        node.setAccessibleText("Funding by the rule " + rules(control.rule()) + ": " + text());
    }

    /** As it would be shown, in lines. */
    String asText(ClustersView clusters) {
        StringBuilder out = new StringBuilder(
                "rule\t" + rules(control.rule()) + "\t" + FundingVerdict.figure(clusters.funding()) + "\n");
        for (FundingVerdict verdict : verdicts(clusters)) {
            out.append(verdict.name()).append('\t').append(ClusterWords.funding(verdict.flag()));
            out.append('\t').append(verdict.reason()).append('\n');
        }
        return out.toString();
    }

    private String text() {
        return shown.isEmpty()
                ? "no cluster"
                : String.join(
                        ", ",
                        shown.stream()
                                .map(verdict -> verdict.name() + " "
                                        + ClusterWords.funding(verdict.flag()).substring(2) + ", " + verdict.reason())
                                .toList());
    }

    private static String rules(FundingRule rule) {
        return rule == FundingRule.SQUEEZE ? "Squeeze" : "Carry";
    }

    /** Of longs and then shorts, the nearest and the largest, once where they are one. */
    private List<FundingVerdict> verdicts(ClustersView clusters) {
        List<FundingVerdict> all = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            SideView of = clusters.side(side);
            of.nearest().ifPresent(nearest -> all.add(of(nearest, clusters)));
            of.largest()
                    .filter(largest -> largest.id() != of.nearestId())
                    .ifPresent(largest -> all.add(of(largest, clusters)));
        }
        return all;
    }

    private FundingVerdict of(ClusterView cluster, ClustersView clusters) {
        return FundingVerdict.of(cluster.name(), cluster.side(), clusters.funding(), control.rule());
    }

    private static String tone(FundingFlag flag) {
        return switch (flag) {
            case AGREE -> "ok";
            case CONTRADICT -> "bad";
            case NEUTRAL -> "mid";
            case UNKNOWN -> "low";
        };
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }
}
