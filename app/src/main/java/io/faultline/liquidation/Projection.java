package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The state of all venues as a choice of venues and tiers sees it, model 10. Every picture of a moment is made from one:
 * profiles for the heatmaps and the map, and the three figures for any stretch of prices. Immutable.
 */
public final class Projection {
    private final int base;
    private final double mark;
    private final double openInterestUsd;
    private final double allOpenInterestUsd;
    private final List<VenueMass> venues;

    /** One chosen venue with its chosen tiers summed. */
    private record VenueMass(GridSnapshot snapshot, VenueProfile profile) {}

    private Projection(Collection<GridSnapshot> snapshots, Selection selection) {
        List<GridSnapshot> chosen = new ArrayList<>();
        double all = 0;
        double own = 0;
        for (GridSnapshot snapshot : snapshots) {
            all += snapshot.openInterestUsd();
            if (selection.venues().contains(snapshot.venue())) {
                own += snapshot.openInterestUsd();
                chosen.add(snapshot);
            }
        }
        mark = medianMark(chosen);
        base = baseOf(mark);
        openInterestUsd = own;
        allOpenInterestUsd = all;
        venues = chosen.stream()
                .map(each -> new VenueMass(each, VenueProfile.of(each, selection.tiers(), base)))
                .toList();
    }

    /** @param snapshots one a venue, of about the same moment */
    public static Projection of(Collection<GridSnapshot> snapshots, Selection selection) {
        return new Projection(snapshots, selection);
    }

    /** A profile for each tier band that is chosen, as the tiered heatmap and the stacked map show them. */
    public static Map<Tier.Band, Profile> byBand(Collection<GridSnapshot> snapshots, Selection selection, Basis basis) {
        Map<Tier.Band, Profile> profiles = new EnumMap<>(Tier.Band.class);
        List<GridSnapshot> chosen = snapshots.stream()
                .filter(each -> selection.venues().contains(each.venue()))
                .toList();
        double mark = medianMark(chosen);
        int base = baseOf(mark);
        VenueProfile one = VenueProfile.empty(base);
        for (Tier.Band band : Tier.Band.values()) {
            Selection within = selection.within(band);
            if (!within.tiers().isEmpty()) {
                double[] longs = new double[Bins.COUNT];
                double[] shorts = new double[Bins.COUNT];
                for (GridSnapshot each : chosen) {
                    one.become(each, within.tiers());
                    one.addTo(longs, PositionSide.LONG, factor(each, PositionSide.LONG, basis));
                    one.addTo(shorts, PositionSide.SHORT, factor(each, PositionSide.SHORT, basis));
                }
                profiles.put(band, new Profile(base, mark, longs, shorts));
            }
        }
        return profiles;
    }

    /** A profile for each venue that is chosen, on one base. */
    public Map<Venue, Profile> byVenue(Basis basis) {
        Map<Venue, Profile> profiles = new EnumMap<>(Venue.class);
        for (VenueMass each : venues) {
            profiles.put(each.snapshot().venue(), sum(List.of(each), basis));
        }
        return profiles;
    }

    private static int baseOf(double mark) {
        return Double.isNaN(mark) ? 0 : Bins.of(mark) - Bins.COUNT / 2;
    }

    private static double medianMark(List<GridSnapshot> snapshots) {
        double[] marks = snapshots.stream().mapToDouble(GridSnapshot::mark).toArray();
        Arrays.sort(marks);
        int n = marks.length;
        return n == 0 ? Double.NaN : (marks[n / 2] + marks[(n - 1) / 2]) / 2;
    }

    /** The median mark of the chosen venues; NaN without venues. */
    public double mark() {
        return mark;
    }

    /** Of the chosen venues. */
    public double openInterestUsd() {
        return openInterestUsd;
    }

    /** What share of all venues' open interest the chosen ones have; NaN if there is none. */
    public double openInterestShare() {
        return openInterestUsd / allOpenInterestUsd;
    }

    public Profile profile(Basis basis) {
        return sum(venues, basis);
    }

    private Profile sum(List<VenueMass> of, Basis basis) {
        double[] longs = new double[Bins.COUNT];
        double[] shorts = new double[Bins.COUNT];
        for (VenueMass each : of) {
            each.profile().addTo(longs, PositionSide.LONG, factor(each.snapshot(), PositionSide.LONG, basis));
            each.profile().addTo(shorts, PositionSide.SHORT, factor(each.snapshot(), PositionSide.SHORT, basis));
        }
        return new Profile(base, mark, longs, shorts);
    }

    private static double factor(GridSnapshot of, PositionSide side, Basis basis) {
        return basis == Basis.AT_RISK ? 1 : of.reportedShare(side);
    }

    /** At risk and expected of one side over bins, both ends included. */
    public Figures figures(PositionSide side, int firstBin, int lastBin) {
        return figures(side, profile -> profile.sum(side, firstBin, lastBin));
    }

    /** The same between two prices; a bin that is cut by one of them counts by its share in log price. */
    public Figures figuresBetween(PositionSide side, double lowPrice, double highPrice) {
        return figures(side, profile -> profile.sumBetween(side, lowPrice, highPrice));
    }

    private Figures figures(PositionSide side, ToDoubleFunction<VenueProfile> massOf) {
        Figures sum = Figures.NONE;
        for (VenueMass each : venues) {
            double mass = massOf.applyAsDouble(each.profile());
            sum = sum.plus(new Figures(mass, each.snapshot().expect(side, mass)));
        }
        return sum;
    }

    /** The same for the whole window. */
    public Figures figures(PositionSide side) {
        return figures(side, base, base + Bins.COUNT - 1);
    }
}
