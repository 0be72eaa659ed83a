package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.BookDelta;
import io.faultline.market.Side;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private final OrderBook book = new OrderBook(Books.BTCUSDT);

    @Test
    void isEmptyAtFirst() {
        assertThat(book.isEmpty(Side.BID)).isTrue();
        assertThat(book.levels(Side.ASK)).isZero();
        assertThat(book.crossed()).isFalse();
        assertThat(book.sizeAt(Side.BID, 100)).isZero();
        assertThat(book.copyLevels(Side.BID, 0, 5, new long[5], new long[5])).isZero();
        assertThatThrownBy(() -> book.bestPrice(Side.BID)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhetherTheBestMoved() throws UnusableLevelsException {
        assertThat(bid(100, 5)).isTrue();
        assertThat(bid(99, 5)).isFalse();
        assertThat(bid(100, 6)).isTrue();
        assertThat(bid(100, 6)).isFalse();
        assertThat(bid(98, 0)).isFalse();
        assertThat(bid(100, 0)).isTrue();
        assertThat(book.bestPrice(Side.BID)).isEqualTo(99);
        assertThat(book.bestSize(Side.BID)).isEqualTo(5);
    }

    @Test
    void removesLevelWhenSizeIsZero() throws UnusableLevelsException {
        snapshot();
        bid(99, 0);
        bid(12_345, 0);
        assertThat(Books.listing(book)).isEqualTo("10 0.005\n9.5 0.007\n10.1 0.004\n10.3 0.002\n");
        bid(100, 0);
        bid(95, 0);
        assertThat(book.isEmpty(Side.BID)).isTrue();
    }

    @Test
    void keepsABidFarFromThePriceAndFindsItWhenTheRestIsGone() throws UnusableLevelsException {
        bid(830_000, 5);
        bid(10_000, 7);
        bid(1, 9);
        bid(830_000, 0);
        assertThat(Books.best(book, Side.BID)).isEqualTo("1000 x 0.007 ");
        bid(10_000, 0);
        assertThat(Books.best(book, Side.BID)).isEqualTo("0.1 x 0.009 ");
    }

    @Test
    void copiesLevelsBestFirstWithinALimitAndANumber() throws UnusableLevelsException {
        snapshot();
        long[] prices = new long[10];
        long[] sizes = new long[10];
        assertThat(book.copyLevels(Side.BID, 99, 10, prices, sizes)).isEqualTo(2);
        assertThat(prices).startsWith(100, 99);
        assertThat(sizes).startsWith(5, 3);
        assertThat(book.copyLevels(Side.BID, 1, 1, prices, sizes)).isEqualTo(1);
        assertThat(book.copyLevels(Side.ASK, 102, 10, prices, sizes)).isEqualTo(1);
        assertThat(book.copyLevels(Side.ASK, 100, 10, prices, sizes)).isZero();
        assertThat(book.copyLevels(Side.ASK, Long.MAX_VALUE, 10, prices, sizes)).isEqualTo(2);
        assertThat(prices).startsWith(101, 103);
    }

    @Test
    void showsEveryLevelOnceHoweverManyThereAre() throws UnusableLevelsException {
        long[] last = {Long.MAX_VALUE, 0};
        for (int i = 1; i <= 2_000; i++) {
            bid(i * 37L, i);
        }
        book.forEach(Side.BID, (price, size) -> {
            assertThat(price).isLessThan(last[0]).isEqualTo(size * 37);
            last[0] = price;
            last[1]++;
        });
        assertThat(last[1]).isEqualTo(2_000);
    }

    @Test
    void widensExactlyForAChangeWithMoreDecimals() throws UnusableLevelsException {
        snapshot();
        change(Side.ASK, 10_075, 3, 1_234_567, 6);
        assertThat(book.priceScale()).isEqualTo(3);
        assertThat(book.sizeScale()).isEqualTo(6);
        bid(100, 8);
        assertThat(Books.listing(book))
                .isEqualTo("10 0.008\n9.9 0.003\n9.5 0.007\n10.075 1.234567\n10.1 0.004\n10.3 0.002\n");
        assertThat(book.knownBidFloor()).isEqualTo(9_500);
    }

    @Test
    void refusesWhatDoesNotFitAndStaysAsItWas() throws UnusableLevelsException {
        snapshot();
        String before = Books.listing(book);
        assertThatThrownBy(() -> bid(0, 1)).isInstanceOf(UnusableLevelsException.class);
        assertThatThrownBy(() -> bid(-5, 1)).hasMessageContaining("price -0.5");
        assertThatThrownBy(() -> bid(5, -1)).hasMessageContaining("size -0.001");
        assertThatThrownBy(() -> change(Side.BID, 5, 18, 5, 3)).hasMessageContaining("18 decimals");
        change(Side.BID, 9_900_000_000_000_000L, 15, 3, 3);
        assertThatThrownBy(() -> bid(Long.MAX_VALUE / 1_000, 1)).isInstanceOf(UnusableLevelsException.class);
        assertThat(Books.listing(book)).isEqualTo(before);
    }

    @Test
    void refusesAChangeWholeWhenOneLevelOfItIsBad() throws UnusableLevelsException {
        snapshot();
        String before = Books.listing(book);
        BookDelta delta = Books.delta(BookDelta.unpooled(), 0, 1, 1, 0);
        delta.addBid(97, 5);
        delta.addAsk(102, -5);
        assertThatThrownBy(() -> book.apply(delta)).isInstanceOf(UnusableLevelsException.class);
        assertThat(Books.listing(book)).isEqualTo(before);
    }

    @Test
    void refusesMoreLevelsThanMemoryIsSetAsideFor() throws UnusableLevelsException {
        BookDelta delta = BookDelta.unpooled();
        long price = 0;
        for (int i = 0; i < 100; i++) {
            delta.begin(Books.BTCUSDT, 0, 0, 1, 1, 0, 1, 3);
            for (int j = 0; j < 2_000; j++) {
                delta.addAsk(price += 17, 1);
            }
            book.apply(delta);
        }
        assertThat(book.levels(Side.ASK)).isEqualTo(200_000);
        delta.begin(Books.BTCUSDT, 0, 0, 1, 1, 0, 1, 3);
        for (int j = 0; j < 100_000; j++) {
            delta.addAsk(price += 17, 1);
        }
        assertThatThrownBy(() -> book.apply(delta)).hasMessageContaining("too many levels");
        assertThat(book.levels(Side.ASK)).isEqualTo(200_000);
        assertThat(Books.best(book, Side.ASK)).isEqualTo("1.7 x 0.001 ");
    }

    @Test
    void knowsTheBookAsFarAsTheSnapshotReaches() throws UnusableLevelsException {
        assertThat(book.knownBidFloor()).isEqualTo(Long.MAX_VALUE);
        assertThat(book.knownAskCeiling()).isZero();
        snapshot();
        assertThat(book.knownBidFloor()).isEqualTo(95);
        assertThat(book.knownAskCeiling()).isEqualTo(103);
        bid(60, 5);
        assertThat(book.knownBidFloor()).isEqualTo(95);
        bid(95, 0);
        assertThat(book.knownBidFloor()).isEqualTo(95);
    }

    @Test
    void knowsFurtherOverPricesSeenWithoutAHole() throws UnusableLevelsException {
        snapshot();
        bid(93, 5);
        bid(92, 5);
        assertThat(book.knownBidFloor()).isEqualTo(95);
        bid(94, 0);
        assertThat(book.knownBidFloor()).isEqualTo(92);
        change(Side.ASK, 104, 1, 0, 3);
        assertThat(book.knownAskCeiling()).isEqualTo(104);
    }

    @Test
    void knowsDownToTheBestWhenThatHasGoneBeyondTheSnapshot() throws UnusableLevelsException {
        snapshot();
        bid(60, 5);
        bid(59, 5);
        bid(57, 5);
        bid(100, 0);
        bid(99, 0);
        bid(95, 0);
        assertThat(book.knownBidFloor()).isEqualTo(59);
    }

    @Test
    void allocatesNothingForAChangeOnceItHasSpread() throws UnusableLevelsException {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long seed = 7;
        Random random = new Random(seed);
        BookDelta[] deltas = new BookDelta[500];
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = Books.delta(BookDelta.unpooled(), 0, 1, 1, 0);
            for (int j = 0; j < 100; j++) {
                deltas[i].addBid(1 + random.nextInt(1 << random.nextInt(1, 24)), random.nextInt(3));
            }
            for (int j = 0; j < 100; j++) {
                deltas[i].addAsk(1 + random.nextInt(1 << random.nextInt(1, 24)), random.nextInt(3));
            }
        }
        for (int pass = 0; pass < 20; pass++) {
            applyAll(deltas);
        }
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        long around = threads.getThreadAllocatedBytes(self) - before;
        before = threads.getThreadAllocatedBytes(self);
        applyAll(deltas);
        assertThat(threads.getThreadAllocatedBytes(self) - before - around)
                .as("bytes for 100 000 changes, seed %d", seed)
                .isZero();
    }

    @Test
    void findsANewStepOfPricesWithoutLosingLevelsOrWhatIsKnown() throws UnusableLevelsException {
        book.replace(Books.snapshot(1, Books.levels(1_000, 5, 990, 3), Books.levels(1_010, 4, 1_030, 2)));
        bid(980, 7);
        assertThat(book.knownBidFloor()).isEqualTo(980);
        bid(983, 1);
        assertThat(book.knownBidFloor())
                .as("980 was not the next tick after all")
                .isEqualTo(990);
        assertThat(Books.listing(book)).isEqualTo("100 0.005\n99 0.003\n98.3 0.001\n98 0.007\n101 0.004\n103 0.002\n");
        bid(1_000, 0);
        assertThat(Books.best(book, Side.BID)).isEqualTo("99 x 0.003 ");
    }

    private void applyAll(BookDelta[] deltas) throws UnusableLevelsException {
        for (BookDelta delta : deltas) {
            book.apply(delta);
        }
    }

    private void snapshot() throws UnusableLevelsException {
        book.replace(Books.snapshot(1, Books.levels(100, 5, 99, 3, 95, 7), Books.levels(101, 4, 103, 2)));
    }

    private boolean bid(long price, long size) throws UnusableLevelsException {
        return change(Side.BID, price, 1, size, 3);
    }

    private boolean change(Side side, long price, int priceScale, long size, int sizeScale)
            throws UnusableLevelsException {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(Books.BTCUSDT, 0, 0, 1, 1, 0, priceScale, sizeScale);
        if (side == Side.BID) {
            delta.addBid(price, size);
        } else {
            delta.addAsk(price, size);
        }
        return book.apply(delta);
    }
}
