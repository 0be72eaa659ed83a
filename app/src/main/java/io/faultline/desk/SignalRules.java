package io.faultline.desk;

import io.faultline.liquidation.Figures;
import io.faultline.liquidation.cluster.DetectionRule;
import io.faultline.liquidation.cluster.IdentityRule;
import io.faultline.signal.CascadeRule;
import io.faultline.signal.FundingJudgement;
import io.faultline.signal.PathRule;
import io.faultline.signal.WallRule;

/**
 * The rules by which clusters and signals are read; {@code model.md} 25 says which of them a user may change.
 *
 * @param detection finds clusters; its least share is that of what is followed at all, below what is significant
 * @param significantShare of open interest; 0.001 to 0.05
 * @param estimate what a path is held against
 * @param discount flat share that is taken off a mass; 0.20 to 0.30
 */
public record SignalRules(
        DetectionRule detection,
        double significantShare,
        IdentityRule identity,
        PathRule path,
        Estimate estimate,
        WallRule wall,
        CascadeRule cascade,
        FundingJudgement funding,
        double discount) {
    /** As in the model: half a percent of open interest is significant, a tenth is followed. */
    public static final SignalRules DEFAULT = new SignalRules(
            DetectionRule.DEFAULT.withSignificantShare(0.001),
            0.005,
            IdentityRule.DEFAULT,
            PathRule.DEFAULT,
            Estimate.DISCOUNTED,
            WallRule.DEFAULT,
            CascadeRule.DEFAULT,
            FundingJudgement.DEFAULT,
            Figures.DEFAULT_DISCOUNT);

    /** How much of a cluster would come as orders, {@code model.md} 14. */
    public enum Estimate {
        /** Its mass less the user's flat discount. */
        DISCOUNTED,
        /** What this machine expects to be reported of it. */
        MEASURED
    }

    public SignalRules {
        if (!(significantShare >= 0.001 && significantShare <= 0.05)) {
            throw new IllegalArgumentException("share of open interest is out of range: " + significantShare);
        }
        if (!(discount >= Figures.DISCOUNT.least() && discount <= Figures.DISCOUNT.most())) {
            throw new IllegalArgumentException("discount is out of range: " + discount);
        }
    }

    public SignalRules withSignificantShare(double share) {
        return new SignalRules(detection, share, identity, path, estimate, wall, cascade, funding, discount);
    }

    public SignalRules withPath(PathRule rule) {
        return new SignalRules(detection, significantShare, identity, rule, estimate, wall, cascade, funding, discount);
    }

    public SignalRules withEstimate(Estimate other) {
        return new SignalRules(detection, significantShare, identity, path, other, wall, cascade, funding, discount);
    }

    public SignalRules withFunding(FundingJudgement judgement) {
        return new SignalRules(
                detection, significantShare, identity, path, estimate, wall, cascade, judgement, discount);
    }

    public SignalRules withDiscount(double share) {
        return new SignalRules(detection, significantShare, identity, path, estimate, wall, cascade, funding, share);
    }
}
