package io.faultline.ui.model;

import io.faultline.desk.SignalRules;
import io.faultline.ui.text.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The bars by which clusters and signals are judged, in fields, to be changed and set back. JavaFX thread only. */
final class RulesForm {
    private static final double FIELD = 64;
    private static final double WORDS = 366;

    private final Consumer<SignalRules> chosen;
    private final Map<Rule, TextField> fields = new LinkedHashMap<>();
    private final Map<Rule, Label> besides = new LinkedHashMap<>();
    private final CheckBox measured = new CheckBox("hold paths against what is expected to be reported");
    private final Button apply = button("Apply rules", "rules-apply");
    private final Button reset = button("Reset rules", "rules-reset");
    private final Label words = new Label();
    private final VBox root = new VBox(6);
    private SignalRules inForce = SignalRules.DEFAULT;
    private boolean writing;

    /** @param chosen is told what the user wants from now on */
    RulesForm(Consumer<SignalRules> chosen) {
        this.chosen = chosen;
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(2);
        int row = 0;
        for (Rule rule : Rule.ALL) {
            TextField field = new TextField();
            field.setId("rules-" + rule.id());
            field.setAccessibleText(rule.name());
            field.setMinWidth(FIELD);
            field.setPrefWidth(FIELD);
            field.setOnAction(e -> apply());
            field.textProperty().addListener((text, was, is) -> edited());
            Label name = label(rule.name(), "mid");
            name.setLabelFor(field);
            name.setTooltip(new Tooltip(rule.words()));
            Label beside = label("", "low");
            beside.setId("rules-" + rule.id() + "-beside");
            grid.addRow(row++, name, field, beside);
            fields.put(rule, field);
            besides.put(rule, beside);
        }
        measured.setId("rules-measured");
        measured.getStyleClass().add("mid");
        measured.setTooltip(new Tooltip("Off, at first: against the mass at risk less your discount."));
        measured.setOnAction(e -> edited());
        apply.setOnAction(e -> apply());
        reset.setOnAction(e -> reset());
        words.setId("rules-words");
        words.getStyleClass().setAll("label", "low");
        words.setWrapText(true);
        words.setMaxWidth(WORDS);
        root.getChildren()
                .addAll(label("Rules of signals", "mid"), grid, measured, new FlowPane(6, 4, apply, reset), words);
        write(inForce);
    }

    private static Button button(String words, String id) {
        Button button = new Button(words);
        button.getStyleClass().setAll("action-button", "small");
        button.setId(id);
        return button;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().setAll("label", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    Region node() {
        return root;
    }

    /** Its fields, in order. */
    Iterable<TextField> fields() {
        return fields.values();
    }

    /**
     * What is in force now; what the user is writing stays as long as it is the same.
     *
     * @param epoch what the ledger says of its epoch
     */
    void show(SignalRules now, String epoch) {
        if (!now.equals(inForce)) {
            write(now);
        }
        String says = "Paths are held against mass less " + Numbers.percent(now.discount(), 0)
                + " (settings). A change begins a new epoch of the ledger: figures of different rules are never pooled. "
                + epoch;
        if (!words.getText().equals(says)) {
            words.setText(says);
        }
    }

    private void write(SignalRules rules) {
        writing = true;
        inForce = rules;
        fields.forEach((rule, field) -> field.setText(rule.text(rules)));
        measured.setSelected(rules.estimate() == SignalRules.Estimate.MEASURED);
        writing = false;
        edited();
    }

    private void edited() {
        if (writing) {
            return;
        }
        Optional<SignalRules> read = read();
        apply.setDisable(read.isEmpty() || read.get().equals(inForce));
        boolean written = read.isPresent() && read.get().equals(inForce);
        reset.setDisable(written && inForce.equals(usual()));
    }

    /** What stands in the fields; empty where anything is wrong, which is then said beside the field. */
    private Optional<SignalRules> read() {
        SignalRules rules = inForce;
        boolean sound = true;
        for (Map.Entry<Rule, TextField> each : fields.entrySet()) {
            Rule rule = each.getKey();
            String wrong = "";
            try {
                rules = rule.read(each.getValue().getText(), rules);
            } catch (IllegalArgumentException bad) {
                wrong = String.valueOf(bad.getMessage());
                sound = false;
            }
            Label beside = besides.getOrDefault(rule, words);
            beside.setText(wrong.isEmpty() ? rule.terms() : wrong);
            beside.getStyleClass().setAll("label", wrong.isEmpty() ? "low" : "bad");
        }
        return sound
                ? Optional.of(rules.withEstimate(
                        measured.isSelected() ? SignalRules.Estimate.MEASURED : SignalRules.Estimate.DISCOUNTED))
                : Optional.empty();
    }

    private void apply() {
        read().filter(read -> !read.equals(inForce)).ifPresent(chosen);
    }

    /** The defaults; the discount stays what the settings say. */
    private SignalRules usual() {
        return SignalRules.DEFAULT.withDiscount(inForce.discount());
    }

    void reset() {
        if (!inForce.equals(usual())) {
            chosen.accept(usual());
        }
        write(inForce);
    }

    /** As lines to copy: what is in force. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        for (Rule rule : Rule.ALL) {
            lines.append(rule.name()).append('\t').append(rule.text(inForce));
            lines.append('\t').append(rule.terms()).append('\n');
        }
        lines.append("paths are held against\t")
                .append(
                        inForce.estimate() == SignalRules.Estimate.MEASURED
                                ? "what is expected to be reported"
                                : "mass less " + Numbers.percent(inForce.discount(), 0))
                .append('\n');
        return lines.toString();
    }
}
