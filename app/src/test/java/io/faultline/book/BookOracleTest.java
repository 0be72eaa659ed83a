package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BookDelta;
import io.faultline.market.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The book against two sorted maps of decimals, change by change, over seeded markets. */
class BookOracleTest {
    private final OrderBook book = new OrderBook(Books.BTCUSDT);
    private final NaiveBook naive = new NaiveBook();

    @Test
    void equalsTheNaiveBookAfterEachOfAHundredThousandChanges() throws UnusableLevelsException {
        long seed = 20_240_808;
        Random random = new Random(seed);
        long mid = 618_000;
        for (int i = 0; i < 100_000; i++) {
            mid = Math.max(50_000, mid + step(random));
            Side side = random.nextBoolean() ? Side.BID : Side.ASK;
            long distance = distance(random);
            long price = Math.max(1, side == Side.BID ? mid - distance : mid + 1 + distance);
            long size = random.nextInt(10) < 4 ? 0 : 1 + random.nextInt(50_000);
            change(side, price, 1, size, 3);
            if (random.nextInt(20_000) == 0) {
                book.clear();
                naive.clear();
            }
            compare(i, seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void equalsTheNaiveBookWhateverPricesAndScalesCome(long seed) throws UnusableLevelsException {
        Random random = new Random(seed);
        int bits = 1 + random.nextInt(40);
        for (int i = 0; i < 4_000; i++) {
            if (i % 500 == 0) {
                bits = 1 + random.nextInt(40); // from a dense handful of prices to one never seen twice
            }
            Side side = random.nextBoolean() ? Side.BID : Side.ASK;
            int priceScale = random.nextInt(5);
            int sizeScale = random.nextInt(5);
            long price = 1 + (random.nextLong() >>> (Long.SIZE - bits));
            long size = random.nextBoolean() ? 0 : 1 + random.nextInt(1_000_000);
            Map.Entry<BigDecimal, BigDecimal> old = naive.of(side).floorEntry(BigDecimal.valueOf(price, priceScale));
            if (size == 0 && old != null) {
                BigDecimal there = old.getKey();
                change(side, there.unscaledValue().longValueExact(), there.scale(), 0, sizeScale);
            } else {
                change(side, price, priceScale, size, sizeScale);
            }
            compare(i, seed);
        }
    }

    private void change(Side side, long price, int priceScale, long size, int sizeScale)
            throws UnusableLevelsException {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(Books.BTCUSDT, 0, 0, 1, 1, 0, priceScale, sizeScale);
        if (side == Side.BID) {
            delta.addBid(price, size);
        } else {
            delta.addAsk(price, size);
        }
        String before = bests();
        boolean moved = book.apply(delta);
        naive.apply(delta);
        assertThat(moved).as("best moved").isEqualTo(!before.equals(bests()));
    }

    private String bests() {
        return best(Side.BID) + best(Side.ASK);
    }

    private String best(Side side) {
        Map.Entry<BigDecimal, BigDecimal> best = naive.of(side).firstEntry();
        return best == null ? "none " : plain(best.getKey()) + " x " + plain(best.getValue()) + " ";
    }

    private void compare(int change, long seed) {
        for (Side side : Side.values()) {
            assertThat(book.levels(side))
                    .as("levels after change %d, seed %d", change, seed)
                    .isEqualTo(naive.of(side).size());
            assertThat(Books.best(book, side))
                    .as("best after change %d, seed %d", change, seed)
                    .isEqualTo(best(side));
        }
        if (change % 997 == 0) {
            assertThat(Books.listing(book))
                    .as("change %d, seed %d", change, seed)
                    .isEqualTo(naive.listing());
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** A walk that mostly stays and at times jumps as a cascade does. */
    private static long step(Random random) {
        return switch (random.nextInt(1_000)) {
            case 0 -> (long) (random.nextGaussian() * 20_000);
            case 1, 2, 3, 4 -> (long) (random.nextGaussian() * 500);
            default -> random.nextInt(5) - 2;
        };
    }

    /** Ticks from the mid: near as a rule, now and then at the other end of the world. */
    private static long distance(Random random) {
        return random.nextInt(1L << random.nextInt(8) > 100 ? 1 << 23 : 1 << (1 + random.nextInt(12)));
    }
}
