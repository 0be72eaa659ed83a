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
        if (way.distanceBps() <= 0) {
            return PathReading.inside(way.distanceBps());
        }
        PathStretches stretches = new PathStretches(way, rule);
        return judge(way, stretches, stretches.sums(levels), estimateUsd, usualUsdPerBp);
    }

    /**
     * By several books. Only venues whose book shows enough of the way count; if these hold too little of the estimate,
     * nobody knows.
     */
    public PathVerdict of(Way way, List<VenueBook> books) {
        List<PathVerdict.OfVenue> lines = new ArrayList<>(books.size());
        PathStretches stretches = new PathStretches(way, rule);
        PathSums seen = PathSums.NONE;
        double seenUsd = 0;
        double seenUsual = 0;
        double allUsd = 0;
        double widest = 0;
        int venuesSeen = 0;
        for (VenueBook book : books) {
            PathSums sums = stretches.sums(book.levels());
            PathReading reading = way.distanceBps() <= 0
                    ? PathReading.inside(way.distanceBps())
                    : judge(way, stretches, sums, book.estimateUsd(), book.usualUsdPerBp());
            lines.add(new PathVerdict.OfVenue(
                    book.venue(), reading, book.estimateUsd(), book.levels().reachBps(way.side(), way.mid())));
            allUsd += book.estimateUsd();
            widest = Math.max(widest, sums.coverage());
            if (sums.coverage() >= rule.leastCoverage()) {
                venuesSeen++;
                seen = seen.plus(sums);
                seenUsd += book.estimateUsd();
                seenUsual += book.usualUsdPerBp();
            }
        }
        if (way.distanceBps() <= 0) {
            return new PathVerdict(PathReading.inside(way.distanceBps()), lines);
        }
        if (venuesSeen == 0) {
            PathSums nothing = new PathSums(0, 0, 0, widest);
            return new PathVerdict(judge(way, stretches, nothing, allUsd, 0).unknown(), lines);
        }
        PathReading overall = judge(way, stretches, seen, seenUsd, seenUsual);
        boolean enough = seenUsd >= rule.leastSeenShare() * allUsd;
        return new PathVerdict(enough ? overall : overall.unknown(), lines);
    }

    private PathReading judge(
            Way way, PathStretches stretches, PathSums sums, double estimateUsd, double usualUsdPerBp) {
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
