package io.faultline.ui.clusters;

import io.faultline.desk.ClustersView;
import io.faultline.market.PositionSide;
import io.faultline.signal.CascadeSetup;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingRule;
import io.faultline.ui.paint.Segments;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cascade is set up, down or up: each condition with its figure and whether it holds, and what stands beside them.
 * It shows the side that is nearer to it until the user presses one. JavaFX thread only.
 */
public final class SetupPanel implements Panel {
    private static final double COLUMN = 260;
    private static final double NAME = 76;

    private final Shared axes;
    private final ClusterControl control;
    private final LineGrid lines = new LineGrid(COLUMN, NAME);
    private final Label sentence = new Label();
    private final Segments rules = new Segments("Squeeze", "Carry");
    private final Segments distances = new Segments("By timeframe", "1.5 / 3 %", "2 / 5 %");
    private final Button down = side("setup-down", "Clusters of longs below: a cascade down");
    private final Button up = side("setup-up", "Clusters of shorts above: a cascade up");
    private final HBox chipRow = new HBox(6, down, up);
    private final HBox strip = new HBox(chipRow);
    private final VBox content;
    private final ScrollPane root;
    private @Nullable PositionSide chosen;
    private PositionSide shownSide = PositionSide.LONG;
    private List<Line> written = List.of();
    private String chips = "";
    private final Rest rest = new Rest();

    public SetupPanel(Shared axes) {
        this.axes = axes;
        control = axes.clusters();
        sentence.setWrapText(true);
        sentence.getStyleClass().add("low");
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        rules.node().setId("setup-rules");
        rules.onPress(0, () -> control.rule(FundingRule.SQUEEZE));
        rules.onPress(1, () -> control.rule(FundingRule.CARRY));
        distances.node().setId("setup-distances");
        distances.onPress(0, () -> control.distances(null));
        distances.onPress(1, () -> control.distances(DistanceProfile.NARROW));
        distances.onPress(2, () -> control.distances(DistanceProfile.WIDE));
        FlowPane choices = new FlowPane(10, 4, rules.node(), distances.node());
        choices.setAlignment(Pos.CENTER_LEFT);
        content = new VBox(5, lines, choices, sentence);
        content.getStyleClass().add("cluster-card");
        root = new ScrollPane(content);
        root.getStyleClass().add("dock-scroll");
        root.getStylesheets().add(QualityCardPanel.sheet());
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setMinSize(0, 0);
        down.setOnAction(event -> choose(PositionSide.LONG));
        up.setOnAction(event -> choose(PositionSide.SHORT));
        strip.setAlignment(Pos.CENTER_RIGHT);
        chipRow.setAlignment(Pos.CENTER_RIGHT);
        chipRow.getStylesheets().add(QualityCardPanel.sheet());
        strip.setMinWidth(0);
    }

    private static Button side(String id, String words) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().setAll("setup-chip", "none");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private void choose(PositionSide side) {
        chosen = side;
        rest.end();
    }

    @Override
    public String title() {
        return "Set-up";
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
    public void continueFrom(Panel before) {
        if (before instanceof SetupPanel other) {
            chosen = other.chosen;
        }
    }

    /** The chips stand right of the tabs where they have room there, else over the conditions: they cover no tab. */
    private void placeChips() {
        boolean beside = strip.getWidth() >= chipRow.prefWidth(-1);
        if (beside != strip.getChildren().contains(chipRow)) {
            (beside ? content : strip).getChildren().remove(chipRow);
            if (beside) {
                strip.getChildren().add(chipRow);
            } else {
                content.getChildren().add(0, chipRow);
            }
        }
    }

    @Override
    public void pulse(Pulse pulse) {
        placeChips();
        if (!rest.due(pulse.nowNanos(), control.version() + axes.liquidations().version())) {
            return;
        }
        show(pulse.view().clusters());
    }

    private void show(ClustersView view) {
        shownSide = chosen == null ? SetupWords.riper(view) : chosen;
        chip(down, "↓ ", view.side(PositionSide.LONG).setup(), shownSide == PositionSide.LONG);
        chip(up, "↑ ", view.side(PositionSide.SHORT).setup(), shownSide == PositionSide.SHORT);
        chips = "down " + SetupWords.chip(view.side(PositionSide.LONG).setup()) + ", up "
                + SetupWords.chip(view.side(PositionSide.SHORT).setup());
        List<Line> all = new ArrayList<>(SetupWords.conditions(view, shownSide));
        all.addAll(SetupWords.beside(view, shownSide, control.rule(), control.distances()));
        written = List.copyOf(all);
        lines.show(written);
        rules.light(control.rule() == FundingRule.SQUEEZE ? 0 : 1);
        distances.light(!control.ownDistances() ? 0 : control.distances() == DistanceProfile.NARROW ? 1 : 2);
        String tape = SetupWords.tape(view, shownSide);
        String said = SetupWords.sentence(control.rule()) + (tape.isEmpty() ? "" : " " + tape);
        if (!sentence.getText().equals(said)) {
            sentence.setText(said);
        }
        root.setAccessibleText("Cascade set-up, " + chips);
    }

    private static void chip(Button button, String arrow, CascadeSetup setup, boolean shown) {
        String text = arrow + SetupWords.chip(setup);
        if (!text.equals(button.getText())) {
            button.setText(text);
        }
        String state = CardWords.lower(setup.state().name());
        List<String> wanted = shown ? List.of("setup-chip", state, "shown") : List.of("setup-chip", state);
        if (!button.getStyleClass().equals(wanted)) {
            button.getStyleClass().setAll(wanted);
        }
    }

    @Override
    public String asText() {
        return "Cascade set-up " + CardWords.way(shownSide) + " (" + chips + ")\n"
                + written.stream().map(line -> line.text() + "\n").collect(Collectors.joining()) + sentence.getText()
                + "\n";
    }
}
