package io.faultline.ui.panel;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Decimals;
import io.faultline.market.Trade;
import org.jspecify.annotations.Nullable;

/**
 * The one price that stands for the market of all venues: the newest trade of the venue with the largest open interest
 * whose book is in step, as in the bars, so that it does not jump between venues whose prices differ; with no book in
 * step, of the largest that has traded.
 *
 * @param source whose trade it is, or null where it is the mid of a book, or unknown
 * @param price in quote; NaN before any price has come
 * @param decimals of a price there
 * @param direction sign of its last change, 0 when there was none
 */
public record LastPrice(@Nullable VenueView source, double price, int decimals, int direction) {

    /** The market's price in that view. */
    public static LastPrice of(DeskView view) {
        VenueView source = null;
        for (VenueView venue : view.venues()) {
            if (venue.lastTrade() != null && (source == null || leads(venue, source))) {
                source = venue;
            }
        }
        return source == null ? ofBook(view) : of(source);
    }

    private static boolean leads(VenueView venue, VenueView other) {
        boolean live = venue.book().live();
        return live == other.book().live() ? interest(venue) > interest(other) : live;
    }

    private static double interest(VenueView venue) {
        return venue.openInterest() == null ? 0 : venue.openInterest().base().doubleValue();
    }

    /** That venue's own. */
    public static LastPrice of(VenueView venue) {
        Trade trade = venue.lastTrade();
        if (trade == null) {
            return new LastPrice(null, venue.book().depth().mid(), decimals(venue), 0);
        }
        int direction = venue.previousPrice() == 0 ? 0 : Long.compare(trade.price(), venue.previousPrice());
        return new LastPrice(venue, Decimals.toDouble(trade.price(), trade.priceScale()), decimals(venue), direction);
    }

    private static LastPrice ofBook(DeskView view) {
        for (VenueView venue : view.venues()) {
            if (Double.isFinite(venue.book().depth().mid())) {
                return of(venue);
            }
        }
        return new LastPrice(
                null,
                Double.NaN,
                view.venues().isEmpty() ? 2 : decimals(view.venues().get(0)),
                0);
    }

    private static int decimals(VenueView venue) {
        if (venue.listing() != null) {
            return venue.listing().priceScale();
        }
        return venue.lastTrade() == null
                ? venue.book().depth().priceScale()
                : venue.lastTrade().priceScale();
    }
}
