package io.faultline.desk;

import io.faultline.liquidation.ForcedFlow;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.Venue;
import io.faultline.signal.Composition;
import io.faultline.signal.Confluence;
import io.faultline.signal.ForcedVolume;
import io.faultline.signal.Timeframe;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What does not change of a cluster between two looks.
 *
 * @param venuesUsd each venue's part
 * @param estimates what of it would be forced, {@code model.md} 14
 */
record ClusterBody(
        Track track,
        Sighting sighting,
        Map<Venue, Double> venuesUsd,
        Map<Venue, Double> estimates,
        ForcedVolume expected,
        Composition tiers,
        Map<Timeframe, Set<Confluence>> confluence,
        Set<GridFlag> flags) {
    /** What a venue holds less of than this share does not lend a cluster its flags. */
    private static final double FLAG_SHARE = 0.05;

    /**
     * @param sighting that it was last seen in
     * @param flags of each venue
     */
    static ClusterBody of(
            Track track,
            Sighting sighting,
            SignalRules rules,
            Map<Venue, Set<GridFlag>> flags,
            Map<Timeframe, ChartReading> charts) {
        Map<Venue, Double> venuesUsd = sighting.massByVenue(track.cluster());
        Map<Venue, ForcedFlow> expected = sighting.expectedByVenue(track.cluster(), venuesUsd);
        Map<Timeframe, Set<Confluence>> confluence = new EnumMap<>(Timeframe.class);
        charts.forEach((timeframe, chart) ->
                confluence.put(timeframe, Confluence.at(track.cluster(), chart.swings(), chart.nodes())));
        Set<GridFlag> own = EnumSet.noneOf(GridFlag.class);
        venuesUsd.forEach((venue, usd) -> {
            if (usd >= FLAG_SHARE * track.cluster().massUsd()) {
                own.addAll(flags.getOrDefault(venue, Set.of()));
            }
        });
        return new ClusterBody(
                track,
                sighting,
                venuesUsd,
                forced(rules, venuesUsd, expected),
                Sighting.sum(expected),
                sighting.tiers(track.cluster()),
                confluence,
                own);
    }

    private static Map<Venue, Double> forced(
            SignalRules rules, Map<Venue, Double> venuesUsd, Map<Venue, ForcedFlow> expected) {
        Map<Venue, Double> usd = new EnumMap<>(Venue.class);
        if (rules.estimate() == SignalRules.Estimate.MEASURED) {
            expected.forEach((venue, flow) -> usd.put(venue, flow.meanUsd()));
        } else {
            venuesUsd.forEach((venue, mass) -> usd.put(venue, (1 - rules.discount()) * mass));
        }
        return usd;
    }

    /** Whether it holds that share of open interest; true where that is not known. */
    boolean significant(double share) {
        double openInterestUsd = sighting.openInterestUsd();
        return openInterestUsd <= 0 || track.cluster().massUsd() >= share * openInterestUsd;
    }
}
