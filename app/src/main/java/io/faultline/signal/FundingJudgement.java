package io.faultline.signal;

import io.faultline.market.PositionSide;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Holds funding against clusters. The interest part, which is there in the calmest market, is taken off first.
 *
 * @param rule which reading is in force
 * @param interestPer8h charged when nobody is crowded; 0 to 0.001
 * @param heavyPer8h from here on, either way, a side is crowded; 0.00005 to 0.01
 */
public record FundingJudgement(FundingRule rule, double interestPer8h, double heavyPer8h) {
    /** Squeeze, 0.01 % and 0.03 % per eight hours. */
    public static final FundingJudgement DEFAULT = new FundingJudgement(FundingRule.SQUEEZE, 0.0001, 0.0003);

    /** Rates are decimal fractions: what stands exactly on the bar must not fall below it by a rounding. */
    private static final double ROUNDING = 1e-15;

    public FundingJudgement {
        if (!(interestPer8h >= 0 && interestPer8h <= 0.001) || !(heavyPer8h >= 0.00005 && heavyPer8h <= 0.01)) {
            throw new IllegalArgumentException(
                    "funding bars out of range: interest " + interestPer8h + ", heavy " + heavyPer8h);
        }
    }

    public FundingJudgement withRule(FundingRule other) {
        return new FundingJudgement(other, interestPer8h, heavyPer8h);
    }

    public FundingJudgement withHeavyPer8h(double bar) {
        return new FundingJudgement(rule, interestPer8h, bar);
    }

    /** The flag of one venue's funding on a cluster of that side. */
    public FundingFlag flag(PositionSide side, FundingSample sample) {
        return sample.fresh() ? flag(side, OptionalDouble.of(sample.per8h())) : FundingFlag.UNKNOWN;
    }

    /** The flag of a rate per eight hours, such as {@link #meanPer8h}; unknown if there is none. */
    public FundingFlag flag(PositionSide side, OptionalDouble per8h) {
        if (per8h.isEmpty()) {
            return FundingFlag.UNKNOWN;
        }
        double crowding = per8h.getAsDouble() - interestPer8h;
        if (Math.abs(crowding) < heavyPer8h - ROUNDING) {
            return FundingFlag.NEUTRAL;
        }
        PositionSide crowded = crowding > 0 ? PositionSide.LONG : PositionSide.SHORT;
        boolean agrees = (crowded == side) == (rule == FundingRule.SQUEEZE);
        return agrees ? FundingFlag.AGREE : FundingFlag.CONTRADICT;
    }

    /** Mean per eight hours over the venues with fresh rates, weighted by open interest; empty without any. */
    public static OptionalDouble meanPer8h(List<FundingSample> venues) {
        double weight = 0;
        double sum = 0;
        for (FundingSample venue : venues) {
            if (venue.fresh() && venue.openInterestUsd() > 0) {
                weight += venue.openInterestUsd();
                sum += venue.openInterestUsd() * venue.per8h();
            }
        }
        return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
    }
}
