package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import io.faultline.market.Decimals;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.text.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** The ladder in words: a table to copy, and what a screen reader says. */
final class LadderText {
    private LadderText() {}

    /**
     * Tab-separated, highest price first, full figures in USD.
     */
    static String table(LadderBooks books, String symbol, LadderRows rows, PriceAxis axis) {
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
                .append("\nprice\tbid\task\tsold\tbought\n");
        for (int i = rows.count() - 1; i >= 0; i--) {
            out.append(Numbers.price((rows.low() + i) * grouping, decimals))
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
