package io.faultline.ui.model;

import io.faultline.liquidation.Kernel;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.TierWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The model's parameters in fields, each with what it may be and, where it is wrong, what is wrong. JavaFX thread only. */
final class ParameterForm {
    private static final double FIELD = 64;
    private static final double WEIGHT = 38;

    private final GridPane grid = new GridPane();
    private final VBox shares = new VBox(4);
    private final Map<Parameter, TextField> fields = new LinkedHashMap<>();
    private final Map<Parameter, Label> besides = new LinkedHashMap<>();
    private final List<TextField> weights = new ArrayList<>();
    private final Label besideWeights = label("", "low");
    private final CheckBox spread = new CheckBox("spread of distances");
    private final Runnable edited;
    private ModelParameters written = ModelParameters.DEFAULT;
    private boolean writing;

    /**
     * @param edited runs when the user has changed a field
     * @param entered runs when the user presses Enter in a field
     */
    ParameterForm(Runnable edited, Runnable entered) {
        this.edited = edited;
        grid.setHgap(8);
        grid.setVgap(2);
        int row = 0;
        for (Parameter parameter : Parameter.ALL) {
            TextField field = field("model-" + parameter.id(), parameter.name(), FIELD, entered);
            Label name = label(parameter.name(), "mid");
            name.setLabelFor(field);
            name.setTooltip(new Tooltip(parameter.words()));
            Label beside = label("", "low");
            beside.setId("model-" + parameter.id() + "-beside");
            grid.addRow(row++, name, field, beside);
            fields.put(parameter, field);
            besides.put(parameter, beside);
        }
        addWeights(entered);
        spread.setId("model-spread");
        spread.getStyleClass().add("mid");
        spread.setTooltip(new Tooltip("Real positions stand farther from their entry than the leverage alone says:"
                + " 60 % at its distance, 25 % at 1.3 times, 15 % at 1.7 times."));
        spread.setOnAction(e -> edited.run());
        shares.getChildren().add(new HBox(8, spread, label("at first on", "low")));
    }

    private void addWeights(Runnable entered) {
        GridPane nine = new GridPane();
        nine.setHgap(3);
        for (Tier tier : Tier.values()) {
            String name = tier.leverage() + "x";
            TextField field = field("model-weight-" + tier.leverage(), "weight of " + name, WEIGHT, entered);
            weights.add(field);
            nine.add(label(name, "low"), weights.size() - 1, 0);
            nine.add(field, weights.size() - 1, 1);
        }
        Label name = label("tier weights", "mid");
        name.setTooltip(new Tooltip("Which share of what is opened is opened with which leverage."));
        besideWeights.setId("model-weights-beside");
        shares.getChildren().addAll(name, nine, besideWeights);
    }

    private TextField field(String id, String name, double width, Runnable entered) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setMinWidth(width);
        field.setPrefWidth(width);
        field.setOnAction(e -> entered.run());
        field.textProperty().addListener((text, was, is) -> {
            if (!writing) {
                edited.run();
            }
        });
        return field;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().setAll("label", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** The single numbers. */
    Region numbers() {
        return grid;
    }

    /** How what is opened is spread over leverages and distances. */
    Region shares() {
        return shares;
    }

    /** All that can be edited, in order. */
    List<Control> fields() {
        List<Control> all = new ArrayList<>(fields.values());
        all.addAll(weights);
        all.add(spread);
        return all;
    }

    /** Fills the fields; nobody is told. */
    void write(ModelParameters parameters) {
        writing = true;
        written = parameters;
        fields.forEach((parameter, field) -> field.setText(parameter.text(parameters)));
        List<String> texts = Weights.texts(parameters.weights());
        for (int i = 0; i < texts.size(); i++) {
            weights.get(i).setText(texts.get(i));
        }
        spread.setSelected(parameters.kernel() == Kernel.SPREAD);
        writing = false;
    }

    /** What stands in the fields; empty where anything is wrong, which is then said beside the field. */
    Optional<ModelParameters> read() {
        Map<Parameter, Double> numbers = new LinkedHashMap<>();
        fields.forEach((parameter, field) -> {
            String unit = parameter.unit().isEmpty() ? "" : parameter.unit() + ", ";
            Double number =
                    read(besides.get(parameter), unit + parameter.terms(), () -> parameter.read(field.getText()));
            if (number != null) {
                numbers.put(parameter, number);
            }
        });
        List<String> texts = weights.stream().map(TextField::getText).toList();
        String first = String.join(" ", Weights.texts(ModelParameters.DEFAULT.weights()));
        TierWeights split = read(
                besideWeights,
                "%, scaled to a sum of 100, at first " + first,
                () -> Weights.read(texts, written.weights()));
        if (split == null || numbers.size() < fields.size()) {
            return Optional.empty();
        }
        return Optional.of(new ModelParameters(
                split,
                spread.isSelected() ? Kernel.SPREAD : Kernel.POINT,
                numbers.getOrDefault(Parameter.CHURN, 0.0),
                numbers.getOrDefault(Parameter.TAKER, 0.0),
                numbers.getOrDefault(Parameter.MAKER, 0.0),
                numbers.getOrDefault(Parameter.HALF_LIFE, 0.0),
                numbers.getOrDefault(Parameter.HOLD, 0.0),
                numbers.getOrDefault(Parameter.CLOSE, 0.0),
                numbers.getOrDefault(Parameter.STEP, 0.0).intValue()));
    }

    /** What it gives; null where it is wrong, which is then said in place of the terms. */
    private static <T> @Nullable T read(@Nullable Label beside, String terms, Supplier<T> reading) {
        T read = null;
        String wrong = "";
        try {
            read = reading.get();
        } catch (IllegalArgumentException bad) {
            wrong = String.valueOf(bad.getMessage());
        }
        if (beside != null) {
            beside.setText(wrong.isEmpty() ? terms : wrong);
            beside.getStyleClass().setAll("label", wrong.isEmpty() ? "low" : "bad");
        }
        return read;
    }

    /** As lines to copy: what is in force, not what stands in the fields. */
    static String lines(ModelParameters parameters) {
        StringBuilder lines = new StringBuilder();
        for (Parameter parameter : Parameter.ALL) {
            lines.append(parameter.name()).append('\t').append(parameter.text(parameters));
            lines.append('\t')
                    .append(parameter.unit())
                    .append('\t')
                    .append(parameter.terms())
                    .append('\n');
        }
        List<String> texts = Weights.texts(parameters.weights());
        lines.append("tier weights, %\t").append(String.join(" ", texts)).append('\n');
        boolean spread = parameters.kernel() == Kernel.SPREAD;
        return lines.append("spread of distances\t")
                .append(spread ? "on" : "off")
                .append('\n')
                .toString();
    }
}
