package io.faultline.alarm;

import io.faultline.market.PositionSide;
import org.jspecify.annotations.Nullable;

/**
 * A volume of reported liquidations to wait for.
 *
 * @param side null for either, added up
 * @param usd least volume; positive
 * @param windowMillis over which it is summed; 1 s to 1 h
 * @param rearmShare share of it that the sum must fall below until it can be reached again; 0.1 to 0.95
 */
public record SizeRule(@Nullable PositionSide side, double usd, long windowMillis, double rearmShare) {
    public static final double DEFAULT_REARM_SHARE = 0.5;

    public SizeRule {
        if (!(usd > 0 && usd < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no size: " + usd);
        }
        if (windowMillis < 1_000 || windowMillis > 3_600_000) {
            throw new IllegalArgumentException("window is out of range: " + windowMillis + " ms");
        }
        if (!(rearmShare >= 0.1 && rearmShare <= 0.95)) {
            throw new IllegalArgumentException("re-arm is out of range: " + rearmShare);
        }
    }
}
