package io.faultline.ui.alarms;

import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as people type them. */
final class Amounts {
    private Amounts() {}

    /** {@code 5M}, {@code 250k}, {@code 1.2B}, {@code 1,000,000}; empty where it is no positive figure. */
    static OptionalDouble usd(String typed) {
        String text =
                typed.replace(",", "").replace(" ", "").replace("\u00a0", "").replace("$", "");
        double factor = 1;
        if (!text.isEmpty()) {
            int last = text.length() - 1;
            factor = switch (text.substring(last).toLowerCase(Locale.ROOT)) {
                case "k" -> 1e3;
                case "m" -> 1e6;
                case "b" -> 1e9;
                default -> 1;
            };
            text = factor == 1 ? text : text.substring(0, last);
        }
        return positive(text, factor);
    }

    /** {@code 2}, {@code 2.5 %}: a fraction of 1. */
    static OptionalDouble percent(String typed) {
        return positive(typed.replace("%", "").strip().replace(',', '.'), 0.01);
    }

    /** {@code 104,218.4}. */
    static OptionalDouble price(String typed) {
        return positive(typed.replace(",", "").replace("\u00a0", "").strip(), 1);
    }

    private static OptionalDouble positive(String text, double factor) {
        try {
            double value = Double.parseDouble(text) * factor;
            return value > 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
