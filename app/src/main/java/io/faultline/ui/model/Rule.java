package io.faultline.ui.model;

import io.faultline.desk.SignalRules;
import io.faultline.liquidation.ModelParameters.Range;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * One bar by which clusters and signals are judged, as the user sees it; {@code model.md} 25.
 *
 * @param id stable, for tests
 * @param unit in words
 * @param range in that unit, as {@code value} is
 * @param words what it does
 */
record Rule(
        String id,
        String name,
        String unit,
        Range range,
        ToDoubleFunction<SignalRules> value,
        BiFunction<SignalRules, Double, SignalRules> with,
        String words) {
    private static final double PERCENT = 100;

    static final Rule SIGNIFICANT = new Rule(
            "significant",
            "significant from",
            "% of open interest",
            new Range("significance", .1, 5),
            rules -> rules.significantShare() * PERCENT,
            (rules, percent) -> rules.withSignificantShare(percent / PERCENT),
            "From which share of open interest on a cluster is listed, marked, and may ring.");

    static final Rule HOLLOW = new Rule(
            "hollow",
            "hollow below",
            "% of the cluster",
            new Range("hollow", 5, 100),
            rules -> rules.path().hollowBelow() * PERCENT,
            (rules, percent) -> rules.withPath(
                    rules.path().withBars(percent / PERCENT, rules.path().defendedFrom())),
            "A path is hollow where less than this share of what would be forced rests on the way.");

    static final Rule DEFENDED = new Rule(
            "defended",
            "defended from",
            "× the usual depth",
            new Range("defended", 1, 10),
            rules -> rules.path().defendedFrom(),
            (rules, times) -> rules.withPath(rules.path().withBars(rules.path().hollowBelow(), times)),
            "A path is defended where so many times the usual depth stands before the near edge.");

    static final Rule HEAVY = new Rule(
            "heavy",
            "funding heavy from",
            "% per 8 h over base",
            new Range("heavy", .005, 1),
            rules -> rules.funding().heavyPer8h() * PERCENT,
            (rules, percent) -> rules.withFunding(rules.funding().withHeavyPer8h(percent / PERCENT)),
            "From which rate on, either way, one side is crowded, so that funding agrees or contradicts.");

    static final List<Rule> ALL = List.of(SIGNIFICANT, HOLLOW, DEFENDED, HEAVY);

    /** As it is written into its field. */
    String text(SignalRules rules) {
        return Parameter.plain(Math.round(value.applyAsDouble(rules) * 1e9) / 1e9);
    }

    /** What it may be, and is at first. */
    String terms() {
        return unit + ", " + Parameter.plain(range.least()) + " to " + Parameter.plain(range.most()) + ", at first "
                + text(SignalRules.DEFAULT);
    }

    /**
     * Those rules with what stands in its field. What stands there as it was changes nothing, not by a rounding either.
     *
     * @throws IllegalArgumentException with what is wrong, in words
     */
    SignalRules read(String text, SignalRules rules) {
        double read = Parameter.number(text).doubleValue();
        if (read < range.least() || read > range.most()) {
            throw new IllegalArgumentException(
                    "must be from " + Parameter.plain(range.least()) + " to " + Parameter.plain(range.most()));
        }
        for (SignalRules known : List.of(rules, SignalRules.DEFAULT)) {
            if (Parameter.plain(read).equals(text(known))) {
                return with.apply(rules, value.applyAsDouble(known));
            }
        }
        return with.apply(rules, read);
    }
}
