package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.MarketState;
import io.faultline.ui.panel.VenueControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one drawing of the panel shows.
 *
 * @param last price of the newest trade, NaN with none
 * @param mark NaN where no venue gave one
 * @param decimals of a price
 * @param anchor what the prices shown stand around: last, else the mid of a book; NaN before any price has come
 * @param venues every venue and how it stands
 */
record Frame(
        HeatView view,
        DeskView data,
        long nowNanos,
        double last,
        double mark,
        int decimals,
        double anchor,
        List<VenueControl.Row> venues) {

    static Frame of(HeatView view, DeskView data, VenueControl control, long nowNanos) {
        LastPrice price = LastPrice.of(data);
        double mark = Double.NaN;
        for (VenueView venue : data.venues()) {
            boolean first = Double.isNaN(mark) || venue.equals(price.source());
            mark = venue.mark() != null && first ? venue.mark().mark().doubleValue() : mark;
        }
        double last = price.source() == null ? Double.NaN : price.price();
        return new Frame(
                view, data, nowNanos, last, mark, price.decimals(), price.price(), control.rows(data, nowNanos));
    }

    /** Whether any price has come, so that a price axis means something. */
    boolean priced() {
        return Double.isFinite(anchor);
    }

    /** How many books are in step, of those that ought to be. */
    int inStep() {
        return (int) VenueControl.counted(venues).stream()
                .filter(VenueControl.Row::inStep)
                .count();
    }

    int wanted() {
        return VenueControl.counted(venues).size();
    }

    /**
     * The venue whose state the panel words: of those wanted the one that is worst off; null while all are well.
     */
    VenueControl.@Nullable Row worst() {
        VenueControl.Row first = null;
        for (VenueControl.Row row : venues) {
            boolean out = row.wanted() && row.state().kind() != MarketState.Kind.LIVE;
            if (out
                    && (first == null
                            || row.state().kind().compareTo(first.state().kind()) > 0)) {
                first = row;
            }
        }
        return first;
    }
}
