package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Decimals;
import io.faultline.market.MarkPrice;
import io.faultline.market.Trade;
import org.jspecify.annotations.Nullable;

/**
 * What one drawing of the panel shows.
 *
 * @param last price of the newest trade, NaN with none
 * @param mark NaN where no venue gave one
 * @param decimals of a price
 */
record Frame(HeatView view, DeskView data, long nowNanos, double last, double mark, int decimals) {

    /** Takes last and mark from the first venue that has them. */
    static Frame of(HeatView view, DeskView data, long nowNanos) {
        double last = Double.NaN;
        double mark = Double.NaN;
        int decimals = -1;
        for (int i = data.venues().size() - 1; i >= 0; i--) {
            VenueView venue = data.venues().get(i);
            Trade trade = venue.lastTrade();
            if (trade != null) {
                last = Decimals.toDouble(trade.price(), trade.priceScale());
                decimals = venue.listing() == null ? trade.priceScale() : decimals;
            }
            MarkPrice said = venue.mark();
            mark = said == null ? mark : said.mark().doubleValue();
            decimals = venue.listing() == null ? decimals : venue.listing().priceScale();
        }
        return new Frame(view, data, nowNanos, last, mark, decimals < 0 ? 2 : decimals);
    }

    /** What the prices shown stand around: last, else mid of the first venue's book; NaN before any price has come. */
    double anchor() {
        VenueView venue = first(data);
        return Double.isFinite(last) || venue == null
                ? last
                : venue.book().depth().mid();
    }

    /** Whether any price has come, so that a price axis means something. */
    boolean priced() {
        return Double.isFinite(anchor());
    }

    /** The first venue, whose state the panel words; null before there is one. */
    static @Nullable VenueView first(DeskView data) {
        return data.venues().isEmpty() ? null : data.venues().get(0);
    }
}
