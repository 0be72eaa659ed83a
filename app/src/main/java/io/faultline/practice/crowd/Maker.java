package io.faultline.practice.crowd;

import io.faultline.market.Side;
import io.faultline.market.TakerSide;

/** One of a venue's {@link MarketMakers}: what he quotes, and when he looks at it. */
final class Maker {
    private static final double SOONEST_MILLIS = 300;
    private static final double LATEST_MILLIS = 2_000;
    private static final double OPINION = .5e-4;
    private static final double OPINION_KEPT = .95;

    /** How far beyond his own price an order must be before he takes it, and how much of it at a look. */
    private static final double STALE = 1e-4;

    private static final double STALE_USD = 250_000;

    private static final double ALARM = 3;
    private static final double PULLED_TO = .3;
    private static final long PULLED_MILLIS = 5_000;
    private static final double VARIANCE_WEIGHT = .01;
    private static final double FIRST_VARIANCE = 2e-8;

    private final int account;
    private final double halfSpread;
    private final CrowdBook book;
    private final HouseOrders orders;
    private final Chance chance;
    private final Quotes bids;
    private final Quotes asks;
    private double opinion;
    private double seen = Double.NaN;
    private long seenMillis;
    /** Of the log price, per second. */
    private double variance = FIRST_VARIANCE;

    private long pulledUntil;
    private long next;

    Maker(int account, double halfSpread, CrowdBook book, HouseOrders orders, Chance chance) {
        this.account = account;
        this.halfSpread = halfSpread;
        this.book = book;
        this.orders = orders;
        this.chance = chance;
        bids = new Quotes(Side.BID, account, halfSpread, book, chance);
        asks = new Quotes(Side.ASK, account, halfSpread, book, chance);
    }

    boolean isDue(long millis) {
        return millis >= next;
    }

    /** All of a quote was taken. */
    void filled(Side side, int level) {
        (side == Side.BID ? bids : asks).filled(level);
    }

    /** Brings all quotes to where they should be. */
    void quote(long millis, MarketMakers all) {
        next = millis + (long) chance.uniform(SOONEST_MILLIS, LATEST_MILLIS);
        opinion = OPINION_KEPT * opinion + OPINION * Math.sqrt(1 - OPINION_KEPT * OPINION_KEPT) * chance.gaussian();
        double middle = all.middle(all.ownSkew(account) + opinion);
        watch(middle, millis);
        double share = millis < pulledUntil ? PULLED_TO : 1;
        double bidLots = all.lotsPerUsd(Side.BID, millis) * share;
        double askLots = all.lotsPerUsd(Side.ASK, millis) * share;
        bids.cancelStale(middle, bidLots);
        asks.cancelStale(middle, askLots);
        takeStale(middle, all);
        bids.place(middle, bidLots);
        asks.place(middle, askLots);
    }

    /** Somebody's order that is left behind by the price would hold it back; he takes some of it. */
    private void takeStale(double middle, MarketMakers all) {
        long most = Math.round(STALE_USD * all.lotsPerUsd());
        long dear = Math.round(middle * (1 + halfSpread + STALE));
        long cheap = Math.round(middle * (1 - halfSpread - STALE));
        if (book.best(Side.BID) >= dear) {
            orders.take(account, TakerSide.SELL, most, dear);
        } else if (book.best(Side.ASK) != 0 && book.best(Side.ASK) <= cheap) {
            orders.take(account, TakerSide.BUY, most, cheap);
        }
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
}
