package io.faultline.ui.panel;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;

/** Which steps prices move in, where venues differ. */
public final class PriceSteps {
    private PriceSteps() {}

    /**
     * The smallest step of price that any venue has, so that no two prices need share a row; NaN before anything was said.
     */
    public static double finest(DeskView view) {
        double finest = Double.NaN;
        for (VenueView venue : view.venues()) {
            if (venue.listing() != null) {
                double tick = venue.listing().tick().doubleValue();
                finest = finest <= tick ? finest : tick;
            }
        }
        if (Double.isFinite(finest)) {
            return finest;
        }
        for (VenueView venue : view.venues()) {
            if (venue.book().depth().bids() > 0) {
                return Math.pow(10, -venue.book().depth().priceScale());
            }
        }
        return Double.NaN;
    }
}
