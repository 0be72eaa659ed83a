package io.faultline.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.BookDepth;
import io.faultline.desk.TradedVolume;
import io.faultline.desk.Views;
import io.faultline.ui.paint.BarScale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderRowsTest {
    private static final double TICK = 0.1;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sumsUpWhatANaiveLoopSumsUp(long seed) {
        Random random = new Random(seed);
        long mid = 10_000L + random.nextInt(1000);
        List<long[]> bids = levels(random, mid, -1);
        List<long[]> asks = levels(random, mid + 1, 1);
        Map<Long, long[]> trades = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            trades.put(mid + random.nextInt(800) - 400, new long[] {random.nextInt(5000), random.nextInt(5000)});
        }
        long units = new long[] {1, 2, 5, 10, 20, 50}[random.nextInt(6)];
        long low = mid / units - 20 + random.nextInt(15);
        int count = 10 + random.nextInt(30);

        LadderRows rows = new LadderRows();
        // A larger filling before must leave nothing behind.
        rows.fill(book(bids, asks, 0, Long.MAX_VALUE / 2), Views.traded(1, trades), low - 9, count + 20, 0.1, TICK);
        rows.fill(book(bids, asks, 0, Long.MAX_VALUE / 2), Views.traded(1, trades), low, count, units / 10.0, TICK);

        for (int i = 0; i < count; i++) {
            long from = (low + i) * units;
            long to = from + units;
            assertThat(rows.bid(i)).as("bid %d of seed %d", i, seed).isCloseTo(usd(bids, from, to), within(1e-6));
            assertThat(rows.ask(i)).as("ask %d of seed %d", i, seed).isCloseTo(usd(asks, from, to), within(1e-6));
            assertThat(rows.bought(i))
                    .as("bought %d of seed %d", i, seed)
                    .isCloseTo(usd(trades, from, to, 0), within(1e-6));
            assertThat(rows.sold(i))
                    .as("sold %d of seed %d", i, seed)
                    .isCloseTo(usd(trades, from, to, 1), within(1e-6));
            if (rows.bidSide(i) && !rows.askSide(i)) {
                assertThat(rows.cumulative(i))
                        .as("cum %d of seed %d", i, seed)
                        .isCloseTo(usd(bids, from, Long.MAX_VALUE), within(1e-4));
            }
            if (rows.askSide(i) && !rows.bidSide(i)) {
                assertThat(rows.cumulative(i))
                        .as("cum %d of seed %d", i, seed)
                        .isCloseTo(usd(asks, 0, to), within(1e-4));
            }
        }
    }

    @Test
    void aRowThatTheReachCutsIsNotKnownWhole() {
        BookDepth book = Views.book(new long[][] {{1000, 5}, {950, 5}}, new long[][] {{1001, 5}, {1060, 5}}, 930, 1059);
        LadderRows rows = new LadderRows();

        rows.fill(book, TradedVolume.EMPTY, 90, 20, 1.0, TICK);

        assertThat(rows.bidKnown(3)).as("93.0 to 93.9, seen to its end").isTrue();
        assertThat(rows.bidKnown(2)).as("92.0 to 92.9").isFalse();
        assertThat(rows.askKnown(15)).as("105.0 to 105.9, seen to its end").isTrue();
        assertThat(rows.askKnown(16)).as("106.0 to 106.9").isFalse();
        assertThat(rows.bidBetween(2, 5)).isEqualTo(new Seen(rows.bid(5), false));
        assertThat(rows.bidBetween(3, 10).all()).isTrue();
        assertThat(rows.bidBetween(3, 10).usd()).isCloseTo(5 / 1000.0 * (100 + 95), within(1e-9));
    }

    @Test
    void whatIsSeenBeyondTheReachIsALowerBound() {
        BookDepth book = Views.book(new long[][] {{1000, 5}, {915, 7}}, new long[][] {{1001, 5}, {1080, 9}}, 930, 1059);
        LadderRows rows = new LadderRows();

        rows.fill(book, TradedVolume.EMPTY, 90, 20, 1.0, TICK);

        assertThat(rows.bidKnown(1)).isFalse();
        assertThat(rows.bid(1)).isCloseTo(0.6405, within(1e-9));
        assertThat(rows.cumulative(1)).isCloseTo(0.5 + 0.6405, within(1e-9));
        assertThat(rows.askKnown(18)).isFalse();
        assertThat(rows.askBetween(11, 18).all()).isFalse();
        assertThat(rows.askBetween(11, 18).usd()).isCloseTo(0.972, within(1e-9));
    }

    @Test
    void aSideWithoutLevelsTakesNoRow() {
        LadderRows rows = new LadderRows();

        rows.fill(BookDepth.EMPTY, TradedVolume.EMPTY, 90, 5, 1.0, TICK);

        for (int i = 0; i < 5; i++) {
            assertThat(rows.bidSide(i) || rows.askSide(i)).isFalse();
        }
        assertThat(rows.largestBook()).isZero();
    }

    @Test
    void aCoarseRowHoldsBothBestPrices() {
        BookDepth book = Views.book(new long[][] {{1002, 1000}}, new long[][] {{1003, 2000}}, 0, 2000);
        LadderRows rows = new LadderRows();

        rows.fill(book, TradedVolume.EMPTY, 8, 5, 10, TICK);

        assertThat(rows.bid(2)).isCloseTo(100.2, within(1e-9));
        assertThat(rows.ask(2)).isCloseTo(200.6, within(1e-9));
        assertThat(rows.bidSide(2) && rows.askSide(2)).isTrue();
    }

    private static List<long[]> levels(Random random, long from, int step) {
        List<long[]> levels = new ArrayList<>();
        long price = from;
        for (int i = 0; i < 300; i++) {
            levels.add(new long[] {price, 1 + random.nextInt(100_000)});
            price += step * (1L + random.nextInt(4));
        }
        return levels;
    }

    private static BookDepth book(List<long[]> bids, List<long[]> asks, long floor, long ceiling) {
        return Views.book(bids.toArray(new long[0][]), asks.toArray(new long[0][]), floor, ceiling);
    }

    private static double usd(List<long[]> levels, long from, long to) {
        return levels.stream()
                .filter(level -> level[0] >= from && level[0] < to)
                .mapToDouble(level -> level[0] / 10.0 * (level[1] / 1000.0))
                .sum();
    }

    private static double usd(Map<Long, long[]> trades, long from, long to, int side) {
        return trades.entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() < to)
                .mapToDouble(entry -> entry.getKey() / 10.0 * (entry.getValue()[side] / 1000.0))
                .sum();
    }

    @Test
    void addsUpBooksThatReachDifferentlyFarAndSaysWhatNotAllOfThemSee() {
        BookDepth near = Views.book(new long[][] {{1000, 1000}}, new long[][] {{1002, 1000}}, 990, 1011);
        BookDepth far = Views.book(new long[][] {{1001, 2000}, {970, 5000}}, new long[][] {{1001, 2000}}, 960, 1041);
        LadderRows rows = new LadderRows();

        rows.begin(95, 12, 1.0);
        rows.add(near, TradedVolume.EMPTY, TICK);
        rows.add(far, TradedVolume.EMPTY, TICK);
        rows.end();

        assertThat(rows.bid(5)).isCloseTo(100.0 + 2 * 100.1, within(1e-6));
        assertThat(rows.bid(2)).isCloseTo(5 * 97.0, within(1e-6));
        assertThat(rows.bidSide(5) && rows.askSide(5))
                .as("one venue bids what the other asks")
                .isTrue();
        assertThat(rows.cumulative(2)).isCloseTo(100.0 + 2 * 100.1 + 5 * 97.0, within(1e-6));
        assertThat(new boolean[] {rows.bidWhole(5), rows.bidWhole(4), rows.bidWhole(2)})
                .containsExactly(true, true, false);
        assertThat(rows.bidKnown(2)).as("one of the two sees it").isTrue();
        assertThat(rows.bidKnown(0)).isFalse();
    }

    @Test
    void sumsAreLowerBoundsFromTheNearestBooksEndOutwardOnEachSideByItself() {
        BookDepth nearBelow = Views.book(new long[][] {{1000, 1000}}, new long[][] {{1002, 1000}}, 980, 1049);
        BookDepth nearAbove = Views.book(new long[][] {{1000, 2000}}, new long[][] {{1002, 2000}}, 960, 1029);
        LadderRows rows = new LadderRows();

        rows.begin(95, 12, 1.0);
        rows.add(nearBelow, TradedVolume.EMPTY, TICK);
        rows.add(nearAbove, TradedVolume.EMPTY, TICK);
        rows.end();

        for (int i = 0; i <= 5; i++) {
            assertThat(rows.bidWhole(i)).as("bids of %d", 95 + i).isEqualTo(95 + i >= 98);
        }
        for (int i = 5; i < 12; i++) {
            assertThat(rows.askWhole(i)).as("asks of %d", 95 + i).isEqualTo(95 + i <= 102);
        }
        assertThat(rows.bidBetween(3, 5)).isEqualTo(new Seen(300.0, true));
        assertThat(rows.bidBetween(2, 5).text()).isEqualTo("≥300");
        assertThat(rows.askBetween(5, 8).text()).isEqualTo("≥301");
    }

    @Test
    void aBookWithoutBidsLeavesNoRowOfBidsWhole() {
        BookDepth both = Views.book(new long[][] {{1000, 1000}}, new long[][] {{1002, 1000}}, 960, 1049);
        BookDepth asksOnly = Views.book(new long[0][], new long[][] {{1002, 1000}}, 0, 1049);
        LadderRows rows = new LadderRows();

        rows.begin(95, 12, 1.0);
        rows.add(both, TradedVolume.EMPTY, TICK);
        rows.add(asksOnly, TradedVolume.EMPTY, TICK);
        rows.end();

        assertThat(rows.bidWhole(5)).isFalse();
        assertThat(rows.askWhole(5)).isTrue();
    }

    @Test
    void oneHugeLevelDoesNotFlattenTheOthers() {
        long[][] bids = new long[20][];
        for (int i = 0; i < bids.length; i++) {
            bids[i] = new long[] {1000 - 10L * i, i == 7 ? 5_000_000 : 1_000 + i};
        }
        LadderRows rows = new LadderRows();

        rows.fill(Views.book(bids, new long[0][], 0, 0), TradedVolume.EMPTY, 75, 40, 1.0, TICK);

        assertThat(rows.largestBook()).isBetween(80.0, 110.0);
        BarScale scale = new BarScale();
        scale.follow(rows.largestBook(), 1);
        assertThat(scale.clips(rows.bid(1000 / 10 - 7 - 75))).isTrue();
        assertThat(scale.clips(rows.bid(1000 / 10 - 75))).isFalse();
    }
}
