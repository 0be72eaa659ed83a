package io.faultline.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges the way from price to a cluster by what rests on it. The first that applies: inside; unknown, where the book
 * does not reach; defended, by a wall before the near edge; hollow; else open.
 */
public final class PathAnalysis {
    private final PathRule rule;

    public PathAnalysis(PathRule rule) {
        this.rule = rule;
    }

    /**
     * By one book.
     *
     * @param estimateUsd what the cluster would force
     * @param usualUsdPerBp usual depth near price, 0 if not known
     */
    public PathReading of(Way way, BookLevels levels, double estimateUsd, double usualUsdPerBp) {
        PathStretches stretches = new PathStretches(way, rule);
        return judge(way, stretches, stretches.sums(levels), estimateUsd, usualUsdPerBp);
    }

    /**
     * By several books. Only venues whose book shows enough of the way count; if these hold too little of the estimate,
     * nobody knows.
     */
    public PathVerdict of(Way way, List<VenueBook> books) {
        PathStretches stretches = new PathStretches(way, rule);
        List<PathVerdict.OfVenue> lines = new ArrayList<>(books.size());
        Seen seen = new Seen();
        for (VenueBook book : books) {
            PathSums sums = stretches.sums(book.levels());
            PathReading reading = judge(way, stretches, sums, book.estimateUsd(), book.usualUsdPerBp());
            double reachBps = book.levels().reachBps(way.side(), way.mid());
            lines.add(new PathVerdict.OfVenue(book.venue(), reading, book.estimateUsd(), reachBps));
            seen.add(book, sums);
        }
        return new PathVerdict(seen.judge(way, stretches), lines);
    }

    /** The venues that show enough of the way, added up. */
    private final class Seen {
        private PathSums sums = PathSums.NONE;
        private double usd;
        private double usualUsdPerBp;
        private double allUsd;
        private double widest;
        private boolean any;

        void add(VenueBook book, PathSums ofBook) {
            allUsd += book.estimateUsd();
            widest = Math.max(widest, ofBook.coverage());
            if (ofBook.coverage() >= rule.leastCoverage()) {
                any = true;
                sums = sums.plus(ofBook);
                usd += book.estimateUsd();
                usualUsdPerBp += book.usualUsdPerBp();
            }
        }

        PathReading judge(Way way, PathStretches stretches) {
            if (!any) {
                return way.distanceBps() <= 0
                        ? PathReading.inside(way.distanceBps())
                        : PathReading.unseen(way.distanceBps(), widest);
            }
            PathReading reading = PathAnalysis.this.judge(way, stretches, sums, usd, usualUsdPerBp);
            return usd >= rule.leastSeenShare() * allUsd ? reading : unlessInside(reading);
        }

        private PathReading unlessInside(PathReading reading) {
            return reading.state() == PathState.INSIDE ? reading : reading.unknown();
        }
    }

    private PathReading judge(
            Way way, PathStretches stretches, PathSums sums, double estimateUsd, double usualUsdPerBp) {
        if (way.distanceBps() <= 0) {
            return PathReading.inside(way.distanceBps());
        }
        Double hollow = estimateUsd > 0 ? Double.valueOf(sums.pathUsd() / estimateUsd) : null;
        Double caught = estimateUsd > 0 ? Double.valueOf(sums.catchUsd() / estimateUsd) : null;
        double front = stretches.frontBps() > 0 ? sums.frontUsd() / stretches.frontBps() : 0;
        Double wall = usualUsdPerBp > 0 ? Double.valueOf(front / usualUsdPerBp) : null;
        PathState state;
        if (sums.coverage() < rule.leastCoverage()) {
            state = PathState.UNKNOWN;
        } else if (wall != null && wall >= rule.defendedFrom()) {
            state = PathState.DEFENDED;
        } else if (hollow != null && hollow < rule.hollowBelow()) {
            state = PathState.HOLLOW;
        } else {
            state = PathState.OPEN;
        }
        return new PathReading(
                state, way.distanceBps(), sums.coverage(), sums.pathUsd(), hollow, wall, sums.catchUsd(), caught);
    }
}
