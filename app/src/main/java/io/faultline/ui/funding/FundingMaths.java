package io.faultline.ui.funding;

import io.faultline.desk.History;
import io.faultline.desk.Positioning;
import io.faultline.desk.TimeLog;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;

/** What the funding panel works out from what the venue says. Rates are fractions of notional. */
final class FundingMaths {
    private static final double YEAR_MILLIS = 31_536_000_000.0;
    /** Settlements are stamped within a second of the full hour. */
    private static final long JITTER_MILLIS = 60_000;

    private FundingMaths() {}

    /** Simple, by its own interval: what a year of settlements at that rate comes to. */
    static double annualised(double rate, long intervalMillis) {
        return rate * YEAR_MILLIS / intervalMillis;
    }

    /**
     * Whether the two newest settlements lie another time apart than the interval says. A default interval that they
     * contradict must not be annualised by.
     */
    static boolean contradicted(FundingTerms terms, TimeLog<FundingSettlement> settlements) {
        FundingSettlement newest = settlements.get(settlements.end() - 1);
        FundingSettlement before = settlements.get(settlements.end() - 2);
        return newest != null
                && before != null
                && Math.abs(newest.settledMillis() - before.settledMillis() - terms.intervalMillis()) > JITTER_MILLIS;
    }

    /** How far mark stands over the index, in basis points of the index. */
    static double premiumBps(double mark, double index) {
        return index > 0 ? (mark - index) / index * 10_000 : Double.NaN;
    }

    /**
     * Change of open interest in base units over the last {@code windowNanos}, as a fraction; NaN where the history does
     * not reach back so far, or has a gap there (see {@link Positioning#baseAt}).
     */
    static double change(TimeLog<History.OpenInterestSample> log, double newest, long nowNanos, long windowNanos) {
        return newest / Positioning.baseAt(log, nowNanos - windowNanos, windowNanos) - 1;
    }

    /** How far back the log reaches, in nanoseconds; −1 when it is empty. */
    static long reach(TimeLog<History.OpenInterestSample> log, long nowNanos) {
        History.OpenInterestSample oldest = log.get(log.begin());
        return oldest == null ? -1 : Math.max(0, nowNanos - oldest.timeNanos());
    }
}
