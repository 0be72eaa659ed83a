package io.faultline.desk;

import io.faultline.signal.PlanWarning;
import io.faultline.signal.SessionPlan;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A plan as it would be now, or why there is none. Nothing is ever sent.
 *
 * @param plan empty if none can be made
 * @param problem why, in words; empty if there is a plan
 * @param cluster name of the cluster that it is for; empty if that is gone
 * @param risk share of the account in force, with every halving
 * @param weekend whether the stop is wider and the risk halved because of it
 * @param eventWindow whether the risk is halved because of it
 * @param ownLiquidation where the position would be liquidated with the account as its margin; NaN if never, or if the
 *     venue's margin table is not known
 */
public record PlanDraft(
        PlanWish wish,
        Optional<SessionPlan> plan,
        String problem,
        String cluster,
        double risk,
        boolean weekend,
        boolean eventWindow,
        double ownLiquidation,
        Set<PlanWarning> warnings) {
    public PlanDraft {
        EnumSet<PlanWarning> inOrder = EnumSet.noneOf(PlanWarning.class);
        inOrder.addAll(warnings);
        warnings = Collections.unmodifiableSet(inOrder);
    }

    static PlanDraft none(PlanWish wish, String problem) {
        return new PlanDraft(wish, Optional.empty(), problem, "", 0, false, wish.eventWindow(), Double.NaN, Set.of());
    }

    /** A warning in words: {@code reward below risk}. */
    public static String words(PlanWarning warning) {
        return PlanText.words(warning);
    }

    /** For the clipboard: the plan line by line, or the problem. */
    public String text(String symbol) {
        return PlanText.of(symbol, this);
    }
}
