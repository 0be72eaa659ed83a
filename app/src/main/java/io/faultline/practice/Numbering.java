package io.faultline.practice;

/** How a venue counts the updates of a book. */
enum Numbering {
    /** Each single change has a number; an update covers a range of them. */
    EACH_CHANGE,
    /** Each update has the next number. */
    EACH_UPDATE,
    /** Each update has a number some way above the one before. */
    LEAPS
}
