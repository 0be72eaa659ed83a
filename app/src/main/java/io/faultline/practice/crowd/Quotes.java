package io.faultline.practice.crowd;

import io.faultline.market.Side;
import java.util.Arrays;

/** What a {@link Maker} quotes on one side: an order at each of his levels, the nearest first. */
final class Quotes {
    static final int LEVELS = 40;

    private static final double SPACING = 1.145;
    private static final double LEAST_USD = 40_000;
    private static final double MOST_USD = 400_000;
    private static final double LEAST_JITTER = .6;
    private static final double MOST_JITTER = 1.4;
    /** Of what an order should have, what it may have to stay as it is. */
    private static final double LEAST_KEPT = .5;

    private static final double MOST_KEPT = 1.5;
    /** Of the distance to the next level, how far an order may be off and stay. */
    private static final double STAYS = .25;

    private final Side side;
    private final int account;
    private final CrowdBook book;
    private final Chance chance;
    private final double[] distances = new double[LEVELS];
    private final double[] usd = new double[LEVELS];
    private final int[] orders = new int[LEVELS];

    /** @param halfSpread of the nearest level from the middle, a share of the price */
    Quotes(Side side, int account, double halfSpread, CrowdBook book, Chance chance) {
        this.side = side;
        this.account = account;
        this.book = book;
        this.chance = chance;
        for (int level = 0; level < LEVELS; level++) {
            distances[level] = halfSpread * StrictMath.pow(SPACING, level);
            usd[level] = LEAST_USD + (MOST_USD - LEAST_USD) * level / (LEVELS - 1);
        }
        Arrays.fill(orders, TraderPosition.NO_ORDER);
    }

    /** All of an order was taken. */
    void filled(int level) {
        orders[level] = TraderPosition.NO_ORDER;
    }

    /** Takes away what is not about where it should be, or not about as large. */
    void cancelStale(double middle, double lotsPerUsd) {
        for (int level = 0; level < LEVELS; level++) {
            int order = orders[level];
            if (order == TraderPosition.NO_ORDER) {
                continue;
            }
            double off = Math.abs(book.priceOf(order) - price(middle, level));
            double full = book.lotsOf(order) / (usd[level] * lotsPerUsd);
            if (off > distances[level] * (SPACING - 1) * STAYS * middle || full < LEAST_KEPT || full > MOST_KEPT) {
                book.cancel(order);
                orders[level] = TraderPosition.NO_ORDER;
            }
        }
    }

    /** Places what is missing, except what would trade at once. */
    void place(double middle, double lotsPerUsd) {
        for (int level = 0; level < LEVELS; level++) {
            if (orders[level] != TraderPosition.NO_ORDER) {
                continue;
            }
            long price = price(middle, level);
            long lots = Math.round(usd[level] * lotsPerUsd * chance.uniform(LEAST_JITTER, MOST_JITTER));
            if (lots > 0 && price > 0 && !book.crosses(side, price)) {
                orders[level] = book.rest(account, level, side, price, lots);
            }
        }
    }

    private long price(double middle, int level) {
        return side == Side.BID
                ? (long) Math.floor(middle * (1 - distances[level]))
                : (long) Math.ceil(middle * (1 + distances[level]));
    }
}
