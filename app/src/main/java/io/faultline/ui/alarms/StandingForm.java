package io.faultline.ui.alarms;

import io.faultline.alarm.Signal;
import io.faultline.alarm.StandingRule;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.alarms.chart.StandingDraft;
import io.faultline.ui.text.Numbers;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** An alarm on any cluster as it is being set: {@code Any cluster ≥ 100M: born · grows · within 2 %}. */
final class StandingForm {
    private static final double LEAST = 0.001;
    private static final double MOST = 0.1;

    private final AlarmControl control;
    private final HBox row = StripParts.row(6);
    private final TextField usd;
    private final ToggleButton born = what("born", "draft-born", Signal.CLUSTER_BORN);
    private final ToggleButton grows = what("grows by a fifth in 15 min", "draft-grows", Signal.CLUSTER_GROWS);
    private final ToggleButton near = what("comes within", "draft-near", Signal.CLUSTER_NEAR);
    private final TextField percent;

    StandingForm(AlarmControl control) {
        this.control = control;
        Label name = StripParts.label("strong");
        name.setText("Any cluster ≥");
        usd = StripParts.field("draft-usd", 64, this::typedUsd, control::keep);
        usd.setAccessibleText("Least size of a cluster, USD at risk");
        percent = StripParts.field("draft-percent", 46, this::typedPercent, control::keep);
        percent.setAccessibleText("Distance that is near, in percent of price");
        row.getChildren().addAll(name, usd, born, grows, near, percent);
    }

    HBox node() {
        return row;
    }

    private ToggleButton what(String words, String id, Signal signal) {
        return StripParts.toggle(words, id, () -> change(draft -> draft.toggle(signal)));
    }

    void show(StandingDraft draft) {
        StandingRule rule = draft.rule();
        StripParts.show(usd, Numbers.usd(rule.leastUsd()));
        born.setSelected(rule.signals().contains(Signal.CLUSTER_BORN));
        grows.setSelected(rule.signals().contains(Signal.CLUSTER_GROWS));
        near.setSelected(rule.signals().contains(Signal.CLUSTER_NEAR));
        StripParts.show(percent, AlarmWords.perimeter(rule.perimeter()));
    }

    private void typedUsd(String text) {
        Amounts.usd(text)
                .ifPresent(least -> change(draft -> draft.with(new StandingRule(
                        least, draft.rule().signals(), draft.rule().perimeter()))));
    }

    private void typedPercent(String text) {
        Amounts.percent(text)
                .ifPresent(fraction -> change(draft -> draft.with(new StandingRule(
                        draft.rule().leastUsd(), draft.rule().signals(), Math.max(LEAST, Math.min(MOST, fraction))))));
    }

    private void change(UnaryOperator<StandingDraft> how) {
        if (control.draft() instanceof StandingDraft draft) {
            StandingDraft next = how.apply(draft);
            control.change(next);
            show(next);
        }
    }
}
