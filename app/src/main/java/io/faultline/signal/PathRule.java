package io.faultline.signal;

/**
 * How a path is judged.
 *
 * @param hollowBelow depth on the way over the cluster's estimate; 0.05 to 1
 * @param defendedFrom depth before the near edge over the usual depth; 1 to 10
 * @param frontBps how far before the near edge a wall counts; 5 to 100
 * @param behindBps how far beyond the far edge depth may catch the fall; 5 to 100
 * @param leastCoverage share of the way that a book must show; 0.5 to 1
 * @param leastSeenShare share of the estimate whose venues must show that much; 0 to 1
 */
public record PathRule(
        double hollowBelow,
        double defendedFrom,
        double frontBps,
        double behindBps,
        double leastCoverage,
        double leastSeenShare) {
    /** 20 %, twice, 25 bp, 25 bp, 80 %, half. */
    public static final PathRule DEFAULT = new PathRule(0.20, 2.0, 25, 25, 0.8, 0.5);

    public PathRule {
        require(hollowBelow >= 0.05 && hollowBelow <= 1, "hollow bar", hollowBelow);
        require(defendedFrom >= 1 && defendedFrom <= 10, "defended bar", defendedFrom);
        require(frontBps >= 5 && frontBps <= 100, "front", frontBps);
        require(behindBps >= 5 && behindBps <= 100, "depth behind", behindBps);
        require(leastCoverage >= 0.5 && leastCoverage <= 1, "coverage", leastCoverage);
        require(leastSeenShare >= 0 && leastSeenShare <= 1, "seen share", leastSeenShare);
    }

    /** The same with other bars for what is hollow and what is defended. */
    public PathRule withBars(double hollow, double defended) {
        return new PathRule(hollow, defended, frontBps, behindBps, leastCoverage, leastSeenShare);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is out of range: " + value);
        }
    }
}
