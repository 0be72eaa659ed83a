package io.faultline.ui.alarms;

import io.faultline.alarm.Signal;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.alarms.chart.ClusterDraft;
import io.faultline.ui.text.Numbers;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A cluster's alarm as it is being set: {@code L1 perimeter 2 % · entry 102,750 · cascade < 102,449 → L2}. */
final class ClusterForm {
    private final AlarmControl control;
    private final HBox row = StripParts.row(6);
    private final Label name = StripParts.label("strong");
    private final ToggleButton perimeter = stage("1 perimeter", "draft-perimeter", Signal.PERIMETER, "stage-1");
    private final ToggleButton entry = stage("2 entry", "draft-entry", Signal.ENTRY, "stage-2");
    private final ToggleButton cascade = stage("3 cascade", "draft-cascade", Signal.CASCADE, "stage-3");
    private final TextField percent;
    private final Label away = StripParts.yielding("mid");

    ClusterForm(AlarmControl control) {
        this.control = control;
        percent = StripParts.field("draft-percent", 46, this::typed, control::keep);
        percent.setAccessibleText("Perimeter in percent of price");
        row.getChildren().addAll(name, perimeter, percent, entry, cascade, away);
    }

    HBox node() {
        return row;
    }

    private ToggleButton stage(String words, String id, Signal stage, String style) {
        ToggleButton toggle = StripParts.toggle(words, id, () -> change(draft -> draft.toggle(stage)));
        toggle.getStyleClass().add(style);
        return toggle;
    }

    void show(ClusterDraft draft) {
        int decimals = control.seen().decimals();
        double price = control.seen().price();
        name.setText(draft.cluster());
        perimeter.setSelected(draft.stages().contains(Signal.PERIMETER));
        entry.setSelected(draft.stages().contains(Signal.ENTRY));
        cascade.setSelected(draft.stages().contains(Signal.CASCADE));
        StripParts.show(percent, AlarmWords.perimeter(draft.rule().perimeter()));
        entry.setText("2 entry " + edge(draft.levels().near(), decimals));
        boolean below = draft.levels().far() < draft.levels().near();
        cascade.setText(
                "3 cascade " + (below ? "< " : "> ") + edge(draft.levels().through(), decimals)
                        + control.nextBehind(draft).map(next -> " → " + next).orElse(""));
        away.setText(
                Double.isNaN(price)
                        ? ""
                        : Numbers.percent(draft.levels().distance(price), 2)
                                + (draft.levels().distance(price) < 0 ? ", price is there" : " away"));
    }

    private static String edge(double price, int decimals) {
        return Numbers.price(price, price >= 1000 ? 0 : decimals);
    }

    private void typed(String text) {
        Amounts.percent(text).ifPresent(fraction -> change(draft -> draft.perimeter(fraction)));
    }

    private void change(UnaryOperator<ClusterDraft> how) {
        if (control.draft() instanceof ClusterDraft draft) {
            ClusterDraft next = how.apply(draft);
            control.change(next);
            show(next);
        }
    }
}
