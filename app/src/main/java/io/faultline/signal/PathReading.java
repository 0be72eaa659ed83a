package io.faultline.signal;

import org.jspecify.annotations.Nullable;

/**
 * A verdict on a {@link Way}, with the figures it rests on. Inside a cluster there is no way, and where no book shows
 * enough of it nothing is known: the sums are then 0, and the ratios null.
 *
 * @param distanceBps to the near edge, of mid
 * @param coverage share of the way that the books show, 0 to 1
 * @param pathUsd resting on the way
 * @param hollowRatio {@code pathUsd} over the cluster's estimate; null without an estimate
 * @param wallTimes depth before the near edge over the usual depth; null if the usual is not known
 * @param catchUsd resting in the cluster and just beyond it
 * @param catchRatio {@code catchUsd} over the cluster's estimate; null without an estimate
 */
public record PathReading(
        PathState state,
        double distanceBps,
        double coverage,
        double pathUsd,
        @Nullable Double hollowRatio,
        @Nullable Double wallTimes,
        double catchUsd,
        @Nullable Double catchRatio) {

    static PathReading inside(double distanceBps) {
        return new PathReading(PathState.INSIDE, distanceBps, 0, 0, null, null, 0, null);
    }

    /** No book shows enough of the way, so nothing is known of what rests there. */
    static PathReading unseen(double distanceBps, double coverage) {
        return new PathReading(PathState.UNKNOWN, distanceBps, coverage, 0, null, null, 0, null);
    }

    /** A hollow way, and then as much resting as would be forced: the fall may be caught behind the cluster. */
    public boolean caughtBehind() {
        return state == PathState.HOLLOW && catchRatio != null && catchRatio >= 1;
    }

    PathReading unknown() {
        return new PathReading(
                PathState.UNKNOWN, distanceBps, coverage, pathUsd, hollowRatio, wallTimes, catchUsd, catchRatio);
    }
}
