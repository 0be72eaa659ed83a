package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicted funding over venues, weighted by their open interest in USD. It says which venues are in it: a venue with no
 * rate, no interval or no open interest cannot be.
 *
 * @param per8Hours fraction of notional for 8 hours, whatever each venue's interval; NaN of no venue
 * @param annualised the same for a year, simply
 * @param openInterestUsd of the venues in it
 */
public record FundingAggregate(
        double per8Hours, double annualised, double openInterestUsd, List<Venue> venues, List<Venue> missing) {
    private static final double EIGHT_HOURS_A_YEAR = 1_095;

    public FundingAggregate {
        venues = List.copyOf(venues);
        missing = List.copyOf(missing);
    }

    public static FundingAggregate of(List<VenueView> views) {
        List<Venue> venues = new ArrayList<>();
        List<Venue> missing = new ArrayList<>();
        double weighted = 0;
        double weights = 0;
        for (VenueView view : views) {
            double rate = VenueFunding.of(view).per8Hours();
            double usd = view.openInterestUsd();
            if (Double.isNaN(rate) || !(usd > 0)) {
                missing.add(view.instrument().venue());
            } else {
                venues.add(view.instrument().venue());
                weighted += rate * usd;
                weights += usd;
            }
        }
        double per8Hours = weights > 0 ? weighted / weights : Double.NaN;
        return new FundingAggregate(per8Hours, per8Hours * EIGHT_HOURS_A_YEAR, weights, venues, missing);
    }
}
