package io.faultline.liquidation;

/**
 * What a step's volume means for positions, model 4.2: USD that opened and closed, and the change of open interest that
 * they explain. Opened less closed is always the change.
 */
record Turnover(double changeUsd, double openedUsd, double closedUsd) {
    /**
     * @param changeUsd of open interest, with what was carried over; more than the volume cannot be this step's
     * @param churnShare of the balanced volume that replaces one holder by another
     */
    static Turnover of(double changeUsd, double volumeUsd, double churnShare) {
        double change = Math.max(-volumeUsd, Math.min(volumeUsd, changeUsd));
        double balanced = Math.max(0, volumeUsd - Math.abs(change));
        double churn = churnShare * balanced / 2;
        return new Turnover(change, Math.max(change, 0) + churn, Math.max(-change, 0) + churn);
    }
}
