package io.faultline.practice;

import io.faultline.market.Venue;

/**
 * What a contract is worth, now and in all of its past, and what else its venue tells of that. Prices in quote, sizes in
 * base, times by the venue's clock, milliseconds since 1970. Thread-safe.
 */
sealed interface Course permits History, CrowdCourse {
    long MINUTE = 60_000;
    long HOUR = 60 * MINUTE;
    long DAY = 24 * HOUR;
    /** Of every venue here, except dYdX, which settles each hour. */
    long FUNDING_INTERVAL = 8 * HOUR;

    /** The settlement after this moment. */
    static long nextFunding(Venue venue, long millis) {
        long interval = venue == Venue.DYDX ? HOUR : FUNDING_INTERVAL;
        return (Math.floorDiv(millis, interval) + 1) * interval;
    }

    /** From here on times are by a clock that is so far ahead; what happened when does not change. */
    void skew(long millis);

    /** Nothing is told of what was before. */
    long oldest(long nowMillis);

    double price(long millis);

    double index(long millis);

    double mark(long millis);

    /** One side, in base. */
    double openInterest(long millis);

    /** Of the settlement to come, as seen from then: a share of the notional. */
    double fundingRate(long millis);

    /** Of the settlement at that time. */
    double settledRate(long millis);

    /** A stretch of whole minutes, as far as it has gone by. */
    Bar bar(BarKind kind, long startMillis, long lengthMillis);

    /** Base of the last 24 hours. */
    double dayVolume(long millis);
}
