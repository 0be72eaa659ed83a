package io.faultline.practice.crowd;

/** What happens to a position that runs out of margin, model 24.2. */
public enum ClosingStep {
    /** The mark reached its liquidation price; all of it is sent as an order at its bankruptcy price. */
    TRIGGERED,
    /** What the book took of the order. */
    FILLED,
    /** What the book did not take, and the insurance fund did, at the bankruptcy price. */
    TAKEN_OVER,
    /** What the fund could not take either: closed against an opponent in profit, whose number this is. */
    DELEVERAGED
}
