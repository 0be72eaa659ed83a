package io.faultline.practice.crowd;

import io.faultline.market.Venue;
import java.util.List;

/** Whether a market has lost or made anything, model 24.4: what one trader has another lacks. */
public record MassCheck(List<OfVenue> venues) {
    public MassCheck {
        venues = List.copyOf(venues);
    }

    /** Whether every venue's books balance. */
    public boolean holds() {
        return venues.stream().allMatch(OfVenue::holds);
    }

    /**
     * Of one venue. Money is counted exactly, in ticks times lots.
     *
     * @param longLots of all who are long
     * @param shortLots of all who are short, as a positive number
     * @param cash of all accounts
     * @param fund cash of the insurance fund
     * @param paidIn what all have brought to the venue, less what they took away
     * @param fees what the venue kept
     * @param fundingDust what funding took and did not give, by rounding
     */
    public record OfVenue(
            Venue venue,
            long longLots,
            long shortLots,
            long cash,
            long fund,
            long paidIn,
            long fees,
            long fundingDust) {
        public boolean holds() {
            return longLots == shortLots && cash + fund + fees + fundingDust == paidIn;
        }
    }
}
