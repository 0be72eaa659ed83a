package io.faultline.alarm;

/** What a sample is worth to an alarm. */
public enum Freshness {
    /** Live and continuous: may sound. */
    FRESH,
    /** The first after an interruption, of unknown length or known: moves the alarm, and makes no sound. */
    AFTER_GAP,
    /** In order, but not live: a stall's backlog, or a clock that is off. Moves the alarm, and makes no sound. */
    LATE,
    /** From the time when nobody watched. Moves the alarm, makes no sound, is listed as missed. */
    MISSED,
    /** Live, but it was so already when the alarm was armed or changed: a line of the log, no more. */
    ALREADY,
    /** Seen before, or older than what was seen, or too soon after the last: moves nothing. */
    IGNORED
}
