package io.faultline.ui.alarms;

import io.faultline.alarm.PriceRule;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.alarms.chart.PriceDraft;
import io.faultline.ui.text.Numbers;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A price alarm as it is being set: {@code price ≥ 105,500 · +1.23 % · once}. */
final class PriceForm {
    private final AlarmControl control;
    private final HBox row = StripParts.row(6);
    private final Label name = StripParts.label("strong");
    private final Map<PriceRule.Direction, ToggleButton> signs = new EnumMap<>(PriceRule.Direction.class);
    private final TextField level;
    private final Label rest = StripParts.yielding("mid");
    private final ToggleButton once;

    PriceForm(AlarmControl control) {
        this.control = control;
        row.getChildren().add(name);
        for (PriceRule.Direction direction : PriceRule.Direction.values()) {
            ToggleButton sign = StripParts.toggle(
                    AlarmWords.sign(direction),
                    "draft-" + direction.name().toLowerCase(Locale.ROOT),
                    () -> change(draft -> draft.with(direction)));
            sign.setAccessibleText(words(direction));
            signs.put(direction, sign);
            row.getChildren().add(sign);
        }
        level = StripParts.field("draft-level", 84, this::typed, control::keep);
        level.setAccessibleText("Price of the alarm");
        once = StripParts.toggle("once", "draft-once", () -> change(draft -> draft.once(!draft.once())));
        once.setAccessibleText("Only the first time");
        row.getChildren().addAll(level, rest, once);
    }

    HBox node() {
        return row;
    }

    private static String words(PriceRule.Direction direction) {
        return switch (direction) {
            case RISING -> "When price rises to it";
            case FALLING -> "When price falls to it";
            case EITHER -> "From either side";
        };
    }

    void show(PriceDraft draft) {
        int decimals = control.seen().decimals();
        double price = control.seen().price();
        name.setText(draft.range() ? "Range" : "Price");
        signs.forEach((direction, sign) -> {
            sign.setSelected(draft.direction() == direction);
            StripParts.show(sign, !draft.range());
        });
        StripParts.show(level, AlarmWords.price(draft.level(), decimals));
        StripParts.show(level, !draft.range());
        once.setSelected(draft.once());
        String away = Double.isNaN(price) ? "" : Numbers.change(draft.level() / price - 1, 2) + " away";
        rest.setText(
                draft.range()
                        ? AlarmWords.price(Math.min(draft.level(), draft.other()), decimals) + "–"
                                + AlarmWords.price(Math.max(draft.level(), draft.other()), decimals)
                                + " · an alarm at each end"
                        : draft.origin() == null ? away : away + " · a cluster's edge");
    }

    private void typed(String text) {
        Amounts.price(text)
                .ifPresent(price ->
                        change(draft -> draft.atPrice(price, control.seen().price())));
    }

    private void change(UnaryOperator<PriceDraft> how) {
        if (control.draft() instanceof PriceDraft draft) {
            PriceDraft next = how.apply(draft);
            control.change(next);
            show(next);
        }
    }
}
