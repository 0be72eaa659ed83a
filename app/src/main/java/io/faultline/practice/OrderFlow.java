package io.faultline.practice;

import io.faultline.market.Side;
import java.util.Random;

/**
 * Moves one market by chance: the same seed and the same times give the same changes. Orders come and go near the best
 * prices; takers push the price towards what the contract is worth, so that venues stay together.
 */
final class OrderFlow {
    private static final int FEWEST_LEVELS = 20;
    private static final int SWEEP = 12;
    private static final double ORDER_USD = 40_000;
    private static final long LIQUIDATION_EVERY_MILLIS = 1_000;

    private final Market market;
    private final Random random;
    private final int mostLevels;
    private long liquidatedMillis;

    /** Fills the book with {@code levels} a side. */
    OrderFlow(Market market, long seed, int levels, long millis) {
        this.market = market;
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
        long away = (worth(millis) - middle()) / market.tick();
        if (random.nextInt(3) == 0 || Math.abs(away) > SWEEP) {
            take(away);
        }
        if (millis - liquidatedMillis >= LIQUIDATION_EVERY_MILLIS) {
            liquidatedMillis = millis;
            Side hit = random.nextBoolean() ? Side.BID : Side.ASK;
            if (market.book().count(hit) > FEWEST_LEVELS) {
                long best = market.book().side(hit).firstEntry().getValue();
                market.trade(hit, Math.min(best, size()), true);
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

    /** @param away ticks from the middle of the book up to what the contract is worth */
    private void take(long away) {
        double lean = Math.max(-0.45, Math.min(0.45, away / 20.0));
        Side hit = random.nextDouble() < 0.5 + lean ? Side.ASK : Side.BID;
        boolean pushes = Math.abs(away) > SWEEP && (hit == Side.ASK) == (away > 0);
        for (int i = pushes ? SWEEP : 1; i > 0 && market.book().count(hit) > FEWEST_LEVELS; i--) {
            long best = market.book().side(hit).firstEntry().getValue();
            boolean whole = pushes || random.nextBoolean();
            market.trade(hit, whole ? best : Math.min(best, size()), false);
        }
    }

    private long middle() {
        return (market.book().best(Side.BID) + market.book().best(Side.ASK)) / 2;
    }

    /** Fair price, scaled, on the grid of ticks. */
    private long worth(long millis) {
        long tick = market.tick();
        return market.contract().scaledPrice(market.history().price(millis)) / tick * tick;
    }

    private long size() {
        double usd = -Math.log(1 - random.nextDouble()) * ORDER_USD;
        return market.contract().scaledSize(usd / market.contract().price());
    }
}
