package io.faultline.desk;

import io.faultline.market.TakerSide;
import io.faultline.signal.PlanLevels;
import io.faultline.signal.PlanWarning;
import io.faultline.signal.SessionPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan in words and figures, one form whatever the system's locale. */
final class PlanText {
    private PlanText() {}

    static String of(String symbol, PlanDraft draft) {
        if (draft.plan().isEmpty()) {
            return symbol + ": no plan, " + draft.problem();
        }
        SessionPlan plan = draft.plan().get();
        PlanLevels levels = plan.levels();
        List<String> lines = new ArrayList<>();
        lines.add(symbol + " " + draft.cluster() + " "
                + plan.style().name().toLowerCase(Locale.ROOT) + " at "
                + draft.wish().venue().title());
        lines.add((levels.order() == TakerSide.BUY ? "buy " : "sell ") + figure(plan.quantity()) + " at "
                + price(levels.entry()) + " (" + figure(plan.notionalUsd()) + " USD, " + figure(plan.leverage())
                + "x of the account)");
        lines.add("stop " + price(levels.stop()) + ", target " + price(levels.target())
                + (levels.secondTarget() == null ? "" : ", then " + price(levels.secondTarget())));
        lines.add("risk " + figure(plan.riskUsd()) + " USD, " + figure(100 * draft.risk()) + " % of the account"
                + (draft.weekend() ? ", halved for the weekend" : "")
                + (draft.eventWindow() ? ", halved for the event" : "") + "; reward/risk "
                + figure(plan.rewardRisk()));
        if (!Double.isNaN(draft.ownLiquidation())) {
            lines.add("own liquidation at " + price(draft.ownLiquidation()));
        }
        draft.warnings().forEach(warning -> lines.add("! " + words(warning)));
        lines.add("A plan, not advice; leveraged trading can lose everything.");
        return String.join("\n", lines);
    }

    static String words(PlanWarning warning) {
        return switch (warning) {
            case REWARD_BELOW_RISK -> "reward below risk";
            case HIGH_LEVERAGE -> "leverage above 3";
            case EXTREME_LEVERAGE -> "leverage above 5";
            case STOP_IN_CLUSTER -> "the stop lies in a cluster";
            case LIQUIDATION_IN_CLUSTER -> "own liquidation lies in a cluster";
            case AGAINST_TREND -> "against the trend";
            case OTHER_TIMEFRAME -> "meant for another timeframe than the window shown";
        };
    }

    /** Prices are on the tick, and exact. */
    private static String price(double price) {
        return BigDecimal.valueOf(price).stripTrailingZeros().toPlainString();
    }

    private static String figure(double value) {
        return new BigDecimal(value, new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
