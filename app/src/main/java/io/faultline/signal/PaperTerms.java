package io.faultline.signal;

import io.faultline.market.Venue;

/**
 * Where and for what fees a plan is traded on paper.
 *
 * @param venue whose tape fills its limits and whose settlements charge it
 * @param makerFee share of notional for a limit that was met; −0.001 to 0.01
 * @param takerFee share of notional for a stop; −0.001 to 0.01
 * @param secondTarget whether half of it is kept for the plan's second target, where it has one
 */
public record PaperTerms(Venue venue, double makerFee, double takerFee, boolean secondTarget) {
    public PaperTerms {
        require(makerFee >= -0.001 && makerFee <= 0.01, "maker fee", makerFee);
        require(takerFee >= -0.001 && takerFee <= 0.01, "taker fee", takerFee);
    }

    /** 0.02 % and 0.05 %, and out at the first target. */
    public static PaperTerms at(Venue venue) {
        return new PaperTerms(venue, 0.0002, 0.0005, false);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is out of range: " + value);
        }
    }
}
