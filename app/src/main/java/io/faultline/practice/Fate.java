package io.faultline.practice;

/** What becomes of a message on its way out. */
enum Fate {
    SENT,
    LOST,
    TWICE,
    /** Waits for the next one of its topic to overtake it. */
    HELD,
    /** Goes out, and the one that waited after it. */
    OVERTAKES
}
