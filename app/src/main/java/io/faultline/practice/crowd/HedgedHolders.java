package io.faultline.practice.crowd;

import io.faultline.market.TakerSide;

/**
 * Holders of a venue who are hedged elsewhere, half of them long and half short: no leverage, a target that wanders
 * slowly around its mean, and slow trading towards it (model 24.2). They are 30 % of the open interest and, as in life,
 * pollute its changes.
 */
final class HedgedHolders {
    static final int COUNT = 10;

    /** Beside the notional of levered positions of a side, so that 30 % of all is theirs. */
    private static final double SHARE = .3 / .7;

    private static final double SPREAD = .25;
    private static final double KEPT_PER_HOUR = 1 - 1.0 / 48;
    private static final double WORK_SECONDS = 1_800;
    private static final long LOOK_MILLIS = 60_000;
    private static final double LEAST_USD = 5_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private final CrowdVenue spec;
    private final double size;
    private final Accounts accounts;
    private final HouseOrders orders;
    private final Chance chance;
    private final double meanLots;
    private final double[] moods = new double[COUNT];

    /** They hold what they want to from the start, bought from each other. */
    HedgedHolders(
            CrowdVenue spec,
            double size,
            double openInterestUsd,
            double price,
            Accounts accounts,
            HouseOrders orders,
            Chance chance) {
        this.spec = spec;
        this.size = size;
        this.accounts = accounts;
        this.orders = orders;
        this.chance = chance;
        meanLots = SHARE * openInterestUsd / (COUNT / 2.0) / (price * spec.lot());
        long lots = Math.round(meanLots);
        long priceTicks = Math.round(price / spec.tick());
        for (int holder = 0; holder < COUNT; holder++) {
            long signed = sign(holder) * lots;
            accounts.trade(Accounts.FIRST_HOLDER + holder, signed, signed * priceTicks);
        }
    }

    /** A step of market time. Each looks at the market once a minute, at his own second. */
    void step(long millis, long stepMillis, double price) {
        for (int holder = 0; holder < COUNT; holder++) {
            long shifted = millis - holder * (LOOK_MILLIS / COUNT);
            if (shifted / LOOK_MILLIS == (shifted - stepMillis) / LOOK_MILLIS) {
                continue;
            }
            if (shifted / HOUR_MILLIS != (shifted - stepMillis) / HOUR_MILLIS) {
                moods[holder] = KEPT_PER_HOUR * moods[holder]
                        + SPREAD * Math.sqrt(1 - KEPT_PER_HOUR * KEPT_PER_HOUR) * chance.gaussian();
            }
            work(holder, price);
        }
    }

    private void work(int holder, double price) {
        int account = Accounts.FIRST_HOLDER + holder;
        double target = sign(holder) * meanLots * StrictMath.exp(moods[holder]);
        double part = (target - accounts.lots(account)) * (LOOK_MILLIS / 1_000.0 / WORK_SECONDS);
        if (Math.abs(part) * price * spec.lot() >= LEAST_USD * size) {
            orders.take(account, part > 0 ? TakerSide.BUY : TakerSide.SELL, Math.round(Math.abs(part)));
        }
    }

    private static int sign(int holder) {
        return holder % 2 == 0 ? 1 : -1;
    }
}
