package io.faultline.practice.crowd;

import io.faultline.market.TakerSide;

/**
 * Fast traders of a venue, who go in and out within minutes (churn, model 24.2): they turn over twice the open interest
 * a day, more when it is volatile, lean with the price's latest move, and lean back when they hold much.
 */
final class FastTraders {
    static final int COUNT = 6;

    private static final double TURNOVER_PER_DAY = 2;
    private static final double DAY_SECONDS = 86_400;
    private static final double ORDER_USD = 25_000;
    private static final double ORDER_SPREAD = 1;
    private static final double MOST_USD = 3e6;
    private static final double TILT = 250;
    private static final double LEAN_BACK = 2.5;
    /** Beside the move of a coarse step, how far a trade within it is off. */
    private static final double WITHIN_STEP = .4;

    private static final double TREND_SECONDS = 60;
    private static final double MOOD_KEPT = .95;
    private static final double MOOD = .6;
    private static final long MOOD_MILLIS = 60_000;

    private final CrowdVenue spec;
    private final double size;
    private final Accounts accounts;
    private final HouseOrders orders;
    private final Chance chance;
    private double due;
    private double nextDue;
    private double mood;
    private double eagerness = 1;
    private double trend;

    FastTraders(CrowdVenue spec, double size, Accounts accounts, HouseOrders orders, double price, Chance chance) {
        this.spec = spec;
        this.size = size;
        this.accounts = accounts;
        this.orders = orders;
        this.chance = chance;
        trend = price;
        nextDue = chance.exponential(1);
    }

    /**
     * A step of market time.
     *
     * @param openInterestUsd one side
     */
    void step(long millis, double seconds, Fundamental fundamental, double openInterestUsd) {
        due += turnover(millis, seconds, fundamental, openInterestUsd) / orderUsd();
        while (due >= nextDue) {
            due -= nextDue;
            nextDue = chance.exponential(1);
            trade(fundamental.price());
        }
    }

    /** A coarse step: all of them together, as one purchase and one sale. */
    void coarseStep(long millis, double seconds, Fundamental fundamental, double openInterestUsd, Matching matching) {
        double usd = turnover(millis, seconds, fundamental, openInterestUsd);
        double price = fundamental.price();
        double order = orderUsd() * StrictMath.exp(ORDER_SPREAD * ORDER_SPREAD);
        double net =
                usd * (2 * buying(Accounts.FIRST_FAST, COUNT, price) - 1) + Math.sqrt(usd * order) * chance.gaussian();
        net = Math.max(-usd, Math.min(usd, net));
        for (TakerSide side : TakerSide.values()) {
            long lots = Math.round((usd + (side == TakerSide.BUY ? net : -net)) / 2 / (price * spec.lot()));
            double away = Math.abs(chance.gaussian()) * fundamental.deviation() * WITHIN_STEP;
            if (lots > 0) {
                matching.turnOver(Accounts.FIRST_FAST, side, away, lots);
            }
        }
    }

    /** What they turn over in a step, USD. */
    private double turnover(long millis, double seconds, Fundamental fundamental, double openInterestUsd) {
        wander(millis, seconds);
        trend += (fundamental.price() - trend) * Math.min(1, seconds / TREND_SECONDS);
        return TURNOVER_PER_DAY * openInterestUsd / DAY_SECONDS * fundamental.activity() * eagerness * seconds;
    }

    /** Probability that the next order of an account, or of so many together, is to buy. */
    private double buying(int account, int together, double price) {
        double held = accounts.lots(account) * spec.lot() * price / (MOST_USD * Math.sqrt(size) * together);
        return 1 / (1 + StrictMath.exp(LEAN_BACK * held - TILT * (price / trend - 1)));
    }

    private void trade(double price) {
        int account = Accounts.FIRST_FAST + chance.below(COUNT);
        boolean buys = chance.happens(buying(account, 1, price));
        double usd = orderUsd() * StrictMath.exp(ORDER_SPREAD * chance.gaussian() - ORDER_SPREAD * ORDER_SPREAD / 2);
        long lots = Math.max(1, Math.round(usd / (price * spec.lot())));
        orders.take(account, buys ? TakerSide.BUY : TakerSide.SELL, lots);
    }

    private double orderUsd() {
        return ORDER_USD * Math.sqrt(size);
    }

    private void wander(long millis, double seconds) {
        if ((millis - (long) (seconds * 1_000)) / MOOD_MILLIS != millis / MOOD_MILLIS) {
            mood = MOOD_KEPT * mood + MOOD * Math.sqrt(1 - MOOD_KEPT * MOOD_KEPT) * chance.gaussian();
            eagerness = StrictMath.exp(mood - MOOD * MOOD / 2);
        }
    }
}
