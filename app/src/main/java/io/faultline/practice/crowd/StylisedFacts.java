package io.faultline.practice.crowd;

import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import java.util.List;

/**
 * Whether a venue of a practice market behaves as markets do, model 24.4: measures while it runs. Hand it to {@link
 * Crowd#advance}, or call it from a listener of your own, only while it shall measure: from the end of the warm-up on.
 */
public final class StylisedFacts implements CrowdListener {
    private static final long MINUTE = 60_000;
    private static final int FIVE = 5;
    private static final int HOUR_LAG = 12;
    private static final double MINUTES_PER_DAY = 1_440;
    private static final double MINUTES_PER_YEAR = 365 * MINUTES_PER_DAY;
    private static final double BUSIEST = .01;

    private final CrowdVenue venue;
    private final Samples minuteReturns = new Samples();
    private final Samples moves = new Samples();
    private final Samples forced = new Samples();
    private final Samples interest = new Samples();
    private long minute = -1;
    private long last;
    private long minuteClose;
    private long fiveClose;
    private double volumeLots;
    private double forcedLots;
    private int unbalanced;
    private int checks;

    /**
     * A fact.
     *
     * @param value NaN if there was too little to measure it
     * @param accept what is asked of it, in words
     */
    public record Fact(String fact, double value, String accept, boolean ok) {}

    public StylisedFacts(CrowdVenue venue) {
        this.venue = venue;
    }

    @Override
    public void trade(Venue at, long millis, TakerSide taker, long priceTicks, long lots, boolean isForced) {
        if (at != venue.venue()) {
            return;
        }
        pass(millis);
        last = priceTicks;
        volumeLots += lots;
        if (isForced) {
            forcedLots += lots;
        }
    }

    @Override
    public void openInterest(Venue at, long millis, double coins) {
        if (at == venue.venue()) {
            interest.add(coins);
        }
    }

    /** Takes note of whether the market has kept what it has. */
    public void check(MassCheck check) {
        checks++;
        if (!check.holds()) {
            unbalanced++;
        }
    }

    private void pass(long millis) {
        long now = millis / MINUTE;
        if (minute < 0) {
            minute = now;
        }
        for (; minute < now && last > 0; minute++) {
            if (minuteClose > 0) {
                minuteReturns.add(Math.log((double) last / minuteClose));
            }
            minuteClose = last;
            if ((minute + 1) % FIVE == 0) {
                if (fiveClose > 0) {
                    moves.add(Math.abs(Math.log((double) last / fiveClose)));
                    forced.add(forcedLots);
                }
                forcedLots = 0;
                fiveClose = last;
            }
        }
    }

    /** What was measured so far, in the order of model 24.4. */
    public List<Fact> facts() {
        double days = minuteReturns.count() / MINUTES_PER_DAY;
        double turnover = volumeLots * venue.lot() / interest.mean() / days;
        double forcedTurnover = forced.sum() * venue.lot() / interest.mean() / days;
        return List.of(
                within("annualised volatility of 1-min returns", volatility(), .35, 1.3),
                above("kurtosis of 1-min returns", minuteReturns.kurtosis(), 8),
                within("lag-1 autocorrelation of 1-min returns", minuteReturns.autocorrelation(1), -.15, .15),
                above("autocorrelation of |5-min return| at 1 h", moves.autocorrelation(HOUR_LAG), .04),
                within("volume per day / open interest", turnover, 2, 6),
                within("forced volume per day / open interest", forcedTurnover, .005, .12),
                within("forced volume / volume", forced.sum() / volumeLots, .001, .03),
                above(
                        "share of forced volume in the busiest 1 % of 5-min intervals",
                        forced.shareOfLargest(BUSIEST), .2),
                above("correlation of forced volume with |5-min return|", forced.correlation(moves), .3),
                within("conservation, share of checks that failed", (double) unbalanced / checks, 0, 0));
    }

    private double volatility() {
        return minuteReturns.deviation() * Math.sqrt(MINUTES_PER_YEAR);
    }

    private static Fact within(String fact, double value, double low, double high) {
        String accept = low == high ? text(low) : text(low) + " to " + text(high);
        return new Fact(fact, value, accept, value >= low && value <= high);
    }

    private static Fact above(String fact, double value, double bound) {
        return new Fact(fact, value, "above " + text(bound), value > bound);
    }

    private static String text(double bound) {
        return bound == (long) bound ? Long.toString((long) bound) : Double.toString(bound);
    }
}
