package io.faultline.desk;

import io.faultline.market.PositionSide;
import io.faultline.signal.Absorption;

/**
 * What happens in a cluster since price entered it, by its edges as they were then.
 *
 * @param trackId the cluster
 * @param cluster its name
 * @param enteredPrice mark at the entry
 * @param leftMillis when price was back out by the near edge; 0 while it is not
 * @param forcedUsd reported since the entry; where every feed is throttled, what takers sold (for longs) or bought
 * @param takerInstead whether it is that
 * @param rateShare forced volume of the last whole 5 s over its peak; NaN before 5 s are over
 * @param begun whether a cascade began in it
 * @param meanPrice volume-weighted since the cascade began, else since the entry; NaN before a trade
 */
public record SweepView(
        int trackId,
        String cluster,
        PositionSide side,
        double near,
        double far,
        long enteredMillis,
        double enteredPrice,
        long leftMillis,
        double forcedUsd,
        boolean takerInstead,
        Absorption absorption,
        double rateShare,
        boolean exhausted,
        boolean begun,
        double meanPrice) {
    /** Price has not come back out yet. */
    public boolean inside() {
        return leftMillis == 0;
    }
}
