package io.faultline.ledger;

import io.faultline.signal.DistanceBand;
import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often clusters of one kind were reached within 24 h, model 20.
 *
 * @param path null for all
 * @param band distance when they were named; null for all
 * @param size null for all
 * @param touched of all that were seen; its interval is Wilson's 80 %
 * @param reversed came back before they had been passed, of those touched
 * @param through were passed to their far edge, of those touched
 * @param byHorizon the share touched against baselines
 */
public record ReachRow(
        @Nullable PathState path,
        @Nullable DistanceBand band,
        @Nullable SizeBand size,
        Proportion touched,
        int reversed,
        int through,
        Map<Horizon, Comparison> byHorizon) {
    /**
     * Against levels that nobody had a reason to name, at the same distances.
     *
     * @param touched of all that were seen
     * @param randomLevel share of random levels at the same distances that are touched
     * @param overRandom rate less that, 90 % by blocks of a day
     * @param recentRange share of the day's highs and lows in the same bands that are touched; NaN without any
     */
    public record Comparison(Proportion touched, double randomLevel, Estimate overRandom, double recentRange) {
        /** Whether clusters are shown to be reached more or less often than any level. */
        public boolean isShown() {
            return overRandom.interval().excludesZero();
        }
    }

    public ReachRow {
        EnumMap<Horizon, Comparison> inOrder = new EnumMap<>(Horizon.class);
        inOrder.putAll(byHorizon);
        byHorizon = Collections.unmodifiableMap(inOrder);
    }
}
