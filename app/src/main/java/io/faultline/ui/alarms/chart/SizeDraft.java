package io.faultline.ui.alarms.chart;

import io.faultline.alarm.SizeRule;

/** An alarm on reported liquidations. */
public record SizeDraft(long alarmId, SizeRule rule) implements Draft {
    private static final double USUAL_USD = 5e6;
    private static final long USUAL_MILLIS = 10_000;

    /** Five million USD of either side within ten seconds. */
    static SizeDraft usual() {
        return new SizeDraft(0, new SizeRule(null, USUAL_USD, USUAL_MILLIS, SizeRule.DEFAULT_REARM_SHARE));
    }

    public SizeDraft with(SizeRule other) {
        return new SizeDraft(alarmId, other);
    }
}
