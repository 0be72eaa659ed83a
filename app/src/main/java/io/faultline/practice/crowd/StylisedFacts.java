package io.faultline.practice.crowd;

import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

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

    private static final double OPEN = Double.POSITIVE_INFINITY;

    /** In the order of {@link #values}. */
    private static final List<Rule> RULES = List.of(
            new Rule("annualised volatility of 1-min returns", .35, 1.3),
            new Rule("kurtosis of 1-min returns", 8, OPEN),
            new Rule("lag-1 autocorrelation of 1-min returns", -.15, .15, true),
            new Rule("autocorrelation of |5-min return| at 1 h", .04, OPEN),
            new Rule("volume per day / open interest", 2, 6),
            new Rule("forced volume per day / open interest", .005, .12),
            new Rule("forced volume / volume", .001, .03),
            new Rule("share of forced volume in the busiest 1 % of 5-min intervals", .2, OPEN),
            new Rule("correlation of forced volume with |5-min return|", .3, OPEN),
            new Rule("conservation, share of checks that failed", 0, 0));

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
        double[] values = values();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            facts.add(RULES.get(i).fact(values[i]));
        }
        return facts;
    }

    /** The same of several markets, at least one: means, or the median where model 24.4 asks for it. */
    public static List<Fact> over(List<StylisedFacts> markets) {
        List<double[]> all = markets.stream().map(StylisedFacts::values).toList();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < RULES.size(); i++) {
            int fact = i;
            facts.add(RULES.get(i).fact(RULES.get(i).middle(all.stream().mapToDouble(values -> values[fact]))));
        }
        return facts;
    }

    private double[] values() {
        double days = minuteReturns.count() / MINUTES_PER_DAY;
        return new double[] {
            minuteReturns.deviation() * Math.sqrt(MINUTES_PER_YEAR),
            minuteReturns.kurtosis(),
            minuteReturns.autocorrelation(1),
            moves.autocorrelation(HOUR_LAG),
            volumeLots * venue.lot() / interest.mean() / days,
            forced.sum() * venue.lot() / interest.mean() / days,
            forced.sum() / volumeLots,
            forced.shareOfLargest(BUSIEST),
            forced.correlation(moves),
            (double) unbalanced / checks
        };
    }

    /**
     * What is asked of a fact: more than {@code above}, or from {@code above} to {@code most}.
     *
     * @param most infinite if there is no such bound
     * @param byMedian whether several markets are judged by their median, and not their mean
     */
    private record Rule(String name, double above, double most, boolean byMedian) {
        Rule(String name, double above, double most) {
            this(name, above, most, false);
        }

        Fact fact(double value) {
            if (most == Double.POSITIVE_INFINITY) {
                return new Fact(name, value, "above " + text(above), value > above);
            }
            String accept = above < most ? text(above) + " to " + text(most) : text(most);
            return new Fact(name, value, accept, value >= above && value <= most);
        }

        double middle(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            return byMedian
                    ? (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2
                    : Arrays.stream(sorted).average().orElse(Double.NaN);
        }

        private static String text(double bound) {
            return bound == (long) bound ? Long.toString((long) bound) : Double.toString(bound);
        }
    }
}
