package io.faultline.desk;

import io.faultline.market.Venue;
import io.faultline.signal.Composition;
import io.faultline.signal.ForcedVolume;
import io.faultline.signal.SizeBand;
import io.faultline.signal.SizeScale;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How big a cluster is, and whose. USD; NaN where not known.
 *
 * @param atRiskUsd modelled positions that would be liquidated there
 * @param expected what would probably be reported of it, with its 80 % band
 * @param openInterestUsd of all venues that count
 * @param openInterestShare at risk over it
 * @param dailyShare expected over what is reported a day, mean of a week
 * @param atRiskOverReported at risk over the same: unlike things, as the field compares them
 * @param growth15m change of mass, a fraction
 * @param growth1h change of mass, a fraction
 * @param tiers by leverage
 * @param venuesUsd each venue's part
 * @param confirming venues that have half a percent of their own open interest there
 * @param venuesAsked how many venues could have confirmed
 */
public record ClusterMass(
        double atRiskUsd,
        ForcedVolume expected,
        double openInterestUsd,
        double openInterestShare,
        double dailyShare,
        double atRiskOverReported,
        double growth15m,
        double growth1h,
        Composition tiers,
        Map<Venue, Double> venuesUsd,
        List<Venue> confirming,
        int venuesAsked) {
    public ClusterMass {
        EnumMap<Venue, Double> copy = new EnumMap<>(Venue.class);
        copy.putAll(venuesUsd);
        venuesUsd = Collections.unmodifiableMap(copy);
        confirming = List.copyOf(confirming);
    }

    /** At risk less the user's share. */
    public double discountedUsd(double discount) {
        return (1 - discount) * atRiskUsd;
    }

    public SizeBand band(SizeScale scale) {
        return SizeBand.of(atRiskUsd, openInterestUsd, scale);
    }
}
