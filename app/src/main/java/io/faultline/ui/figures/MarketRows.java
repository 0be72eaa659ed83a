package io.faultline.ui.figures;

import io.faultline.desk.ClustersView;
import io.faultline.desk.MarketReading;
import io.faultline.ui.panel.Cell;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The market that the model's figures stand in: what makes them worth more or less than usual. */
final class MarketRows {
    private MarketRows() {}

    static List<List<Cell>> of(Masses masses, ClustersView clusters, int decimals) {
        MarketReading market = clusters.market();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.heading("market"), Cell.heading(market.weekend() ? "WEEKEND" : "")));
        rows.add(row("mark, median of the venues", Numbers.price(masses.mark(), decimals)));
        rows.add(row(
                "open interest of what is chosen",
                masses.known()
                        ? Numbers.usd(masses.openInterestUsd()) + ", " + Numbers.percent(masses.openInterestShare(), 0)
                                + " of all"
                        : "?"));
        rows.add(row("open interest to its 7-day mean", change(market.openInterestOverWeek())));
        rows.add(row("depth within 1 %", depth(market)));
        rows.add(row("volatility of 4 h to its week", regime(market)));
        rows.add(row("reported liquidations a day", usd(market.reportedPerDayUsd())));
        rows.add(row("CVD 1 h", signed(market.cvd1hUsd())));
        if (market.weekend()) {
            rows.add(List.of(Cell.warn("weekend: books are thin, moves overshoot"), Cell.words("")));
        }
        if (!market.eligible()) {
            rows.add(List.of(Cell.warn("open interest under 50M: clusters are unreliable"), Cell.words("")));
        }
        return rows;
    }

    private static List<Cell> row(String words, String figure) {
        return List.of(Cell.words(words), figure.equals("?") ? Cell.low(figure) : Cell.figure(figure));
    }

    private static String usd(double usd) {
        return Numbers.usd(usd);
    }

    private static String signed(double usd) {
        return Double.isNaN(usd) ? "?" : (usd > 0 ? "+" : "") + Numbers.usd(usd);
    }

    private static String change(double over) {
        return Double.isNaN(over) ? "?" : Numbers.change(over - 1, 1);
    }

    private static String depth(MarketReading market) {
        if (Double.isNaN(market.depthUsd())) {
            return "?";
        }
        String usual = Double.isNaN(market.depthOverUsual())
                ? "usual not known yet"
                : Numbers.price(market.depthOverUsual(), 2) + "× the usual of the hour";
        return Numbers.usd(market.depthUsd()) + ", " + usual;
    }

    private static String regime(MarketReading market) {
        return switch (market.regime()) {
            case UNKNOWN -> "?";
            case LOW, NORMAL, HIGH ->
                market.regime().name().toLowerCase(Locale.ROOT) + ", "
                        + Numbers.price(market.realised() / market.realisedWeek(), 2) + "×";
        };
    }
}
