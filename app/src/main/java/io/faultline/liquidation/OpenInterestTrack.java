package io.faultline.liquidation;

/**
 * A venue's open interest from sample to sample, and what of its changes the trades have not explained yet, model 4.2
 * and 7. A sample more than three times or less than a third of the one before it is first held as missing; if the next
 * one agrees with it, it is a change of unit or a relisting and is taken without counting the difference.
 */
final class OpenInterestTrack {
    private static final double MOST_JUMP = 3;

    private double coins;
    private double suspect = Double.NaN;
    private double carryUsd;

    /** @param coins NaN if not known */
    OpenInterestTrack(double coins) {
        this.coins = coins;
    }

    /** What a sample turned out to be. */
    enum Verdict {
        TAKEN,
        MISSING,
        HELD,
        RESET
    }

    /** Open interest in coins; NaN as long as none was seen. */
    double coins() {
        return coins;
    }

    double carryUsd() {
        return carryUsd;
    }

    Verdict judge(double sample) {
        if (Double.isNaN(sample)) {
            return Verdict.MISSING;
        }
        if (Double.isNaN(coins) || isNear(sample, coins)) {
            suspect = Double.NaN;
            return Verdict.TAKEN;
        }
        if (isNear(sample, suspect)) {
            suspect = Double.NaN;
            return Verdict.RESET;
        }
        suspect = sample;
        return Verdict.HELD;
    }

    private static boolean isNear(double a, double b) {
        return a <= MOST_JUMP * b && b <= MOST_JUMP * a;
    }

    /** The change that the next step has to explain, USD. */
    double changeUsd(double sample, double mark) {
        return (sample - coins) * mark + carryUsd;
    }

    void carry(double usd) {
        carryUsd = usd;
    }

    void take(double sample) {
        coins = sample;
    }
}
