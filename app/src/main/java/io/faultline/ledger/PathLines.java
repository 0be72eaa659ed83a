package io.faultline.ledger;

import io.faultline.signal.PathReading;
import io.faultline.signal.PathState;
import org.jspecify.annotations.Nullable;

/**
 * What the books showed on the way to a cluster at one moment, to be kept. NaN stands for what was not known.
 *
 * @param coverage share of the way that the books showed, 0 to 1
 * @param pathUsd resting on the way
 * @param hollowRatio that over the cluster's estimate
 * @param wallTimes depth before the near edge over the usual depth
 * @param catchUsd resting in the cluster and just beyond it
 * @param catchRatio that over the cluster's estimate
 */
public record PathLines(
        PathState state,
        double coverage,
        double pathUsd,
        double hollowRatio,
        double wallTimes,
        double catchUsd,
        double catchRatio) {
    static final PathLines NOT_SEEN =
            new PathLines(PathState.UNKNOWN, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    static PathLines of(@Nullable PathReading reading) {
        if (reading == null) {
            return NOT_SEEN;
        }
        return new PathLines(
                reading.state(),
                reading.coverage(),
                reading.pathUsd(),
                known(reading.hollowRatio()),
                known(reading.wallTimes()),
                reading.catchUsd(),
                known(reading.catchRatio()));
    }

    private static double known(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
