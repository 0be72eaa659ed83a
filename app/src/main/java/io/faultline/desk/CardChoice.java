package io.faultline.desk;

import io.faultline.signal.CardMarket;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingRule;
import io.faultline.signal.SizeScale;
import io.faultline.signal.Timeframe;

/**
 * What the user chose that quality cards depend on.
 *
 * @param discount share taken off the mass, 0.2 to 0.3
 * @param timeframe whose bars confluence and trend are read off
 * @param weekendCounts whether a weekend is marked on clusters, and halves the risk of plans
 */
public record CardChoice(
        double discount,
        DistanceProfile distances,
        SizeScale scale,
        FundingRule rule,
        Timeframe timeframe,
        boolean weekendCounts) {
    /** A quarter off, 1.5 % and 3 %, sizes by open interest, squeeze, scalps. */
    public static final CardChoice DEFAULT = new CardChoice(
            CardMarket.DEFAULT_DISCOUNT,
            DistanceProfile.NARROW,
            SizeScale.BY_OPEN_INTEREST,
            FundingRule.SQUEEZE,
            Timeframe.SCALP);

    /** Where weekends count. */
    public CardChoice(
            double discount, DistanceProfile distances, SizeScale scale, FundingRule rule, Timeframe timeframe) {
        this(discount, distances, scale, rule, timeframe, true);
    }

    public CardChoice {
        if (!(discount >= 0.2 && discount <= 0.3)) {
            throw new IllegalArgumentException("discount is not between 20 % and 30 %: " + discount);
        }
    }
}
