package io.faultline.practice;

import io.faultline.market.Side;
import java.util.Map;
import java.util.Random;

/**
 * Moves one market by chance: the same seed and the same times give the same changes. Orders come and go near the best
 * prices; takers push the price towards what the contract is worth, so that venues stay together.
 */
final class OrderFlow {
    private static final int FEWEST_LEVELS = 20;
    private static final int SWEEP = 12;
    private static final int SLACK_TICKS = 3;
    private static final double ORDER_USD = 40_000;
    private static final long LIQUIDATION_EVERY_MILLIS = 1_000;

    private final Market market;
    private final History worth;
    private final Random random;
    private final int mostLevels;
    private long liquidatedMillis;

    /**
     * Fills the book with {@code levels} a side.
     *
     * @param worth by the exchange's clock, whatever the venue's says
     */
    OrderFlow(Market market, History worth, long seed, int levels, long millis) {
        this.market = market;
        this.worth = worth;
        random = new Random(seed);
        mostLevels = levels;
        long tick = market.tick();
        long middle = worth(millis);
        for (Side side : Side.values()) {
            long price = middle;
            for (int i = 0; i < levels && price > levels * tick; i++) {
                price += (side == Side.BID ? -tick : tick) * (1 + random.nextInt(2));
                market.book().apply(new Change(side, price, size()));
            }
        }
    }

    /** Some changes of the book, and sometimes a trade. */
    void step(long millis) {
        change(random.nextBoolean() ? Side.BID : Side.ASK);
        for (int i = random.nextInt(4); i > 0; i--) {
            change(random.nextBoolean() ? Side.BID : Side.ASK);
        }
        long worth = worth(millis);
        catchUp(worth);
        if (random.nextInt(3) == 0) {
            take(worth);
        }
        if (millis - liquidatedMillis >= LIQUIDATION_EVERY_MILLIS) {
            liquidatedMillis = millis;
            Side hit = random.nextBoolean() ? Side.BID : Side.ASK;
            if (market.book().count(hit) > FEWEST_LEVELS) {
                Map.Entry<Long, Long> best = market.book().side(hit).firstEntry();
                long size = Math.min(best.getValue(), size());
                market.trade(hit, size, true);
                market.liquidate(hit, best.getKey(), size);
            }
        }
    }

    private void change(Side side) {
        Levels book = market.book();
        long distance =
                1 + (long) (-Math.log(1 - random.nextDouble()) * (random.nextInt(4) == 0 ? mostLevels / 3 : 25));
        long opposite = book.best(side.opposite());
        long price = opposite + (side == Side.BID ? -distance : distance) * market.tick();
        if (price <= 0) {
            return;
        }
        boolean there = book.side(side).containsKey(price);
        if (there && random.nextInt(3) == 0 && book.count(side) > FEWEST_LEVELS) {
            market.change(new Change(side, price, 0));
            return;
        }
        market.change(new Change(side, price, size()));
        if (book.count(side) > mostLevels) {
            market.change(new Change(side, book.farthest(side), 0));
        }
    }

    /** Whoever sells below worth is bought from, and the other way round; some levels at a time. */
    private void catchUp(long worth) {
        for (Side hit : Side.values()) {
            for (int i = 0; i < SWEEP && isBehind(hit, worth) && market.book().count(hit) > FEWEST_LEVELS; i++) {
                market.trade(hit, market.book().side(hit).firstEntry().getValue(), false);
            }
        }
    }

    /** Whether the best price of a side is on the wrong side of worth, by more than lets it move at all. */
    private boolean isBehind(Side hit, long worth) {
        long best = market.book().best(hit);
        long slack = SLACK_TICKS * market.tick();
        return hit == Side.ASK ? best < worth - slack : best > worth + slack;
    }

    /** A trade of a passing taker, who leans towards what it is worth. */
    private void take(long worth) {
        double lean = Math.max(-0.45, Math.min(0.45, (worth - middle()) / (20.0 * market.tick())));
        Side hit = random.nextDouble() < 0.5 + lean ? Side.ASK : Side.BID;
        if (market.book().count(hit) > FEWEST_LEVELS) {
            long best = market.book().side(hit).firstEntry().getValue();
            market.trade(hit, random.nextBoolean() ? best : Math.min(best, size()), false);
        }
    }

    private long middle() {
        return (market.book().best(Side.BID) + market.book().best(Side.ASK)) / 2;
    }

    /** Fair price, scaled, on the grid of ticks. */
    private long worth(long millis) {
        long tick = market.tick();
        return market.contract().scaledPrice(worth.price(millis)) / tick * tick;
    }

    private long size() {
        double usd = -Math.log(1 - random.nextDouble()) * ORDER_USD;
        return market.contract().scaledSize(usd / market.contract().price());
    }
}
