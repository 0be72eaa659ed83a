package io.faultline.ui.model;

import io.faultline.desk.GridView;
import io.faultline.desk.LedgerView;
import io.faultline.liquidation.ModelParameters;
import io.faultline.ui.panel.Cell;
import io.faultline.ui.panel.CellGrid;
import io.faultline.ui.panel.ModelControl;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What the liquidation model runs under: its parameters and the rules of signals, to be changed and set back, and the margin tables of the venues,
 * of which newer ones can be imported. JavaFX thread only.
 */
public final class ModelPanel implements Panel {
    /** Stable, for the layout and for who wants to show it. */
    public static final String ID = "model";

    private static final long REST_NANOS = 500_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double WORDS = 366;

    private final ModelControl control;
    private final ParameterForm form = new ParameterForm(this::edited, this::apply);
    private final Button apply = button("Apply", "model-apply");
    private final Button undo = button("As in force", "model-undo");
    private final Button reset = button("Reset to defaults", "model-reset");
    private final Label epoch = words("model-epoch", "mid");
    private final CellGrid tables = new CellGrid(false);
    private final Label imported = words("model-imported", "low");
    private final Label said = words("model-import-words", "mid");
    private final RulesForm rules;
    private final BorderPane root;
    private List<List<Cell>> rows = List.of();
    private @Nullable ModelParameters inForce;
    private long shownAt = Long.MIN_VALUE;

    public ModelPanel(Shared axes) {
        control = axes.model();
        rules = new RulesForm(control::rules);
        apply.setOnAction(e -> apply());
        undo.setOnAction(e -> write(force()));
        reset.setOnAction(e -> reset());
        Button choose = button("Import tables…", "model-import");
        choose.setOnAction(e -> control.chooseTables(choose.getScene().getWindow()));
        Label rule = words("model-rule", "low");
        rule.setText("A change runs the model anew from its inputs and starts a new epoch of the ledger: scores of"
                + " different epochs are never pooled.");
        FlowPane bar = new FlowPane(6, 4, apply, undo, reset, choose);
        bar.getStyleClass().add("model-bar");
        VBox right = new VBox(6, form.shares(), epoch, rule);
        Label how = words("model-how", "low");
        how.setText("A newer table is a file: choose it, drop it on the window, or put it into the folder brackets of"
                + " the home folder. The ? shows one.");
        VBox below = new VBox(6, said, tables.node(), imported, how);
        FlowPane content = new FlowPane(20, 10, form.numbers(), right, rules.node(), below);
        content.getStyleClass().addAll("dock-table", "model-form");
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().add("dock-scroll");
        scroll.setFitToWidth(true);
        form.fields()
                .forEach(field -> field.focusedProperty().addListener((focus, was, is) -> {
                    if (is) {
                        reveal(scroll, content, field);
                    }
                }));
        rules.fields()
                .forEach(field -> field.focusedProperty().addListener((focus, was, is) -> {
                    if (is) {
                        reveal(scroll, content, field);
                    }
                }));
        root = new BorderPane(scroll);
        root.setTop(bar);
        root.setMinSize(0, 0);
        write(ModelParameters.DEFAULT);
    }

    private void write(ModelParameters parameters) {
        form.write(parameters);
        edited();
    }

    /** Scrolls so far that the field is seen. */
    private static void reveal(ScrollPane scroll, Region content, Node field) {
        Bounds at = content.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double room = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - room;
        double top = scroll.getVvalue() * Math.max(0, hidden);
        if (hidden > 0 && (at.getMinY() < top || at.getMaxY() > top + room)) {
            scroll.setVvalue(Math.max(0, Math.min(1, (at.getMinY() - room / 2) / hidden)));
        }
    }

    private static Button button(String words, String id) {
        Button button = new Button(words);
        button.getStyleClass().setAll("action-button", "small");
        button.setId(id);
        return button;
    }

    private static Label words(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().setAll("label", style);
        label.setWrapText(true);
        label.setMaxWidth(WORDS);
        return label;
    }

    private ModelParameters force() {
        ModelParameters now = inForce;
        return now == null ? ModelParameters.DEFAULT : now;
    }

    private void edited() {
        Optional<ModelParameters> read = form.read();
        boolean other = read.isEmpty() || !read.get().equals(force());
        apply.setDisable(read.isEmpty() || !other);
        undo.setDisable(!other);
        reset.setDisable(!other && force().equals(ModelParameters.DEFAULT));
    }

    /** Applies what stands in the fields, if nothing of it is wrong. */
    private void apply() {
        form.read()
                .filter(read -> !read.equals(force()) || control.waits(force()))
                .ifPresent(control::parameters);
    }

    /** Goes back to the parameters that the program comes with. */
    public void reset() {
        write(ModelParameters.DEFAULT);
        if (!force().equals(ModelParameters.DEFAULT) || control.waits(force())) {
            control.parameters(ModelParameters.DEFAULT);
        }
    }

    @Override
    public String title() {
        return "Model";
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        GridView grid = pulse.view().grid();
        if (!grid.parameters().equals(inForce)) {
            inForce = grid.parameters();
            write(inForce);
        } else if (shownAt != Long.MIN_VALUE && clock - shownAt < REST_NANOS) {
            return;
        }
        shownAt = clock;
        rules.show(
                pulse.view().clusters().rules(),
                epochWords(pulse.view().ledger().epoch(), pulse.nowNanos()));
        set(epoch, inForce(grid, pulse.nowNanos()));
        rows = TableRows.of(grid, pulse.nowNanos());
        tables.show(rows);
        set(said, String.join("\n", control.said()));
        List<String> files = control.imported();
        set(imported, files.isEmpty() ? "nothing was imported" : "imported: " + String.join("\n", files));
    }

    private String inForce(GridView grid, long nowNanos) {
        if (control.waits(grid.parameters())) {
            return "The past is run anew under other parameters; until then all figures are of the old ones.";
        }
        String which = grid.parameters().equals(ModelParameters.DEFAULT) ? "The defaults" : "These parameters";
        GridView.Epoch now = grid.epoch();
        return now.number() == 0
                ? which + " are in force since the session began."
                : which + " are in force since " + Moments.brief(now.sinceMillis() * NANOS_PER_MILLI, nowNanos)
                        + ": change " + now.number() + " of this session, and a new epoch of the ledger.";
    }

    private static String epochWords(LedgerView.Epoch epoch, long nowNanos) {
        return epoch.number() == 0
                ? ""
                : "The ledger's epoch " + epoch.id() + " began "
                        + Moments.brief(epoch.beganMillis() * NANOS_PER_MILLI, nowNanos) + ".";
    }

    private static void set(Label label, String words) {
        if (!label.getText().equals(words)) {
            label.setText(words);
        }
        boolean any = !words.isEmpty();
        label.setVisible(any);
        label.setManaged(any);
    }

    @Override
    public String asText() {
        List<String> lines = new ArrayList<>(List.of("Parameters of the liquidation model", epoch.getText()));
        lines.add(ParameterForm.lines(force()) + rules.lines() + Cell.lines(rows));
        lines.addAll(control.imported());
        return String.join("\n", lines) + "\n";
    }
}
