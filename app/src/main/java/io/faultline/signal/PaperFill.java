package io.faultline.signal;

/**
 * A part of a paper trade that was done.
 *
 * @param millis event time, since 1970
 * @param quantity base coin
 * @param feeUsd paid; negative where the venue pays
 * @param beyondBook whether the price is the worst that was seen, as no book showed enough
 */
public record PaperFill(Reason reason, long millis, double price, double quantity, double feeUsd, boolean beyondBook) {
    /** Why. */
    public enum Reason {
        ENTRY,
        TARGET,
        SECOND_TARGET,
        STOP,
        /** The user closed it. */
        CLOSED
    }
}
