package io.faultline.desk;

import io.faultline.market.Side;
import io.faultline.signal.CvdDivergence;
import io.faultline.signal.HourlyDepth;
import io.faultline.signal.Weekend;
import java.util.Collection;
import java.util.List;

/** Reads the market around the clusters, once a second; the past once a minute. On the desk's thread. */
final class MarketDesk {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final double NEAR = 0.01;
    private static final double ELIGIBLE_USD = 50e6;

    private final HourlyDepth hourly = new HourlyDepth();
    private final PriceTrail trail = new PriceTrail();
    private PastFigures past = PastFigures.UNKNOWN;
    private MarketReading reading = MarketReading.UNKNOWN;
    private long readSecond = Long.MIN_VALUE;
    private long pastMinute = Long.MIN_VALUE;
    private long depthMinute = Long.MIN_VALUE;

    /** Where the inputs of the grids are had from, which is some work. */
    interface Past {
        PastFigures figures();
    }

    /** Reads the past, if a minute has ended since the last time. */
    void readPast(long millis, Past source) {
        long minute = Math.floorDiv(millis, MINUTE);
        if (minute != pastMinute) {
            pastMinute = minute;
            past = source.figures();
        }
    }

    /**
     * Time has come this far.
     *
     * @param mark NaN if there is none
     * @param books of all venues, as read just now
     * @param expected venues whose books should be in step, see {@link VenueBits}
     */
    void advance(
            long millis,
            double mark,
            double mid,
            Collection<VenueState> states,
            List<VenueSignals> books,
            int expected) {
        long second = Math.floorDiv(millis, SECOND);
        if (second == readSecond) {
            return;
        }
        readSecond = second;
        trail.add(millis, mark);
        reading = read(millis, mark, mid, states, books, expected);
    }

    private MarketReading read(
            long millis,
            double mark,
            double mid,
            Collection<VenueState> states,
            List<VenueSignals> books,
            int expected) {
        long minute = Math.floorDiv(millis, MINUTE);
        double depthUsd = depth(books, mid);
        boolean whole = depthUsd > 0 && inStep(books) == expected;
        double depthOverUsual = Double.NaN;
        if (whole) {
            depthOverUsual = hourly.ratio(millis, depthUsd).orElse(Double.NaN);
            if (minute != depthMinute) {
                hourly.observe(millis, depthUsd);
                depthMinute = minute;
            }
        }
        double openInterestUsd = 0;
        for (VenueState state : states) {
            openInterestUsd += state.openInterestUsd();
        }
        double cvd = cvd(states, millis);
        double move = mark / trail.at(millis - HOUR) - 1;
        Volatility volatility = past.volatility();
        return new MarketReading(
                Weekend.holds(millis),
                openInterestUsd > 0 ? openInterestUsd : Double.NaN,
                openInterestUsd <= 0 || openInterestUsd >= ELIGIBLE_USD,
                past.openInterestOverWeek(),
                depthUsd,
                depthOverUsual,
                cvd,
                move,
                Double.isNaN(cvd) || Double.isNaN(move) ? null : CvdDivergence.of(cvd, move),
                volatility.regime(),
                volatility.realised(),
                volatility.week(),
                past.reportedPerDay(),
                past.charts());
    }

    private static double depth(List<VenueSignals> books, double mid) {
        if (!(mid > 0)) {
            return Double.NaN;
        }
        double usd = 0;
        for (VenueSignals venue : books) {
            usd += venue.depth().levels(Side.BID).usdBetween(mid * (1 - NEAR), mid * (1 + NEAR));
            usd += venue.depth().levels(Side.ASK).usdBetween(mid * (1 - NEAR), mid * (1 + NEAR));
        }
        return usd;
    }

    private static int inStep(List<VenueSignals> books) {
        int bits = 0;
        for (VenueSignals venue : books) {
            bits |= venue.depth().inStep() ? VenueBits.bit(venue.venue()) : 0;
        }
        return bits;
    }

    /** Of all venues whose trades reach back an hour. */
    private static double cvd(Collection<VenueState> states, long millis) {
        double sum = Double.NaN;
        for (VenueState state : states) {
            double own = state.cvdSince((millis - HOUR) * 1_000_000);
            if (!Double.isNaN(own)) {
                sum = Double.isNaN(sum) ? own : sum + own;
            }
        }
        return sum;
    }

    /** The past was learned: it is read again at once. */
    void learned() {
        pastMinute = Long.MIN_VALUE;
    }

    MarketReading reading() {
        return reading;
    }

    PastFigures past() {
        return past;
    }

    /** The mark so many minutes ago; NaN if nobody looked. */
    double markAgo(long millis, int minutes) {
        return trail.at(millis - minutes * MINUTE);
    }

    void digest(StateDigest digest) {
        digest.add(reading.toString());
    }
}
