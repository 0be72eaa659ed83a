package io.faultline.practice;

import io.faultline.practice.TrueBook.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small market by chance: the same seed gives the same changes. Ticks of 0.10, lots of 0.001. */
final class GeneratedSource {
    private static final int LEVELS = 200;
    private static final int MOST_LEVELS = 400;
    private static final int FEWEST_LEVELS = 20;
    private static final long FIRST_ID = 5_123_107_800_000L;
    private static final long MIDDLE_TICKS = 600_000;

    private final SymbolMarket market;
    private final Random random;
    private long markedMillis;

    GeneratedSource(SymbolMarket market, long seed) {
        this.market = market;
        random = new Random(seed);
        List<Change> levels = new ArrayList<>();
        for (int i = 1; i <= LEVELS; i++) {
            levels.add(new Change(true, price(MIDDLE_TICKS - i), size(1 + random.nextInt(9_000))));
            levels.add(new Change(false, price(MIDDLE_TICKS + i), size(1 + random.nextInt(9_000))));
        }
        market.begin(FIRST_ID, levels);
    }

    /** Some changes, the diff that carries them, and some more, so that a snapshot lies between two diffs. */
    void step(long millis) {
        changes(1 + random.nextInt(6));
        if (random.nextInt(3) == 0) {
            trade(millis);
        }
        market.publishDiff(millis);
        changes(1 + random.nextInt(6));
        if (millis - markedMillis >= 1_000) {
            markedMillis = millis;
            market.mark(millis);
            market.liquidation(millis, random.nextBoolean(), size(1 + random.nextInt(500)));
        }
    }

    private void changes(int count) {
        for (int i = 0; i < count; i++) {
            change(random.nextBoolean());
        }
    }

    private void change(boolean bid) {
        TrueBook book = market.book();
        if (book.count(bid) > MOST_LEVELS) {
            market.change(new Change(bid, book.farthest(bid), BigDecimal.ZERO));
            return;
        }
        long distance = 1 + (long) (-Math.log(1 - random.nextDouble()) * 30);
        BigDecimal away = price(distance);
        BigDecimal at = bid ? book.bestAsk().subtract(away) : book.bestBid().add(away);
        boolean removes = random.nextInt(4) == 0 && book.count(bid) > FEWEST_LEVELS;
        market.change(new Change(bid, at, removes ? size(0) : size(1 + random.nextInt(9_000))));
    }

    private void trade(long millis) {
        boolean hitsBid = random.nextBoolean();
        Map.Entry<BigDecimal, BigDecimal> best = market.book().best(hitsBid);
        boolean whole = random.nextBoolean() && market.book().count(hitsBid) > FEWEST_LEVELS;
        BigDecimal traded = whole ? best.getValue() : best.getValue().min(size(1));
        market.change(new Change(hitsBid, best.getKey(), best.getValue().subtract(traded)));
        market.trade(millis, best.getKey(), traded, hitsBid);
    }

    private static BigDecimal price(long ticks) {
        return BigDecimal.valueOf(ticks * 10, 2);
    }

    private static BigDecimal size(long lots) {
        return BigDecimal.valueOf(lots, 3);
    }
}
