package io.faultline.desk;

import io.faultline.signal.FundingJudgement;
import io.faultline.signal.PathRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a user may change of {@link SignalRules}, as a line of text, to the bit: for a journal, and to be kept. Equal rules
 * have equal lines.
 */
public final class RuleText {
    private RuleText() {}

    public static String of(SignalRules rules) {
        return "significantShare=" + rules.significantShare()
                + ";hollowBelow=" + rules.path().hollowBelow()
                + ";defendedFrom=" + rules.path().defendedFrom()
                + ";heavyPer8h=" + rules.funding().heavyPer8h()
                + ";estimate=" + rules.estimate().name()
                + ";discount=" + rules.discount();
    }

    /** Empty if it is no such line, or what it says is out of range. */
    public static Optional<SignalRules> read(String line) {
        Map<String, String> fields = new HashMap<>();
        for (String field : line.split(";", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        try {
            SignalRules usual = SignalRules.DEFAULT;
            PathRule path = usual.path().withBars(number(fields, "hollowBelow"), number(fields, "defendedFrom"));
            FundingJudgement funding = usual.funding().withHeavyPer8h(number(fields, "heavyPer8h"));
            return Optional.of(usual.withSignificantShare(number(fields, "significantShare"))
                    .withPath(path)
                    .withFunding(funding)
                    .withEstimate(SignalRules.Estimate.valueOf(text(fields, "estimate")))
                    .withDiscount(number(fields, "discount")));
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
