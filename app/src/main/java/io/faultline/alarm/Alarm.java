package io.faultline.alarm;

/** Something armed, with its settings and all that it remembers. Immutable: a sample makes a new one. */
public sealed interface Alarm permits ClusterAlarm, PriceAlarm, SizeAlarm, StandingAlarm {
    AlarmHead head();

    /** The same alarm, named, switched or snoozed otherwise. */
    Alarm withHead(AlarmHead head);

    default long id() {
        return head().id();
    }
}
