package io.faultline.ui.model;

import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.ModelParameters.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One number of the model's parameters, as the user sees it.
 *
 * @param id stable, for tests
 * @param unit in words; may be empty
 * @param whole whether it must be a whole number
 * @param words what it does
 */
record Parameter(
        String id,
        String name,
        String unit,
        Range range,
        boolean whole,
        ToDoubleFunction<ModelParameters> value,
        String words) {
    static final Parameter CHURN = of(
            "churn-share",
            "churn share η",
            "of balanced volume",
            ModelParameters.CHURN_SHARE,
            ModelParameters::churnShare,
            "Which share of the volume that open interest does not account for replaces one holder by another.");

    static final Parameter TAKER = of(
            "taker-weight",
            "taker weight ω_T",
            "of what takers open",
            ModelParameters.TAKER_WEIGHT,
            ModelParameters::takerWeight,
            "How much of what takers open is levered and can be liquidated.");

    static final Parameter MAKER = of(
            "maker-weight",
            "maker weight ω_M",
            "of what makers open",
            ModelParameters.MAKER_WEIGHT,
            ModelParameters::makerWeight,
            "The same of makers: much of what they hold is hedged.");

    static final Parameter HALF_LIFE = of(
            "half-life",
            "half-life of 10x",
            "h",
            ModelParameters.HALF_LIFE_HOURS,
            ModelParameters::halfLifeHours,
            "After how long half of a 10x position has left without a trace in open interest.");

    static final Parameter HOLD = of(
            "hold-exponent",
            "holding exponent",
            "",
            ModelParameters.HOLD_EXPONENT,
            ModelParameters::holdExponent,
            "How much sooner higher leverage leaves so: 0 not at all, 1 in proportion.");

    static final Parameter CLOSE = of(
            "close-exponent",
            "closing exponent α",
            "",
            ModelParameters.CLOSE_EXPONENT,
            ModelParameters::closeExponent,
            "How much sooner higher leverage closes when open interest falls: 0 not at all, 1 in proportion.");

    static final Parameter STEP = new Parameter(
            "step",
            "step",
            "s",
            ModelParameters.STEP_SECONDS,
            true,
            ModelParameters::stepSeconds,
            "How often what was opened and closed is booked. Sweeps are booked at once.");

    static final List<Parameter> ALL = List.of(CHURN, TAKER, MAKER, HALF_LIFE, HOLD, CLOSE, STEP);

    private static Parameter of(
            String id, String name, String unit, Range range, ToDoubleFunction<ModelParameters> value, String words) {
        return new Parameter(id, name, unit, range, false, value, words);
    }

    /** As it is written into its field. */
    String text(ModelParameters parameters) {
        return plain(value.applyAsDouble(parameters));
    }

    /** What it may be, and is at first. */
    String terms() {
        return plain(range.least()) + " to " + plain(range.most()) + ", at first " + text(ModelParameters.DEFAULT);
    }

    /**
     * What stands in its field.
     *
     * @throws IllegalArgumentException with what is wrong, in words
     */
    double read(String text) {
        BigDecimal number = number(text);
        if (whole && number.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("must be a whole number");
        }
        double read = number.doubleValue();
        if (read < range.least() || read > range.most()) {
            throw new IllegalArgumentException("must be from " + plain(range.least()) + " to " + plain(range.most()));
        }
        return read;
    }

    /** @throws IllegalArgumentException if it is no number, in words */
    static BigDecimal number(String text) {
        try {
            String trimmed = text.trim();
            if (trimmed.length() <= 20) {
                return new BigDecimal(trimmed);
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new IllegalArgumentException(text.isBlank() ? "must be a number" : "is no number such as 0.45");
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
