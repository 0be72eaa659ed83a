package io.faultline.desk;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingJudgement;
import io.faultline.signal.FundingRule;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Funding held against clusters: the mean over venues, weighted by open interest.
 *
 * @param per8h fraction of notional for 8 h; NaN of no venue
 * @param judgement its bars; the rule in it is the default and not the user's choice
 * @param venues whose rates are in it
 * @param missing those that have no fresh rate, no interval or no open interest
 */
public record FundingReading(double per8h, FundingJudgement judgement, List<Venue> venues, List<Venue> missing) {
    /** No rate. */
    public static final FundingReading UNKNOWN =
            new FundingReading(Double.NaN, FundingJudgement.DEFAULT, List.of(), List.of());

    public FundingReading {
        venues = List.copyOf(venues);
        missing = List.copyOf(missing);
    }

    /** The rate less the interest part, which is held against the bar; NaN of no venue. */
    public double overInterest() {
        return per8h - judgement.interestPer8h();
    }

    /** What it says of that side's clusters. */
    public FundingFlag flag(PositionSide side, FundingRule rule) {
        OptionalDouble rate = Double.isNaN(per8h) ? OptionalDouble.empty() : OptionalDouble.of(per8h);
        return judgement.withRule(rule).flag(side, rate);
    }
}
