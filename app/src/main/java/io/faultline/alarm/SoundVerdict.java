package io.faultline.alarm;

/** Whether a firing sounds, and if not, why. */
public enum SoundVerdict {
    PLAY,
    /** A line for the log, no more. */
    NOT_WORTH_A_SOUND,
    /** Not live, or fired too long ago. */
    NOT_FRESH,
    /** Its alarm is off, or deleted. */
    OFF,
    MUTED,
    SNOOZED,
    QUIET_HOURS,
    /** The alarm has just sounded the same. */
    COOL_DOWN,
    /** Too many sounds at once. */
    TOO_MANY
}
