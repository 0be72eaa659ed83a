package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.ForcedFlow;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.Profile;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.Asymmetry;
import io.faultline.signal.Composition;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.ForcedVolume;
import io.faultline.signal.TierBand;
import io.faultline.signal.VenueProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The grids of all venues that count as one look for clusters sees them. Immutable. */
final class Sighting {
    private final long millis;
    private final List<GridSnapshot> grids;
    private final double mark;
    private final double openInterestUsd;
    private final Map<PositionSide, List<VenueProfile>> venues = new EnumMap<>(PositionSide.class);
    private final Map<PositionSide, Profile> profiles = new EnumMap<>(PositionSide.class);

    /**
     * @param grids one a venue, at least one
     * @param reportedPerDayUsd of the venues of which it is known
     */
    Sighting(List<GridSnapshot> grids, long millis, Map<Venue, Double> reportedPerDayUsd) {
        this.millis = millis;
        this.grids = List.copyOf(grids);
        mark = medianMark(grids);
        openInterestUsd =
                grids.stream().mapToDouble(GridSnapshot::openInterestUsd).sum();
        int base = Bins.of(mark) - Bins.COUNT / 2;
        for (PositionSide side : PositionSide.values()) {
            double[] all = new double[Bins.COUNT];
            List<VenueProfile> each = new ArrayList<>(grids.size());
            for (GridSnapshot grid : grids) {
                double[] own = masses(grid, side, base);
                for (int i = 0; i < own.length; i++) {
                    all[i] += own[i];
                }
                each.add(new VenueProfile(
                        grid.venue(),
                        new Profile(side, base, own),
                        grid.openInterestUsd(),
                        grid.reportedShare(side),
                        reportedPerDayUsd.getOrDefault(grid.venue(), Double.NaN)));
            }
            venues.put(side, List.copyOf(each));
            profiles.put(side, new Profile(side, base, all));
        }
    }

    private static double medianMark(List<GridSnapshot> grids) {
        double[] marks = grids.stream().mapToDouble(GridSnapshot::mark).sorted().toArray();
        return (marks[marks.length / 2] + marks[(marks.length - 1) / 2]) / 2;
    }

    private static double[] masses(GridSnapshot grid, PositionSide side, int base) {
        double[] usd = new double[Bins.COUNT];
        int from = Math.max(base, grid.base());
        int until = Math.min(base, grid.base()) + Bins.COUNT;
        for (Tier tier : Tier.values()) {
            for (int bin = from; bin < until; bin++) {
                usd[bin - base] += grid.massUsd(side, tier, bin);
            }
        }
        return usd;
    }

    long millis() {
        return millis;
    }

    double mark() {
        return mark;
    }

    /** Of all venues in it; 0 if no venue's is known. */
    double openInterestUsd() {
        return openInterestUsd;
    }

    List<Venue> venues() {
        return grids.stream().map(GridSnapshot::venue).toList();
    }

    Profile profile(PositionSide side) {
        return Objects.requireNonNull(profiles.get(side));
    }

    List<VenueProfile> venueProfiles(PositionSide side) {
        return venues.getOrDefault(side, List.of());
    }

    Map<DistanceProfile, Asymmetry> asymmetry() {
        Map<DistanceProfile, Asymmetry> all = new EnumMap<>(DistanceProfile.class);
        for (DistanceProfile distances : DistanceProfile.values()) {
            all.put(
                    distances,
                    Asymmetry.within(
                            profile(PositionSide.LONG), profile(PositionSide.SHORT), mark, distances.outerBound()));
        }
        return all;
    }

    /** Each venue's part of a cluster, USD. */
    Map<Venue, Double> massByVenue(Cluster cluster) {
        Map<Venue, Double> usd = new EnumMap<>(Venue.class);
        for (VenueProfile venue : venueProfiles(cluster.side())) {
            usd.put(venue.venue(), cluster.massIn(venue.profile()));
        }
        return usd;
    }

    /** What each venue is expected to report of its part. */
    Map<Venue, ForcedFlow> expectedByVenue(Cluster cluster, Map<Venue, Double> masses) {
        Map<Venue, ForcedFlow> expected = new EnumMap<>(Venue.class);
        for (GridSnapshot grid : grids) {
            expected.put(grid.venue(), grid.expect(cluster.side(), masses.getOrDefault(grid.venue(), 0.0)));
        }
        return expected;
    }

    static ForcedVolume sum(Map<Venue, ForcedFlow> flows) {
        ForcedFlow sum = ForcedFlow.NONE;
        for (ForcedFlow flow : flows.values()) {
            sum = sum.plus(flow);
        }
        return new ForcedVolume(sum.meanUsd(), sum.lowUsd(), sum.highUsd());
    }

    Composition tiers(Cluster cluster) {
        Map<TierBand, Double> usd = new EnumMap<>(TierBand.class);
        for (Tier tier : Tier.values()) {
            double sum = 0;
            for (GridSnapshot grid : grids) {
                for (int bin = cluster.firstBin(); bin <= cluster.lastBin(); bin++) {
                    sum += grid.massUsd(cluster.side(), tier, bin);
                }
            }
            usd.merge(TierBand.valueOf(tier.band().name()), sum, Double::sum);
        }
        return new Composition(usd);
    }
}
