package io.faultline.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The first line of help, and the first steps from there: one sentence after another in the same place, the panel that it
 * speaks of in a frame. It covers nothing, asks nothing, and can be put away for ever. JavaFX thread only.
 */
final class HintLine {
    private static final String FIRST = "? lists the keys · alt-click sets an alarm";
    private static final List<Step> STEPS = List.of(
            new Step(
                    "heatmap",
                    "Bands above price: shorts that would be forced to buy; below: longs. USD by the bar above"),
            new Step("heatmap", "The wheel zooms time, Ctrl+wheel price, a drag pans; End goes back to now"),
            new Step("ladder", "The same prices as rows: at risk, traded, resting; a dashed tube is a hollow path"),
            new Step("funding", "Who pays whom, open interest, and which side is heavier, venue by venue"),
            new Step("clusters", "Clusters by size; a click selects one in every panel, the card says how good it is"),
            new Step("heatmap", "Alt-click a price or a cluster to set an alarm here; Enter keeps it, Esc drops it"),
            new Step("", "Ctrl+K finds every command, Ctrl+, sets everything, ? on a panel explains it"));

    private final Label words = new Label(FIRST);
    private final Button next = new Button("Tour");
    private final HBox root = new HBox(4);
    private final Runnable dismiss;
    private Consumer<String> light = panel -> {};
    private int step = -1;

    /** @param panel id of what it speaks of; empty for none */
    private record Step(String panel, String words) {}

    /** @param dismiss runs when it is put away, or has come to its end */
    HintLine(Runnable dismiss) {
        this.dismiss = dismiss;
        words.setId("hint");
        words.getStyleClass().add("low");
        next.setId("tour-next");
        next.getStyleClass().setAll("strip-button");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setTooltip(new Tooltip("The first steps, one line each"));
        next.setOnAction(e -> next());
        Button away = new Button();
        away.setGraphic(Icons.icon(Shape.CROSS.path));
        away.setId("dismiss-hint");
        away.getStyleClass().setAll("strip-button");
        away.setMinWidth(Region.USE_PREF_SIZE);
        away.setTooltip(new Tooltip("Do not show this again"));
        away.setAccessibleText("Do not show this hint again");
        away.setOnAction(e -> end());
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMinWidth(0);
        root.getChildren().addAll(words, next, away);
    }

    Region node() {
        return root;
    }

    /** From now on that puts a frame around the panel of an id, and takes it from all others; empty for none. */
    void lights(Consumer<String> panel) {
        light = panel;
    }

    void show(boolean on) {
        root.setVisible(on);
        root.setManaged(on);
        if (!on) {
            step = -1;
            light.accept("");
        }
    }

    /** Begins with the first step, also where it has been put away. */
    void begin() {
        step = -1;
        show(true);
        next();
    }

    private void next() {
        step++;
        if (step >= STEPS.size()) {
            end();
            return;
        }
        Step now = STEPS.get(step);
        words.setText(step + 1 + " of " + STEPS.size() + "  " + now.words());
        words.setTooltip(new Tooltip(now.words()));
        next.setText(step + 1 == STEPS.size() ? "Done" : "Next");
        light.accept(now.panel());
    }

    private void end() {
        words.setText(FIRST);
        next.setText("Tour");
        show(false);
        dismiss.run();
    }
}
