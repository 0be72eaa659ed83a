package io.faultline.liquidation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@link ModelParameters} as a line of text, to the bit: for a journal, and to be kept. Equal parameters have equal lines,
 * so a line also names the model that a score is of.
 */
public final class ParameterText {
    private ParameterText() {}

    public static String of(ModelParameters parameters) {
        String weights = Arrays.stream(Tier.values())
                .map(tier -> Double.toString(parameters.weights().of(tier)))
                .collect(Collectors.joining(","));
        return "weights=" + weights
                + ";kernel=" + parameters.kernel().name()
                + ";churnShare=" + parameters.churnShare()
                + ";takerWeight=" + parameters.takerWeight()
                + ";makerWeight=" + parameters.makerWeight()
                + ";halfLifeHours=" + parameters.halfLifeHours()
                + ";holdExponent=" + parameters.holdExponent()
                + ";closeExponent=" + parameters.closeExponent()
                + ";stepSeconds=" + parameters.stepSeconds();
    }

    /** Empty if it is no such line, or what it says is out of range. */
    public static Optional<ModelParameters> read(String line) {
        Map<String, String> fields = new HashMap<>();
        for (String field : line.split(";", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        try {
            double[] weights = Arrays.stream(text(fields, "weights").split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return Optional.of(new ModelParameters(
                    TierWeights.restored(weights),
                    Kernel.valueOf(text(fields, "kernel")),
                    number(fields, "churnShare"),
                    number(fields, "takerWeight"),
                    number(fields, "makerWeight"),
                    number(fields, "halfLifeHours"),
                    number(fields, "holdExponent"),
                    number(fields, "closeExponent"),
                    Integer.parseInt(text(fields, "stepSeconds"))));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private static double number(Map<String, String> fields, String name) {
        return Double.parseDouble(text(fields, name));
    }

    private static String text(Map<String, String> fields, String name) {
        String text = fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return text;
    }
}
