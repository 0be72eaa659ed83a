package io.faultline.desk;

import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One venue's funding in figures. Rates are fractions of notional a settlement, positive when longs pay; what is unknown
 * is NaN, or 0 where it is a time.
 *
 * @param settledRate charged at the last settlement: "now"
 * @param predictedRate for the coming settlement
 * @param intervalMillis between settlements, as published or, with {@code intervalAssumed}, by default
 * @param intervalAssumed whether the venue publishes no interval of this contract
 * @param contradicted whether the last two settlements lie another time apart than an assumed interval says
 * @param cap highest rate a settlement
 * @param floor lowest rate a settlement
 */
public record VenueFunding(
        Venue venue,
        double settledRate,
        long settledMillis,
        double predictedRate,
        long nextSettlementMillis,
        long intervalMillis,
        boolean intervalAssumed,
        boolean contradicted,
        double cap,
        double floor) {
    private static final double YEAR_MILLIS = 31_536_000_000.0;
    private static final double EIGHT_HOURS_MILLIS = 28_800_000.0;

    /** Settlements are stamped within a second of the full hour. */
    private static final long JITTER_MILLIS = 60_000;

    public static VenueFunding of(VenueView view) {
        return of(
                view.instrument().venue(),
                view.funding(),
                view.settled(),
                view.terms(),
                view.history().settlements());
    }

    static VenueFunding of(
            Venue venue,
            @Nullable Funding funding,
            @Nullable FundingSettlement settled,
            @Nullable FundingTerms terms,
            TimeLog<FundingSettlement> settlements) {
        boolean assumed = terms != null && terms.source() == FundingTerms.Source.DEFAULT;
        return new VenueFunding(
                venue,
                settled == null ? Double.NaN : settled.rate().doubleValue(),
                settled == null ? 0 : settled.settledMillis(),
                funding == null ? Double.NaN : funding.predictedRate().doubleValue(),
                funding == null ? 0 : funding.nextSettlementMillis(),
                terms == null ? 0 : terms.intervalMillis(),
                assumed,
                terms != null && assumed && contradicts(settlements, terms.intervalMillis()),
                terms == null ? Double.NaN : value(terms.cap()),
                terms == null ? Double.NaN : value(terms.floor()));
    }

    private static boolean contradicts(TimeLog<FundingSettlement> settlements, long intervalMillis) {
        FundingSettlement newest = settlements.get(settlements.end() - 1);
        FundingSettlement before = settlements.get(settlements.end() - 2);
        return newest != null
                && before != null
                && Math.abs(newest.settledMillis() - before.settledMillis() - intervalMillis) > JITTER_MILLIS;
    }

    private static double value(@Nullable BigDecimal bound) {
        return bound == null ? Double.NaN : bound.doubleValue();
    }

    /** Whether a rate can be put into terms of another time: its interval is known, and not contradicted. */
    public boolean comparable() {
        return intervalMillis > 0 && !contradicted && !Double.isNaN(predictedRate);
    }

    /** What a year of settlements at the predicted rate comes to, simply; NaN where it is not {@link #comparable}. */
    public double annualised() {
        return comparable() ? predictedRate * YEAR_MILLIS / intervalMillis : Double.NaN;
    }

    /** The predicted rate as 8 hours' worth; NaN where it is not {@link #comparable}. */
    public double per8Hours() {
        return comparable() ? predictedRate * EIGHT_HOURS_MILLIS / intervalMillis : Double.NaN;
    }
}
