package io.faultline.ui.funding;

import io.faultline.desk.FundingReading;
import io.faultline.market.PositionSide;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.ui.text.Numbers;

/**
 * What funding says of one cluster by a rule, and why, in words (model 17).
 *
 * @param name of the cluster
 * @param reason in a few words
 * @param rule in a sentence
 */
record FundingVerdict(String name, FundingFlag flag, String reason, String rule) {
    static FundingVerdict of(String name, PositionSide side, FundingReading funding, FundingRule rule) {
        FundingFlag flag = funding.flag(side, rule);
        return new FundingVerdict(name, flag, reason(side, flag, rule), sentence(rule));
    }

    private static String reason(PositionSide side, FundingFlag flag, FundingRule rule) {
        String own = side == PositionSide.LONG ? "longs" : "shorts";
        String others = side == PositionSide.LONG ? "shorts" : "longs";
        return switch (flag) {
            case AGREE ->
                rule == FundingRule.SQUEEZE
                        ? own + " are crowded and must get out"
                        : others + " are crowded, not " + own;
            case CONTRADICT ->
                rule == FundingRule.SQUEEZE ? others + " are crowded, not " + own : own + " are crowded, less likely";
            case NEUTRAL -> "under the bar, nobody is crowded";
            case UNKNOWN -> "no fresh rate";
        };
    }

    /** {@code 0.0388 % over base, bar 0.03}; negative is under it. */
    static String figure(FundingReading funding) {
        double over = funding.overInterest();
        String bar = ", bar " + Numbers.price(100 * funding.judgement().heavyPer8h(), 2);
        return Double.isNaN(over)
                ? "no fresh rate"
                : Numbers.percent(Math.abs(over), 4) + (over <= -0.5e-6 ? " under base" : " over base") + bar;
    }

    private static String sentence(FundingRule rule) {
        return rule == FundingRule.SQUEEZE
                ? "Squeeze: whoever pays is many and must get out; the crowded side's cluster agrees."
                : "Carry: whoever is paid can afford to hold; the crowded side's cluster contradicts.";
    }
}
