package io.faultline.ui.alarms.chart;

/** An alarm as it is being set: nothing is armed or changed before it is kept. Immutable. */
public sealed interface Draft permits PriceDraft, ClusterDraft, SizeDraft, StandingDraft {
    /** The armed alarm that is being changed; 0 for a new one. */
    long alarmId();
}
