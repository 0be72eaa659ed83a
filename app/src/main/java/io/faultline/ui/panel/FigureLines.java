package io.faultline.ui.panel;

import io.faultline.liquidation.Figures;
import io.faultline.liquidation.ForcedFlow;
import io.faultline.ui.text.Numbers;
import java.util.List;

/** The three figures that stand side by side wherever a volume is shown, in words, model 7. */
public final class FigureLines {
    private FigureLines() {}

    /** At risk, less the flat share, and what is expected to be reported with its band. */
    public static List<HoverCard.Line> of(Figures figures, double discount) {
        return List.of(
                new HoverCard.Line("At risk", Numbers.usd(figures.atRiskUsd())),
                new HoverCard.Line(
                        "Discounted " + Numbers.percent(discount, 0), Numbers.usd(figures.discountedUsd(discount))),
                new HoverCard.Line("Expected forced", expected(figures.expected())));
    }

    /** {@code 9.18M (6.31M–11.9M, 80 %)}. */
    public static String expected(ForcedFlow flow) {
        return Numbers.usd(flow.meanUsd()) + " (" + Numbers.usd(flow.lowUsd()) + "–" + Numbers.usd(flow.highUsd())
                + ", 80\u00a0%)";
    }

    /** The one that the basis shows, USD. */
    public static double shown(Figures figures, MassBasis basis, double discount) {
        return switch (basis) {
            case AT_RISK -> figures.atRiskUsd();
            case DISCOUNTED -> figures.discountedUsd(discount);
            case EXPECTED -> figures.expected().meanUsd();
        };
    }
}
