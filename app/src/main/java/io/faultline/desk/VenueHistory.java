package io.faultline.desk;

import io.faultline.market.FundingSettlement;

/**
 * What one venue has said so far, as logs that only grow (and forget their oldest).
 *
 * @param marks mark and index, every two seconds
 * @param openInterest a sample a minute at most, in order of the venue's time
 * @param settlements of funding, in order of time
 * @param flows all that was traded up to then, once in ten seconds with a trade
 * @param traded the same up to now
 */
public record VenueHistory(
        TimeLog<History.MarkSample> marks,
        TimeLog<History.OpenInterestSample> openInterest,
        TimeLog<FundingSettlement> settlements,
        TimeLog<Flow> flows,
        Flow traded) {

    /**
     * What has been traded since the desk began, up to a moment; the difference of two is what was traded between.
     *
     * @param timeNanos receive time of the last trade in it, nanoseconds since 1970; 0 before the first
     * @param boughtUsd taker buys, USD
     * @param soldUsd taker sells, USD
     */
    public record Flow(long timeNanos, double boughtUsd, double soldUsd) {
        /** Nothing yet. */
        public static final Flow NONE = new Flow(0, 0, 0);

        /** Cumulative volume delta, USD. */
        public double cvdUsd() {
            return boughtUsd - soldUsd;
        }
    }

    /** Nothing so far. */
    static VenueHistory none() {
        return new VenueHistory(
                new TimeLog<>(1, 0), new TimeLog<>(1, 0), new TimeLog<>(1, 0), new TimeLog<>(1, 0), Flow.NONE);
    }

    /** The same with another history of open interest. */
    VenueHistory withOpenInterest(TimeLog<History.OpenInterestSample> other) {
        return new VenueHistory(marks, other, settlements, flows, traded);
    }

    /** How much more was bought than sold since that moment, USD; NaN where the trades do not reach back so far. */
    public double cvdSince(long nanos) {
        for (long i = flows.end() - 1; i >= flows.begin(); i--) {
            Flow flow = flows.get(i);
            if (flow == null) {
                return Double.NaN;
            }
            if (flow.timeNanos() <= nanos) {
                return traded.cvdUsd() - flow.cvdUsd();
            }
        }
        return Double.NaN;
    }
}
