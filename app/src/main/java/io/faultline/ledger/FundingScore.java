package io.faultline.ledger;

import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import java.util.List;
import java.util.Optional;

/**
 * Whether clusters that funding speaks for are reached more often than those that it speaks against, model 20: the two
 * published rules contradict each other, and this is their record.
 *
 * @param agree share touched within 24 h of those that the rule agreed with
 * @param contradict the same of those that it contradicted
 * @param difference of the two, 90 % by blocks of a day
 */
public record FundingScore(FundingRule rule, Proportion agree, Proportion contradict, Estimate difference) {
    /** Fewer clusters with crowded funding say nothing. */
    public static final int LEAST = 30;

    private static final int LEAST_OF_EACH = 10;

    /**
     * @param reaches one market after the other, in order of time within each
     * @return empty if there are fewer than 30 clusters that funding said something of, or fewer than 10 of a kind
     */
    public static Optional<FundingScore> of(List<ReachRecord> reaches, FundingRule rule) {
        FundingFlag agreeing = rule == FundingRule.SQUEEZE ? FundingFlag.AGREE : FundingFlag.CONTRADICT;
        List<ReachRecord> told = told(reaches);
        boolean[] agrees = new boolean[told.size()];
        boolean[] touched = new boolean[told.size()];
        for (int i = 0; i < agrees.length; i++) {
            agrees[i] = told.get(i).squeeze() == agreeing;
            touched[i] = told.get(i).isTouched();
        }
        int[] all = new int[agrees.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        Proportion agree = share(agrees, touched, true, all);
        Proportion contradict = share(agrees, touched, false, all);
        if (told.size() < LEAST || Math.min(agree.trials(), contradict.trials()) < LEAST_OF_EACH) {
            return Optional.empty();
        }
        Interval interval = BlockBootstrap.ofBlocks(Blocks.ofADay(told))
                .interval(
                        all.length,
                        indices -> share(agrees, touched, true, indices).share()
                                - share(agrees, touched, false, indices).share());
        return Optional.of(
                new FundingScore(rule, agree, contradict, new Estimate(agree.share() - contradict.share(), interval)));
    }

    /** Clusters, when first shown, of which funding said something. */
    static List<ReachRecord> told(List<ReachRecord> reaches) {
        return reaches.stream()
                .filter(reach -> reach.basis() == ReachRecord.Basis.SHOWN)
                .filter(reach -> reach.squeeze() == FundingFlag.AGREE || reach.squeeze() == FundingFlag.CONTRADICT)
                .toList();
    }

    private static Proportion share(boolean[] agrees, boolean[] touched, boolean which, int[] indices) {
        int hits = 0;
        int trials = 0;
        for (int i : indices) {
            if (agrees[i] == which) {
                trials++;
                hits += touched[i] ? 1 : 0;
            }
        }
        return new Proportion(hits, trials);
    }
}
