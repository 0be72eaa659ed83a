package io.faultline.alarm;

/** Something armed, with its settings and all that it remembers. Immutable: a sample makes a new one. */
public sealed interface Alarm permits ClusterAlarm, PriceAlarm, SizeAlarm, StandingAlarm {
    AlarmHead head();

    /** The same alarm, named, switched or snoozed otherwise. */
    Alarm withHead(AlarmHead head);

    /** The same alarm as if it were armed now: it remembers nothing. */
    Alarm anew();

    default long id() {
        return head().id();
    }
}
