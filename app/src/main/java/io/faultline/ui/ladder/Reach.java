package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import io.faultline.desk.VenueView;
import io.faultline.market.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * How far one venue's book is seen.
 *
 * @param code two letters
 * @param floor lowest price down to which every bid is seen, in quote; NaN where nothing is
 * @param ceiling highest price up to which every ask is seen, in quote; NaN where nothing is
 */
record Reach(String code, double floor, double ceiling, double mid) {
    static List<Reach> of(List<VenueView> venues) {
        List<Reach> reaches = new ArrayList<>(venues.size());
        for (VenueView venue : venues) {
            BookDepth depth = venue.book().depth();
            if (Double.isFinite(depth.mid())) {
                reaches.add(new Reach(
                        venue.instrument().venue().code(),
                        edge(depth, depth.bidFloor()),
                        edge(depth, depth.askCeiling()),
                        depth.mid()));
            }
        }
        return reaches;
    }

    private static double edge(BookDepth depth, long price) {
        return price > 0 ? Decimals.toDouble(price, depth.priceScale()) : Double.NaN;
    }

    /** {@code BY 35 bp}: from its own mid to that edge. */
    String label(double edge) {
        return code + " " + LadderPainter.distance(Math.abs(edge - mid) / mid);
    }
}
