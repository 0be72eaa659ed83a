package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.Figures;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Tier;
import io.faultline.market.Decimals;
import io.faultline.market.PositionSide;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.panel.FigureLines;
import io.faultline.ui.panel.HoverCard;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The ladder in words: a table to copy, and what a screen reader says. */
final class LadderText {
    private LadderText() {}

    /**
     * Tab-separated, highest price first, full figures in USD.
     */
    static String table(
            LadderBooks books, String symbol, LadderRows rows, LadderMass mass, Masses masses, PriceAxis axis) {
        double grouping = axis.grouping();
        int decimals = RowTexts.decimals(grouping);
        StringBuilder out = new StringBuilder(rows.count() * 48 + 200)
                .append("Ladder ")
                .append(symbol)
                .append(' ')
                .append(books.title())
                .append(", rows of ")
                .append(Numbers.price(grouping, decimals))
                .append(", USD, ")
                .append(tradedSince(books))
                .append(books.words().isEmpty() ? "" : ", book not live: " + books.words())
                .append(", liquidations ")
                .append(masses.known() ? masses.basis().title().toLowerCase(Locale.ROOT) : "not modelled")
                .append("\nprice\tlongs\tshorts\tbid\task\tsold\tbought\n");
        for (int i = rows.count() - 1; i >= 0; i--) {
            out.append(Numbers.price((rows.low() + i) * grouping, decimals))
                    .append('\t')
                    .append(mass.known(i) ? Numbers.usdInFull(mass.longs(i)) : "?")
                    .append('\t')
                    .append(mass.known(i) ? Numbers.usdInFull(mass.shorts(i)) : "?")
                    .append('\t')
                    .append(rows.bidSide(i) ? new Seen(rows.bid(i), rows.bidWhole(i)).inFull() : "–")
                    .append('\t')
                    .append(rows.askSide(i) ? new Seen(rows.ask(i), rows.askWhole(i)).inFull() : "–")
                    .append('\t')
                    .append(Numbers.usdInFull(rows.sold(i)))
                    .append('\t')
                    .append(Numbers.usdInFull(rows.bought(i)))
                    .append('\n');
        }
        return out.toString();
    }

    /** What {@code ≥}, {@code ?} and {@code 2/4} mean, in the ladder of venues whose books end. */
    static String reach(List<Reach> reaches) {
        if (reaches.isEmpty()) {
            return "";
        }
        String words = reaches.stream().map(LadderText::reach).collect(Collectors.joining("; "));
        return "resting orders within ±0.5, ±1 and ±2\u00a0% of mid, USD; seen whole: " + words
                + "; ≥ is the least that rests there: beyond its reach only levels that changed since are seen; ? none did"
                + (reaches.size() > 1 ? "; 2/4 is how many venues are seen that far" : "");
    }

    private static String reach(Reach reach) {
        String below = Double.isNaN(reach.floor()) ? "0 bp" : distance(1 - reach.floor() / reach.mid());
        String above = Double.isNaN(reach.ceiling()) ? "0 bp" : distance(reach.ceiling() / reach.mid() - 1);
        return reach.code() + " from " + below + " below to " + above + " above";
    }

    private static String distance(double fraction) {
        return LadderPainter.distance(fraction);
    }

    /** What the columns are about. */
    static String columns(Masses masses, String since) {
        String liquidations = masses.known()
                ? "liq: modelled liquidations, " + masses.basis().title().toLowerCase(Locale.ROOT)
                        + ", USD: shorts above the mark, longs below"
                : "liq: nothing is modelled yet";
        return liquidations + "\nbid, ask: resting orders, USD; sold, bought: by takers, USD, " + since;
    }

    /** What is at risk on one row: its three figures and its tiers. */
    static List<HoverCard.Line> row(Masses masses, LadderMass mass, int row, double low, double high, int decimals) {
        List<HoverCard.Line> lines = new ArrayList<>();
        String prices = Numbers.price(low, decimals) + "–" + Numbers.price(high, decimals);
        if (!mass.known(row)) {
            lines.add(new HoverCard.Line(prices, masses.known() ? "beyond the model's window" : "nothing is modelled"));
            return lines;
        }
        boolean longs = low < masses.mark();
        boolean shorts = high > masses.mark();
        lines.add(new HoverCard.Line(
                prices, longs && shorts ? "the mark is here" : longs ? "longs, forced sell" : "shorts, forced buy"));
        Figures both = masses.figures(PositionSide.LONG, low, high).plus(masses.figures(PositionSide.SHORT, low, high));
        lines.addAll(FigureLines.of(both, masses.discount()));
        for (Map.Entry<Tier.Band, Profile> each : masses.bands().entrySet()) {
            double usd = masses.factor()
                    * (each.getValue().usdBetween(PositionSide.LONG, low, high)
                            + each.getValue().usdBetween(PositionSide.SHORT, low, high));
            if (usd >= 0.5) {
                String share = Numbers.percent(usd / mass.total(row), 0);
                lines.add(new HoverCard.Line("  " + TierColours.title(each.getKey()), Numbers.usd(usd) + "  " + share));
            }
        }
        if (Math.log(high / low) < Bins.WIDTH) {
            lines.add(new HoverCard.Line("the model's bins are 5 bp: a finer row has its share of one"));
        }
        return lines;
    }

    /** What the columns of trades are about. */
    static String tradedSince(LadderBooks books) {
        long since = books.shown().stream()
                .mapToLong(venue -> venue.traded().sinceNanos())
                .filter(nanos -> nanos != 0)
                .min()
                .orElse(0);
        return since == 0 ? "nothing traded yet" : "traded since " + Numbers.time(since) + " UTC";
    }

    static double price(BookDepth depth, long price) {
        return Decimals.toDouble(price, depth.priceScale());
    }

    static String orNone(double price, int decimals) {
        return Double.isFinite(price) ? Numbers.price(price, decimals) : "none";
    }
}
