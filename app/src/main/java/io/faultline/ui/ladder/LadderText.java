package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import io.faultline.desk.VenueView;
import io.faultline.market.Decimals;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.text.Numbers;

/** The ladder in words: a table to copy, and what a screen reader says. */
final class LadderText {
    private LadderText() {}

    /**
     * Tab-separated, highest price first, full figures in USD.
     *
     * @param state why the book is no market now, in words; empty when it is
     */
    static String table(VenueView venue, String state, LadderRows rows, PriceAxis axis) {
        double grouping = axis.grouping();
        int decimals = RowTexts.decimals(grouping);
        StringBuilder out = new StringBuilder(rows.count() * 48 + 200)
                .append("Ladder ")
                .append(venue.instrument().symbol())
                .append(' ')
                .append(venue.instrument().venue().title())
                .append(", rows of ")
                .append(Numbers.price(grouping, decimals))
                .append(", USD, ")
                .append(tradedSince(venue))
                .append(state.isEmpty() ? "" : ", book not live: " + state)
                .append("\nprice\tbid\task\tsold\tbought\n");
        for (int i = rows.count() - 1; i >= 0; i--) {
            out.append(Numbers.price((rows.low() + i) * grouping, decimals))
                    .append('\t')
                    .append(rows.bidSide(i) ? new Seen(rows.bid(i), rows.bidKnown(i)).inFull() : "–")
                    .append('\t')
                    .append(rows.askSide(i) ? new Seen(rows.ask(i), rows.askKnown(i)).inFull() : "–")
                    .append('\t')
                    .append(Numbers.usdInFull(rows.sold(i)))
                    .append('\t')
                    .append(Numbers.usdInFull(rows.bought(i)))
                    .append('\n');
        }
        return out.toString();
    }

    /** What {@code ≥} and {@code ?} mean, in the ladder of a venue whose book ends. */
    static String reach(VenueView venue) {
        BookDepth depth = venue.book().depth();
        double mid = depth.mid();
        String title = venue.instrument().venue().title();
        if (Double.isNaN(mid)) {
            return "";
        }
        double below = 1 - Decimals.toDouble(depth.bidFloor(), depth.priceScale()) / mid;
        double above = Decimals.toDouble(depth.askCeiling(), depth.priceScale()) / mid - 1;
        return "resting orders within ±0.5, ±1 and ±2\u00a0% of mid, USD; " + title + "'s book is seen whole from "
                + LadderPainter.distance(below) + " below to " + LadderPainter.distance(above)
                + " above; ≥ counts only levels that changed since, ? none did";
    }

    /** What the columns of trades are about. */
    static String tradedSince(VenueView venue) {
        long since = venue.traded().sinceNanos();
        return since == 0 ? "nothing traded yet" : "traded since " + Numbers.time(since) + " UTC";
    }

    static String best(BookDepth depth) {
        return "best bid " + (depth.bids() == 0 ? "none" : price(depth.bidPrice(0), depth.priceScale())) + ", best ask "
                + (depth.asks() == 0 ? "none" : price(depth.askPrice(0), depth.priceScale()));
    }

    private static String price(long price, int scale) {
        return Numbers.price(Decimals.toDouble(price, scale), scale);
    }
}
