package io.faultline.ui.map;

import io.faultline.liquidation.Figures;
import io.faultline.market.PositionSide;
import io.faultline.ui.panel.FigureLines;
import io.faultline.ui.panel.HoverCard.Line;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The map in words: what the tooltip says of a bar, the foot, and the table to copy. */
final class MapWords {
    private MapWords() {}

    /** What is under the mouse: the bar's prices, its three figures, its parts, and the sum from the mark to it. */
    static List<Line> bar(Masses masses, MapBars bars, int i, int decimals, String when) {
        PositionSide side = side(masses, bars, i);
        double low = bars.lowPrice(i);
        double high = bars.highPrice(i);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Numbers.price(low, decimals) + "–" + Numbers.price(high, decimals), side(side)));
        if (!when.isEmpty()) {
            lines.add(new Line("As it stood", when));
        }
        if (!masses.covers(low, high)) {
            lines.add(new Line("Beyond the model's window", "?"));
            return lines;
        }
        Figures bar = both(masses, low, high);
        lines.addAll(FigureLines.of(bar, masses.discount()));
        for (int part = 0; part < bars.parts().size(); part++) {
            double usd = bars.usd(part, i);
            if (usd > 0) {
                String share = Numbers.percent(usd / bars.total(i), 0);
                lines.add(new Line("  " + bars.parts().get(part).title(), Numbers.usd(usd) + "  " + share));
            }
        }
        if (side != null) {
            Figures sum = side == PositionSide.LONG
                    ? masses.figures(side, low, masses.mark())
                    : masses.figures(side, masses.mark(), high);
            lines.add(new Line("From the mark to here, " + distance(masses, side == PositionSide.LONG ? low : high)));
            lines.addAll(FigureLines.of(sum, masses.discount()));
        }
        lines.add(new Line("a bar is " + bars.basisPoints() + " bp, shown: "
                + masses.basis().title().toLowerCase(Locale.ROOT)));
        return lines;
    }

    private static Figures both(Masses masses, double low, double high) {
        return masses.figures(PositionSide.LONG, low, high).plus(masses.figures(PositionSide.SHORT, low, high));
    }

    private static String distance(Masses masses, double price) {
        return Numbers.change(price / masses.mark() - 1, 2);
    }

    /** The side whose liquidations lie in that bar; null in the one that the mark is in. */
    private static @Nullable PositionSide side(Masses masses, MapBars bars, int i) {
        if (bars.highPrice(i) <= masses.mark()) {
            return PositionSide.LONG;
        }
        return bars.lowPrice(i) >= masses.mark() ? PositionSide.SHORT : null;
    }

    private static String side(@Nullable PositionSide side) {
        return side == null
                ? "the mark is here"
                : side == PositionSide.LONG ? "longs, forced sell" : "shorts, forced buy";
    }

    /** {@code 0.89 : 1}; {@code –} where a side is empty, {@code ?} where nothing is known. */
    static String ratio(Masses masses, double longs, double shorts) {
        if (!masses.known()) {
            return "?";
        }
        return longs > 0 && shorts > 0 ? Numbers.price(longs / shorts, 2) + " : 1" : "–";
    }

    /** Tab-separated, highest price first, in full. */
    static String table(String symbol, Masses masses, MapBars bars, int decimals, double distance, String when) {
        if (!masses.known()) {
            return "Liquidation map: nothing is modelled" + (when.isEmpty() ? "" : " as of " + when);
        }
        StringBuilder out = new StringBuilder("Liquidation map ")
                .append(symbol)
                .append(when.isEmpty() ? "" : " as it stood " + when)
                .append(", ")
                .append(masses.basis().title())
                .append(", USD, mark ")
                .append(Numbers.price(masses.mark(), decimals))
                .append(", bars of ")
                .append(bars.basisPoints())
                .append(" bp\nwithin ")
                .append(Numbers.percent(distance, 1))
                .append(", at risk: longs ")
                .append(Numbers.usdInFull(masses.atRiskWithinUsd(PositionSide.LONG, distance)))
                .append(", shorts ")
                .append(Numbers.usdInFull(masses.atRiskWithinUsd(PositionSide.SHORT, distance)))
                .append("\nfrom\tto\tall");
        bars.parts().forEach(part -> out.append('\t').append(part.title()));
        out.append("\tlongs from the mark\tshorts from the mark\n");
        for (int i = bars.count() - 1; i >= 0; i--) {
            out.append(Numbers.price(bars.lowPrice(i), decimals))
                    .append('\t')
                    .append(Numbers.price(bars.highPrice(i), decimals))
                    .append('\t');
            boolean covered = masses.covers(bars.lowPrice(i), bars.highPrice(i));
            out.append(covered ? Numbers.usdInFull(bars.total(i)) : "?");
            for (int part = 0; part < bars.parts().size(); part++) {
                out.append('\t').append(covered ? Numbers.usdInFull(bars.usd(part, i)) : "?");
            }
            out.append('\t')
                    .append(covered ? Numbers.usdInFull(bars.longSum(i)) : "?")
                    .append('\t')
                    .append(covered ? Numbers.usdInFull(bars.shortSum(i)) : "?")
                    .append('\n');
        }
        return out.toString();
    }
}
