package io.faultline.desk;

import io.faultline.market.Venue;
import io.faultline.signal.PlanStyle;
import io.faultline.signal.Timeframe;
import java.util.OptionalDouble;

/**
 * What the user wants planned.
 *
 * @param clusterId {@link ClusterView#id}
 * @param accountUsd positive
 * @param risk share of the account to lose at the stop before it is halved, 0.005 to 0.02; empty for the rule's own
 * @param venue where it would be traded: its tick and its margin rules count
 * @param eventWindow whether the user marked a window around an event that is on
 * @param shown timeframe of the window on the screen; the plan is meant for that of {@code card}
 */
public record PlanWish(
        int clusterId,
        PlanStyle style,
        double accountUsd,
        OptionalDouble risk,
        Venue venue,
        boolean eventWindow,
        Timeframe shown,
        CardChoice card) {
    public PlanWish {
        if (!(accountUsd > 0) || accountUsd == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("account of " + accountUsd + " USD");
        }
        if (risk.isPresent() && !(risk.getAsDouble() >= 0.005 && risk.getAsDouble() <= 0.02)) {
            throw new IllegalArgumentException("risk is not between 0.5 % and 2 %: " + risk.getAsDouble());
        }
    }
}
