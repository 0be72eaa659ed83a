package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import io.faultline.signal.BookLevels;
import io.faultline.signal.FrontPersistence;
import io.faultline.signal.FrontWalls;
import io.faultline.signal.PathAnalysis;
import io.faultline.signal.PathRule;
import io.faultline.signal.PathVerdict;
import io.faultline.signal.SideBins;
import io.faultline.signal.StandingWall;
import io.faultline.signal.VenueBook;
import io.faultline.signal.Wall;
import io.faultline.signal.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the way from price to each cluster off the books as they are, and whether what stands before it stays. */
final class PathDesk {
    private static final int STACKED = 2;

    private final PathRule rule;
    private final PathAnalysis analysis;
    private final Map<Integer, Front> fronts = new HashMap<>();
    private final Map<Side, List<Wall>> walls = new EnumMap<>(Side.class);
    private List<VenueSignals> books = List.of();

    /** What is remembered of the depth before one cluster. */
    private static final class Front {
        private final FrontPersistence persistence;
        private Set<Venue> seenBy = Set.of();

        Front(PathRule rule) {
            persistence = new FrontPersistence(rule);
        }
    }

    PathDesk(PathRule rule) {
        this.rule = rule;
        this.analysis = new PathAnalysis(rule);
    }

    /** Forgets clusters other than these. */
    void keep(Collection<Integer> trackIds) {
        fronts.keySet().retainAll(trackIds);
    }

    /** The books of all venues have just been read. */
    void begin(List<VenueSignals> read) {
        books = read;
        for (Side side : Side.values()) {
            walls.put(side, walls(read, side));
        }
    }

    /**
     * The way to one cluster.
     *
     * @param mid NaN if no book is in step: then nobody knows
     * @param estimates what would be forced of it at each venue that holds some, USD
     */
    PathView to(int trackId, Cluster cluster, double mid, long millis, Map<Venue, Double> estimates) {
        if (!(mid > 0)) {
            fronts.remove(trackId);
            return PathView.UNKNOWN;
        }
        Way way = Way.to(cluster, mid);
        Side side = VenueDepth.sideHit(cluster.side());
        List<VenueBook> venueBooks = new ArrayList<>(books.size());
        List<Venue> blind = new ArrayList<>(0);
        for (VenueSignals venue : books) {
            double estimate = estimates.getOrDefault(venue.venue(), 0.0);
            boolean sees = venue.depth().inStep();
            if (sees || estimate > 0) {
                BookLevels levels = sees ? venue.depth().levels(side) : BookLevels.EMPTY;
                venueBooks.add(new VenueBook(venue.venue(), levels, estimate, venue.usualUsdPerBp(side)));
            }
            if (!sees && estimate > 0) {
                blind.add(venue.venue());
            }
        }
        PathVerdict verdict = analysis.of(way, venueBooks);
        Front front = watch(trackId, way, verdict, millis, side);
        int before = FrontWalls.count(way, walls.getOrDefault(side, List.of()), rule);
        return new PathView(
                verdict.overall(),
                verdict.venues(),
                blind,
                front.persistence.restedShare().orElse(Double.NaN),
                front.persistence.flickering(),
                before,
                before >= STACKED);
    }

    private Front watch(int trackId, Way way, PathVerdict verdict, long millis, Side side) {
        Front front = fronts.computeIfAbsent(trackId, id -> new Front(rule));
        Set<Venue> seenBy = EnumSet.noneOf(Venue.class);
        for (PathVerdict.OfVenue venue : verdict.venues()) {
            if (venue.reading().coverage() >= rule.leastCoverage()) {
                seenBy.add(venue.venue());
            }
        }
        if (!seenBy.equals(front.seenBy)) {
            front.persistence.forget();
            front.seenBy = seenBy;
        }
        if (!seenBy.isEmpty() && way.distanceBps() > 0 && front.persistence.due(millis)) {
            front.persistence.observe(millis, way, around(way, side, seenBy));
        }
        return front;
    }

    /** What rests about the near edge in the books that show it: wider than the front, as the edge moves. */
    private SideBins around(Way way, Side side, Set<Venue> seenBy) {
        double wide = 2 * rule.frontBps() * 1e-4;
        int first = Bins.of(way.near() * (1 - wide));
        double[] usd = new double[Bins.of(way.near() * (1 + wide)) - first + 1];
        for (VenueSignals venue : books) {
            if (seenBy.contains(venue.venue())) {
                BookLevels levels = venue.depth().levels(side);
                for (int i = 0; i < usd.length; i++) {
                    usd[i] +=
                            levels.usdBetween(Bins.lowerEdge(first + i), Math.nextDown(Bins.lowerEdge(first + i + 1)));
                }
            }
        }
        return SideBins.of(first, usd);
    }

    /** Walls of all venues; two at one price count once. */
    private static List<Wall> walls(List<VenueSignals> books, Side side) {
        Map<Integer, Wall> byBin = new TreeMap<>();
        for (VenueSignals venue : books) {
            for (StandingWall standing : venue.standing(side)) {
                byBin.putIfAbsent(standing.wall().bin(), standing.wall());
            }
        }
        return List.copyOf(byBin.values());
    }
}
