package io.faultline.signal;

import io.faultline.market.PositionSide;
import org.jspecify.annotations.Nullable;

/** A liquidity grab: price passes a cluster's near edge and is back on its old side within a quarter of an hour. */
public final class EdgeReclaim {
    private static final long IN_TIME = 15 * 60_000L;
    private static final double BACK_BY = 0.0005;

    private final int sign;
    private @Nullable Double edge;
    private long passedMillis;

    public EdgeReclaim(PositionSide side) {
        this.sign = Towards.sign(side);
    }

    /**
     * Takes the mark; true at the moment the edge is reclaimed.
     *
     * @param near the edge as it is now; the one that counts is the one that was passed
     */
    public boolean observe(long millis, double mark, double near) {
        Double passed = edge;
        if (passed == null) {
            if (sign * (mark - near) >= 0) {
                edge = near;
                passedMillis = millis;
            }
            return false;
        }
        boolean late = millis - passedMillis > IN_TIME;
        boolean back = sign * (passed - mark) >= BACK_BY * passed;
        if (back) {
            edge = null;
        }
        return back && !late;
    }
}
