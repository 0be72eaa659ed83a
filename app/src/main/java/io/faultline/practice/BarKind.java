package io.faultline.practice;

/** Which price a bar is of. */
enum BarKind {
    TRADES,
    MARK,
    INDEX;

    /** Whether its bars have a volume. */
    boolean traded() {
        return this == TRADES;
    }
}
