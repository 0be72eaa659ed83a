package io.faultline.signal;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.TakerSide;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to say beside a plan. */
public enum PlanWarning {
    REWARD_BELOW_RISK,
    /** Above three times the account. */
    HIGH_LEVERAGE,
    /** Above five times the account. */
    EXTREME_LEVERAGE,
    STOP_IN_CLUSTER,
    LIQUIDATION_IN_CLUSTER,
    AGAINST_TREND,
    /** The plan is meant for another timeframe than the window on the screen. */
    OTHER_TIMEFRAME;

    private static final double HIGH = 3;
    private static final double EXTREME = 5;

    /**
     * What a plan is held against.
     *
     * @param clusters of both sides
     * @param ownLiquidation price at which the plan's position would be liquidated; null if never
     * @param meant the plan's timeframe
     * @param shown the window's timeframe
     */
    public record Context(
            List<Cluster> clusters, @Nullable Double ownLiquidation, Trend trend, Timeframe meant, Timeframe shown) {
        public Context {
            clusters = List.copyOf(clusters);
        }

        private boolean inCluster(double price) {
            return clusters.stream().anyMatch(cluster -> cluster.contains(price));
        }
    }

    /** All that apply, gravest leverage only. */
    public static Set<PlanWarning> of(SessionPlan plan, Context context) {
        EnumSet<PlanWarning> warnings = EnumSet.noneOf(PlanWarning.class);
        boolean extreme = plan.leverage() > EXTREME;
        Double liquidation = context.ownLiquidation;
        Trend against = plan.levels().order() == TakerSide.BUY ? Trend.DOWN : Trend.UP;
        addIf(plan.rewardRisk() < 1, REWARD_BELOW_RISK, warnings);
        addIf(plan.leverage() > HIGH && !extreme, HIGH_LEVERAGE, warnings);
        addIf(extreme, EXTREME_LEVERAGE, warnings);
        addIf(context.inCluster(plan.levels().stop()), STOP_IN_CLUSTER, warnings);
        addIf(liquidation != null && context.inCluster(liquidation), LIQUIDATION_IN_CLUSTER, warnings);
        addIf(context.trend == against, AGAINST_TREND, warnings);
        addIf(context.meant != context.shown, OTHER_TIMEFRAME, warnings);
        return warnings;
    }

    private static void addIf(boolean holds, PlanWarning warning, Set<PlanWarning> warnings) {
        if (holds) {
            warnings.add(warning);
        }
    }
}
