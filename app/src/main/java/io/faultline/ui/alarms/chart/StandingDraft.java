package io.faultline.ui.alarms.chart;

import io.faultline.alarm.Signal;
import io.faultline.alarm.StandingRule;
import java.util.EnumSet;
import java.util.Set;

/** An alarm on whichever cluster is born, grows or comes near. */
public record StandingDraft(long alarmId, StandingRule rule) implements Draft {
    private static final double USUAL_USD = 100e6;

    /** From a hundred million USD, for all three. */
    static StandingDraft usual() {
        Set<Signal> all = EnumSet.of(Signal.CLUSTER_BORN, Signal.CLUSTER_GROWS, Signal.CLUSTER_NEAR);
        return new StandingDraft(0, new StandingRule(USUAL_USD, all, StandingRule.DEFAULT_PERIMETER));
    }

    public StandingDraft with(StandingRule other) {
        return new StandingDraft(alarmId, other);
    }

    /** With something wanted or not; the last one stays. */
    public StandingDraft toggle(Signal what) {
        EnumSet<Signal> next = EnumSet.noneOf(Signal.class);
        next.addAll(rule.signals());
        if (!next.remove(what)) {
            next.add(what);
        }
        return next.isEmpty() ? this : with(new StandingRule(rule.leastUsd(), next, rule.perimeter()));
    }
}
