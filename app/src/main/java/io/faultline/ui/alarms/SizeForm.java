package io.faultline.ui.alarms;

import io.faultline.alarm.SizeRule;
import io.faultline.market.PositionSide;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.alarms.chart.SizeDraft;
import io.faultline.ui.text.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** An alarm on reported liquidations as it is being set: {@code Liquidations of any side ≥ 5.00M within 10 s}. */
final class SizeForm {
    private static final long[] WINDOWS = {10_000, 60_000, 300_000, 3_600_000};

    private final AlarmControl control;
    private final HBox row = StripParts.row(6);
    private final ToggleButton any = side("any side", "draft-any", null);
    private final ToggleButton longs = side("longs", "draft-longs", PositionSide.LONG);
    private final ToggleButton shorts = side("shorts", "draft-shorts", PositionSide.SHORT);
    private final TextField usd;
    private final Map<Long, ToggleButton> windows = new LinkedHashMap<>();

    SizeForm(AlarmControl control) {
        this.control = control;
        Label name = StripParts.label("strong");
        name.setText("Liquidations of");
        Label least = StripParts.label("mid");
        least.setText("≥");
        Label within = StripParts.label("mid");
        within.setText("reported within");
        usd = StripParts.field("draft-usd", 64, this::typed, control::keep);
        usd.setAccessibleText("Least sum of reported liquidations, USD");
        row.getChildren().addAll(name, any, longs, shorts, least, usd, within);
        for (long window : WINDOWS) {
            ToggleButton choice = StripParts.toggle(
                    AlarmWords.window(window),
                    "draft-window-" + window / 1000,
                    () -> change(rule -> new SizeRule(rule.side(), rule.usd(), window, rule.rearmShare())));
            windows.put(window, choice);
            row.getChildren().add(choice);
        }
    }

    HBox node() {
        return row;
    }

    private ToggleButton side(String words, String id, @Nullable PositionSide side) {
        return StripParts.toggle(
                words,
                id,
                () -> change(rule -> new SizeRule(side, rule.usd(), rule.windowMillis(), rule.rearmShare())));
    }

    void show(SizeDraft draft) {
        SizeRule rule = draft.rule();
        any.setSelected(rule.side() == null);
        longs.setSelected(rule.side() == PositionSide.LONG);
        shorts.setSelected(rule.side() == PositionSide.SHORT);
        StripParts.show(usd, Numbers.usd(rule.usd()));
        windows.forEach((window, choice) -> choice.setSelected(window == rule.windowMillis()));
    }

    private void typed(String text) {
        Amounts.usd(text)
                .ifPresent(least ->
                        change(rule -> new SizeRule(rule.side(), least, rule.windowMillis(), rule.rearmShare())));
    }

    private void change(UnaryOperator<SizeRule> how) {
        if (control.draft() instanceof SizeDraft draft) {
            SizeDraft next = draft.with(how.apply(draft.rule()));
            control.change(next);
            show(next);
        }
    }
}
