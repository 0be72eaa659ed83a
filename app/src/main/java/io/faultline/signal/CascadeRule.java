package io.faultline.signal;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a cascade is set up.
 *
 * @param gap widest way between near edges that still stack, a fraction of price; 0.005 to 0.1
 * @param rise least rise of open interest in 4 h; 0.001 to 0.1
 * @param range widest 4 h range that is a consolidation; 0.001 to 0.1
 * @param volumeRatio most that hourly volume of the last 4 h may be of the last day's; 0.1 to 1
 */
public record CascadeRule(double gap, double rise, double range, double volumeRatio) {
    /** 3 %, 1 %, 1.5 %, 80 %. */
    public static final CascadeRule DEFAULT = new CascadeRule(0.03, 0.01, 0.015, 0.80);

    private static final double ROUNDING = 1e-12;
    private static final double FULL_RISE = 0.03;
    private static final double FULL_FALL = 0.5;
    private static final double POINTS = 30;
    private static final int POINTS_A_CLUSTER = 10;
    private static final int MOST_STACK_POINTS = 40;

    public CascadeRule {
        require(gap >= 0.005 && gap <= 0.1, "gap", gap);
        require(rise >= 0.001 && rise <= 0.1, "rise of open interest", rise);
        require(range >= 0.001 && range <= 0.1, "range", range);
        require(volumeRatio >= 0.1 && volumeRatio <= 1, "ratio of volume", volumeRatio);
    }

    /** Looks at one side. */
    public CascadeSetup look(CascadeInputs inputs) {
        int stack = stack(inputs);
        Double change = change(inputs.openInterest(), inputs.openInterest4hAgo());
        Double ratio = hourlyRatio(inputs.volume4hUsd(), inputs.volume24hUsd());
        Double width = inputs.range4h();
        return new CascadeSetup(
                new CascadeSetup.Stacked(stack, stack >= 2),
                new CascadeSetup.Rising(
                        change, width, change != null && change >= rise && width != null && width <= range),
                new CascadeSetup.Quiet(ratio, ratio != null && ratio <= volumeRatio),
                points(stack) + points(change, FULL_RISE) + points(ratio == null ? null : 1 - ratio, FULL_FALL));
    }

    /** Clusters in a row from the nearest one ahead of price on, each within the gap of the one before. */
    private int stack(CascadeInputs inputs) {
        int sign = Towards.sign(inputs.side());
        List<Double> ahead = inputs.nearEdges().stream()
                .filter(edge -> sign * (edge - inputs.price()) > 0)
                .sorted(Comparator.comparingDouble(edge -> sign * edge))
                .toList();
        int run = ahead.isEmpty() ? 0 : 1;
        while (run > 0
                && run < ahead.size()
                && sign * (ahead.get(run) - ahead.get(run - 1)) / inputs.price() <= gap + ROUNDING) {
            run++;
        }
        return run;
    }

    private static @Nullable Double change(@Nullable Double now, @Nullable Double then) {
        return now == null || then == null || then == 0 ? null : Double.valueOf(now / then - 1);
    }

    private static @Nullable Double hourlyRatio(@Nullable Double last4h, @Nullable Double last24h) {
        return last4h == null || last24h == null || last24h == 0 ? null : Double.valueOf((last4h / 4) / (last24h / 24));
    }

    private static double points(int stack) {
        return stack < 2 ? 0 : Math.min(MOST_STACK_POINTS, POINTS_A_CLUSTER * stack);
    }

    private static double points(@Nullable Double figure, double full) {
        return figure == null ? 0 : POINTS * Math.min(1, Math.max(0, figure / full));
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is out of range: " + value);
        }
    }
}
