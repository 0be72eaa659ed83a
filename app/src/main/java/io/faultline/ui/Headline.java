package io.faultline.ui;

import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Venue;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.VenueControl;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The symbol's figures for the top bar. NaN stands for what no venue has said yet. Price, change, mark and index are the
 * ones of {@code source}; open interest and volume are sums over the venues that say them; funding is that of the venue
 * where the user trades, else of the next largest: never of one that is off or whose rate is old.
 *
 * @param source whose price it is, null before any has come
 * @param decimals of a price
 * @param direction sign of the last change of price, 0 when there was none
 * @param change24h fraction, 0.01 is 1 %
 * @param openInterestVenues how many venues are in that sum
 * @param funding whose rate it is, null before any has come
 * @param fundingRate fraction a settlement, the predicted one
 * @param fundingMillis time between settlements, 0 where unknown
 */
record Headline(
        @Nullable Venue source,
        double last,
        int decimals,
        int direction,
        double change24h,
        double mark,
        double index,
        double openInterestUsd,
        int openInterestVenues,
        double volumeUsd,
        @Nullable Venue funding,
        double fundingRate,
        long fundingMillis) {

    static Headline of(DeskView view, VenueControl venues, long nowNanos) {
        LastPrice last = LastPrice.of(view);
        Optional<VenueView> main = Optional.ofNullable(last.source())
                .or(() -> view.venues().stream().findFirst());
        List<VenueView> asked = venues.asked(view);
        Optional<VenueView> funding = venues.funding(view, nowNanos);
        return new Headline(
                last.source() == null ? null : last.source().instrument().venue(),
                last.price(),
                last.decimals(),
                last.direction(),
                main.map(venue -> change(venue, last.price())).orElse(Double.NaN),
                main.map(Headline::mark).orElse(Double.NaN),
                main.map(Headline::index).orElse(Double.NaN),
                sum(asked, Headline::openInterestUsd),
                (int) asked.stream()
                        .filter(venue -> Double.isFinite(openInterestUsd(venue)))
                        .count(),
                sum(
                        asked,
                        venue -> venue.stats() == null
                                ? Double.NaN
                                : venue.stats().volumeQuote().doubleValue()),
                funding.map(venue -> venue.instrument().venue()).orElse(null),
                funding.map(venue -> venue.funding() == null
                                ? Double.NaN
                                : venue.funding().predictedRate().doubleValue())
                        .orElse(Double.NaN),
                funding.map(venue -> venue.terms() == null ? 0L : venue.terms().intervalMillis())
                        .orElse(0L));
    }

    /** Price that stands for the market, or NaN. */
    static double lastPrice(DeskView view) {
        return LastPrice.of(view).price();
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
    private static double sum(List<VenueView> asked, java.util.function.ToDoubleFunction<VenueView> figure) {
        double sum = Double.NaN;
        for (VenueView venue : asked) {
            double value = figure.applyAsDouble(venue);
            if (Double.isFinite(value)) {
                sum = Double.isFinite(sum) ? sum + value : value;
            }
        }
        return sum;
    }
}
