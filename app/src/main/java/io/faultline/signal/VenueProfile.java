package io.faultline.signal;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.Profile;
import io.faultline.market.Venue;

/**
 * One venue's own part of a profile.
 *
 * @param openInterestUsd of that venue; 0 if it gives none
 * @param reportedShare what share of forced mass it is expected to report, 0 to 1
 * @param reportedPerDayUsd what it reports a day, both sides, mean of up to seven days; NaN if that is not known
 */
public record VenueProfile(
        Venue venue, Profile profile, double openInterestUsd, double reportedShare, double reportedPerDayUsd) {
    private static final double CONFIRMING_SHARE = 0.005;

    /** Whether the venue has half a percent of its own open interest inside a cluster. */
    public boolean confirms(Cluster cluster) {
        double mass = cluster.massIn(profile);
        return openInterestUsd > 0 && mass >= CONFIRMING_SHARE * openInterestUsd;
    }

    boolean tells() {
        return reportedPerDayUsd > 0;
    }
}
