package io.faultline.ledger;

import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingJudgement;
import io.faultline.signal.FundingRule;
import io.faultline.signal.SizeBand;
import io.faultline.signal.SizeScale;
import java.util.OptionalDouble;

/**
 * By which bands a ledger sorts what it writes down.
 *
 * @param epoch names the model and its parameters; figures of different ones are never pooled
 * @param funding whose bars say when a side is crowded
 */
public record LedgerRule(String epoch, DistanceProfile distances, SizeScale scale, FundingJudgement funding) {
    /** Narrow distances, sizes by open interest, heavy funding from 0.03 % on. */
    public static LedgerRule standard(String epoch) {
        return new LedgerRule(epoch, DistanceProfile.NARROW, SizeScale.BY_OPEN_INTEREST, FundingJudgement.DEFAULT);
    }

    /** The same by other bars of funding. */
    public LedgerRule with(FundingJudgement judgement) {
        return new LedgerRule(epoch, distances, scale, judgement);
    }

    DistanceBand band(double distance) {
        return distances.band(distance);
    }

    SizeBand size(double massUsd, double openInterestUsd) {
        return SizeBand.of(massUsd, openInterestUsd, scale);
    }

    FundingFlag squeeze(PositionSide side, OptionalDouble per8h) {
        return funding.withRule(FundingRule.SQUEEZE).flag(side, per8h);
    }
}
