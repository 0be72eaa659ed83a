package io.faultline.practice.crowd;

import io.faultline.market.Side;
import java.util.Arrays;

/** One of a venue's {@link MarketMakers}: his orders, and when he looks at them. */
final class Maker {
    private static final double SOONEST_MILLIS = 300;
    private static final double LATEST_MILLIS = 2_000;
    /** Of what an order should have, what it may have to stay as it is. */
    private static final double LEAST_KEPT = .5;

    private static final double MOST_KEPT = 1.5;
    /** Of the distance to the next level, how far an order may be off and stay. */
    private static final double STAYS = .25;

    private static final double SPACING_SHARE = .145;
    private static final double LEAST_JITTER = .6;
    private static final double MOST_JITTER = 1.4;
    private static final double OPINION = .5e-4;
    private static final double OPINION_KEPT = .95;

    private static final double ALARM = 3;
    private static final double PULLED_TO = .3;
    private static final long PULLED_MILLIS = 5_000;
    private static final double VARIANCE_WEIGHT = .01;
    private static final double FIRST_VARIANCE = 2e-8;

    private final int account;
    private final CrowdBook book;
    private final Chance chance;
    private final double[] distances = new double[MarketMakers.LEVELS];
    private final int[][] orders = new int[2][MarketMakers.LEVELS];
    private double opinion;
    private double seen = Double.NaN;
    private long seenMillis;
    /** Of the log price, per second. */
    private double variance = FIRST_VARIANCE;

    private long pulledUntil;
    private long next;

    Maker(int account, double halfSpread, CrowdBook book, Chance chance) {
        this.account = account;
        this.book = book;
        this.chance = chance;
        for (int level = 0; level < distances.length; level++) {
            distances[level] = MarketMakers.distance(halfSpread, level);
        }
        Arrays.fill(orders[0], TraderPosition.NO_ORDER);
        Arrays.fill(orders[1], TraderPosition.NO_ORDER);
    }

    boolean isDue(long millis) {
        return millis >= next;
    }

    void filled(Side side, int level) {
        orders[side.ordinal()][level] = TraderPosition.NO_ORDER;
    }

    /** Brings all quotes to where they should be. */
    void quote(long millis, MarketMakers all) {
        next = millis + (long) chance.uniform(SOONEST_MILLIS, LATEST_MILLIS);
        opinion = OPINION_KEPT * opinion + OPINION * Math.sqrt(1 - OPINION_KEPT * OPINION_KEPT) * chance.gaussian();
        double middle = all.middle(all.ownSkew(account) + opinion);
        watch(middle, millis);
        double share = millis < pulledUntil ? PULLED_TO : 1;
        cancelStale(Side.BID, middle, share, millis, all);
        cancelStale(Side.ASK, middle, share, millis, all);
        place(Side.BID, middle, share, millis, all);
        place(Side.ASK, middle, share, millis, all);
    }

    /** After a move of three standard deviations he pulls most of his sizes for a while. */
    private void watch(double middle, long millis) {
        if (!Double.isNaN(seen)) {
            double move = StrictMath.log(middle / seen);
            double squared = move * move / ((millis - seenMillis) / 1_000.0);
            if (squared > ALARM * ALARM * variance) {
                pulledUntil = millis + PULLED_MILLIS;
            }
            variance += VARIANCE_WEIGHT * (squared - variance);
        }
        seen = middle;
        seenMillis = millis;
    }

    private void cancelStale(Side side, double middle, double share, long millis, MarketMakers all) {
        int[] mine = orders[side.ordinal()];
        for (int level = 0; level < mine.length; level++) {
            int order = mine[level];
            if (order == TraderPosition.NO_ORDER) {
                continue;
            }
            double off = Math.abs(book.priceOf(order) - price(side, middle, level));
            double lots = book.lotsOf(order) / (all.wanted(side, level, millis) * share);
            if (off > distances[level] * SPACING_SHARE * STAYS * middle || lots < LEAST_KEPT || lots > MOST_KEPT) {
                book.cancel(order);
                mine[level] = TraderPosition.NO_ORDER;
            }
        }
    }

    private void place(Side side, double middle, double share, long millis, MarketMakers all) {
        int[] mine = orders[side.ordinal()];
        for (int level = 0; level < mine.length; level++) {
            if (mine[level] != TraderPosition.NO_ORDER) {
                continue;
            }
            long price = price(side, middle, level);
            double wanted = all.wanted(side, level, millis) * share;
            long lots = Math.round(wanted * chance.uniform(LEAST_JITTER, MOST_JITTER));
            if (lots > 0 && price > 0 && !book.crosses(side, price)) {
                mine[level] = book.rest(account, level, side, price, lots);
            }
        }
    }

    private long price(Side side, double middle, int level) {
        double distance = distances[level];
        return side == Side.BID
                ? (long) Math.floor(middle * (1 - distance))
                : (long) Math.ceil(middle * (1 + distance));
    }
}
