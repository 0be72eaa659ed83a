package io.faultline.signal;

import org.jspecify.annotations.Nullable;

/**
 * The market that is planned in.
 *
 * @param tick smallest step of price, positive
 * @param swingBehind nearest turning point on the side that price comes from; null if there is none
 * @param catchingWall largest level of the wall that catches the fall behind the cluster; null if nothing does
 * @param meanSinceStart volume-weighted price since the cascade began; null before
 */
public record PlanMarket(
        double mid,
        double tick,
        boolean weekend,
        @Nullable Double swingBehind,
        @Nullable Double catchingWall,
        @Nullable Double meanSinceStart) {
    public PlanMarket {
        if (!(tick > 0)) {
            throw new IllegalArgumentException("tick is not positive: " + tick);
        }
    }
}
