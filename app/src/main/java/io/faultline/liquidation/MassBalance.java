package io.faultline.liquidation;

/**
 * Where all mass that was ever deposited went, USD. Deposited equals the sum of the others and what remains.
 *
 * @param closedUsd by falling open interest and churn
 * @param decayedUsd without a trace in open interest
 * @param cutUsd by the rule that a side cannot hold more than open interest
 * @param droppedUsd outside the window of bins
 */
public record MassBalance(
        double depositedUsd, double sweptUsd, double closedUsd, double decayedUsd, double cutUsd, double droppedUsd) {
    public double remainingUsd() {
        return depositedUsd - sweptUsd - closedUsd - decayedUsd - cutUsd - droppedUsd;
    }
}
