package io.faultline.ui;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Decimals;
import io.faultline.market.Trade;
import java.util.Optional;

/**
 * The symbol's figures for the top bar. NaN stands for what no venue has said yet. Prices, funding and the change come
 * from the first venue that trades; open interest and volume are sums over the venues that say them.
 *
 * @param decimals of a price
 * @param direction sign of the last change of price, 0 when there was none
 * @param change24h fraction, 0.01 is 1 %
 * @param fundingRate fraction a settlement, the predicted one
 * @param fundingMillis time between settlements, 0 where unknown
 */
record Headline(
        double last,
        int decimals,
        int direction,
        double change24h,
        double mark,
        double index,
        double openInterestUsd,
        double volumeUsd,
        double fundingRate,
        long fundingMillis) {

    static Headline of(DeskView view) {
        Optional<VenueView> main = main(view);
        return new Headline(
                lastPrice(view),
                main.map(Headline::decimals).orElse(0),
                main.map(Headline::direction).orElse(0),
                main.map(venue -> change(venue, lastPrice(view))).orElse(Double.NaN),
                main.map(Headline::mark).orElse(Double.NaN),
                main.map(Headline::index).orElse(Double.NaN),
                sum(view, Headline::openInterestUsd),
                sum(
                        view,
                        venue -> venue.stats() == null
                                ? Double.NaN
                                : venue.stats().volumeQuote().doubleValue()),
                main.map(venue -> venue.funding() == null
                                ? Double.NaN
                                : venue.funding().predictedRate().doubleValue())
                        .orElse(Double.NaN),
                main.map(venue -> venue.terms() == null ? 0L : venue.terms().intervalMillis())
                        .orElse(0L));
    }

    /** Price of the last trade, else the mid of the first book, else NaN. */
    static double lastPrice(DeskView view) {
        for (VenueView venue : view.venues()) {
            Trade trade = venue.lastTrade();
            if (trade != null) {
                return Decimals.toDouble(trade.price(), trade.priceScale());
            }
        }
        for (VenueView venue : view.venues()) {
            double mid = venue.book().depth().mid();
            if (Double.isFinite(mid)) {
                return mid;
            }
        }
        return Double.NaN;
    }

    /** Smallest step of that symbol's price, or NaN before anything was said of it. */
    static double tick(DeskView view) {
        for (VenueView venue : view.venues()) {
            if (venue.listing() != null) {
                return venue.listing().tick().doubleValue();
            }
        }
        for (VenueView venue : view.venues()) {
            if (venue.book().depth().bids() > 0) {
                return Math.pow(10, -venue.book().depth().priceScale());
            }
        }
        return Double.NaN;
    }

    private static Optional<VenueView> main(DeskView view) {
        return view.venues().stream()
                .filter(venue -> venue.lastTrade() != null)
                .findFirst()
                .or(() -> view.venues().stream().findFirst());
    }

    private static int decimals(VenueView venue) {
        if (venue.listing() != null) {
            return venue.listing().priceScale();
        }
        return venue.lastTrade() == null
                ? venue.book().depth().priceScale()
                : venue.lastTrade().priceScale();
    }

    private static int direction(VenueView venue) {
        Trade trade = venue.lastTrade();
        return trade == null || venue.previousPrice() == 0 ? 0 : Long.compare(trade.price(), venue.previousPrice());
    }

    private static double change(VenueView venue, double last) {
        if (venue.stats() == null || venue.stats().openPrice().signum() <= 0) {
            return Double.NaN;
        }
        return last / venue.stats().openPrice().doubleValue() - 1;
    }

    private static double mark(VenueView venue) {
        return venue.mark() == null ? Double.NaN : venue.mark().mark().doubleValue();
    }

    private static double index(VenueView venue) {
        return venue.mark() == null || venue.mark().index() == null
                ? Double.NaN
                : venue.mark().index().doubleValue();
    }

    private static double openInterestUsd(VenueView venue) {
        return venue.openInterest() == null
                ? Double.NaN
                : venue.openInterest().base().doubleValue() * mark(venue);
    }

    /** The sum over those venues that know it, or NaN when none does. */
    private static double sum(DeskView view, java.util.function.ToDoubleFunction<VenueView> figure) {
        double sum = Double.NaN;
        for (VenueView venue : view.venues()) {
            double value = figure.applyAsDouble(venue);
            if (Double.isFinite(value)) {
                sum = Double.isFinite(sum) ? sum + value : value;
            }
        }
        return sum;
    }
}
