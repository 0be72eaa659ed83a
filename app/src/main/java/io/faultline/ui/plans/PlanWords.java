package io.faultline.ui.plans;

import io.faultline.desk.MadePlan;
import io.faultline.desk.PlanDraft;
import io.faultline.market.TakerSide;
import io.faultline.signal.PlanLevels;
import io.faultline.signal.PlanStyle;
import io.faultline.signal.PlanWarning;
import io.faultline.signal.SessionPlan;
import io.faultline.ui.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan in the workspace's words. */
final class PlanWords {
    static final String NOT_ADVICE = "Not advice. Nothing is sent; leveraged trading can lose everything.";

    private PlanWords() {}

    static String title(PlanStyle style) {
        return switch (style) {
            case AHEAD -> "Ahead";
            case AFTERMATH -> "Aftermath";
            case MAGNET -> "Magnet";
        };
    }

    /** What the style does. */
    static String help(PlanStyle style) {
        return switch (style) {
            case AHEAD -> "With the cascade: from 0.4 % before the near edge to the far edge";
            case AFTERMATH ->
                "Against it, after exhaustion: from beyond the far edge, or the wall behind it, to the near edge";
            case MAGNET -> "From price to the near edge";
        };
    }

    static String order(PlanLevels levels) {
        return levels.order() == TakerSide.BUY ? "buy" : "sell";
    }

    /** {@code Ahead L1: sell 1.626 at 102,397.5}. */
    static String head(MadePlan made, int decimals) {
        PlanLevels levels = made.levels();
        return title(made.plan().style()) + " " + made.cluster() + ": " + order(levels) + " "
                + quantity(made.plan().quantity()) + " at " + Numbers.price(levels.entry(), decimals);
    }

    /** Price, size and risk, line by line. */
    static List<String> lines(MadePlan made, int decimals) {
        SessionPlan plan = made.plan();
        PlanLevels levels = made.levels();
        List<String> lines = new ArrayList<>();
        Double second = levels.secondTarget();
        lines.add("stop " + Numbers.price(levels.stop(), decimals) + " · target "
                + Numbers.price(levels.target(), decimals)
                + (second == null ? "" : " · then " + Numbers.price(second, decimals)));
        lines.add(Numbers.usd(plan.notionalUsd()) + " USD, " + leverage(plan.leverage()) + " of the account · "
                + reward(plan.rewardRisk()));
        lines.add("risk " + Numbers.percent(made.risk(), 2) + " of " + Numbers.usd(made.accountUsd()) + " = "
                + Numbers.usd(plan.riskUsd()) + " USD" + (made.weekend() ? ", halved for the weekend" : "")
                + (made.eventWindow() ? ", halved for the event" : "")
                + (made.weekend() ? ", stop 0.5 % wider" : ""));
        Double liquidation = made.ownLiquidation();
        lines.add(
                liquidation == null
                        ? "own liquidation at " + made.venue().title() + " not known, or never"
                        : "own liquidation at " + made.venue().title() + " " + Numbers.price(liquidation, decimals));
        if (made.moved()) {
            lines.add("prices moved by hand");
        }
        return lines;
    }

    static List<String> warnings(MadePlan made) {
        List<String> words = new ArrayList<>();
        for (PlanWarning warning : made.warnings()) {
            words.add(PlanDraft.words(warning));
        }
        return words;
    }

    static String reward(double rewardRisk) {
        return String.format(Locale.ROOT, "%.2f R", rewardRisk);
    }

    static String leverage(double leverage) {
        return String.format(Locale.ROOT, "%.1fx", leverage);
    }

    /** Four digits, as the size of an order is. */
    static String quantity(double quantity) {
        return new BigDecimal(quantity, new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
