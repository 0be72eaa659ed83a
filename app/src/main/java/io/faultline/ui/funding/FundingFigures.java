package io.faultline.ui.funding;

import io.faultline.desk.VenueHistory;
import io.faultline.desk.VenueView;
import io.faultline.market.Funding;
import io.faultline.market.FundingTerms;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import io.faultline.ui.panel.FundingAge;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the panel at one moment. NaN stands for what the venue has not said; an age of −1 for what has no
 * time.
 */
record FundingFigures(Rates rates, Terms terms, Prices prices, Interest interest, Volume volume) {
    private static final long HOUR = 3_600_000_000_000L;

    /**
     * @param settled rate of the newest settlement
     * @param predicted rate of the coming one
     * @param annualised of the predicted rate; NaN where the interval cannot be trusted
     * @param nextMillis time of the coming settlement, milliseconds since 1970; 0 if unknown
     * @param limitNanos older than this they are stale: venues say them every second, or once in a minute and a half
     */
    record Rates(double settled, double predicted, double annualised, long nextMillis, long ageNanos, long limitNanos) {
        boolean old() {
            return ageNanos > limitNanos;
        }
    }

    /**
     * @param intervalMillis 0 if unknown
     * @param byDefault the venue did not publish the interval for this instrument
     * @param contradicted a default interval that the settlements seen do not keep to
     */
    record Terms(long intervalMillis, boolean byDefault, boolean contradicted, double cap, double floor) {}

    record Prices(double mark, double index, double premiumBps, long ageNanos) {}

    /**
     * @param hour change in base units over an hour, as a fraction
     * @param reachNanos how far back the history goes; −1 with none
     */
    record Interest(double base, double usd, double hour, double day, long reachNanos, long ageNanos) {}

    /** Notional traded in the last 24 hours, in quote. */
    record Volume(double quote, long ageNanos) {}

    static FundingFigures of(VenueView venue, long nowNanos) {
        Terms terms = terms(venue.terms(), venue.history());
        Prices prices = prices(venue.mark(), nowNanos);
        return new FundingFigures(
                rates(venue, terms, nowNanos),
                terms,
                prices,
                interest(venue.openInterest(), venue.price(), venue.history(), nowNanos),
                volume(venue.stats(), nowNanos));
    }

    private static Rates rates(VenueView venue, Terms terms, long nowNanos) {
        double settled =
                venue.settled() == null ? Double.NaN : venue.settled().rate().doubleValue();
        Funding funding = venue.funding();
        if (funding == null) {
            return new Rates(settled, Double.NaN, Double.NaN, 0, -1, FundingAge.limitNanos(venue));
        }
        double predicted = funding.predictedRate().doubleValue();
        boolean trusted = terms.intervalMillis() > 0 && !terms.contradicted();
        return new Rates(
                settled,
                predicted,
                trusted ? FundingMaths.annualised(predicted, terms.intervalMillis()) : Double.NaN,
                funding.nextSettlementMillis(),
                age(funding.receivedNanos(), nowNanos),
                FundingAge.limitNanos(venue));
    }

    private static Terms terms(@Nullable FundingTerms terms, VenueHistory history) {
        if (terms == null) {
            return new Terms(0, false, false, Double.NaN, Double.NaN);
        }
        boolean byDefault = terms.source() == FundingTerms.Source.DEFAULT;
        return new Terms(
                terms.intervalMillis(),
                byDefault,
                byDefault && FundingMaths.contradicted(terms, history.settlements()),
                orNaN(terms.cap()),
                orNaN(terms.floor()));
    }

    private static Prices prices(@Nullable MarkPrice mark, long nowNanos) {
        if (mark == null) {
            return new Prices(Double.NaN, Double.NaN, Double.NaN, -1);
        }
        double markPrice = mark.mark().doubleValue();
        double index = orNaN(mark.index());
        return new Prices(
                markPrice, index, FundingMaths.premiumBps(markPrice, index), age(mark.receivedNanos(), nowNanos));
    }

    private static Interest interest(@Nullable OpenInterest newest, double price, VenueHistory history, long nowNanos) {
        long reach = FundingMaths.reach(history.openInterest(), nowNanos);
        if (newest == null) {
            return new Interest(Double.NaN, Double.NaN, Double.NaN, Double.NaN, reach, -1);
        }
        double base = newest.base().doubleValue();
        return new Interest(
                base,
                base * price,
                FundingMaths.change(history.openInterest(), base, nowNanos, HOUR),
                FundingMaths.change(history.openInterest(), base, nowNanos, 24 * HOUR),
                reach,
                age(newest.receivedNanos(), nowNanos));
    }

    private static Volume volume(@Nullable Stats24h stats, long nowNanos) {
        if (stats == null) {
            return new Volume(Double.NaN, -1);
        }
        return new Volume(stats.volumeQuote().doubleValue(), age(stats.receivedNanos(), nowNanos));
    }

    private static double orNaN(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static long age(long thenNanos, long nowNanos) {
        return Math.max(0, nowNanos - thenNanos);
    }
}
