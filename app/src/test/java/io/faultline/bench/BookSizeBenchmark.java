package io.faultline.bench;

import io.faultline.book.BookWrites;
import io.faultline.book.OrderBook;
import io.faultline.market.BookDelta;
import io.faultline.market.InstrumentId;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whether a change costs more in a larger book: changes spread evenly over a book of half-filled ticks, half of them
 * removals, so that it keeps its size. An operation is the change of one level.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 8)
@Measurement(iterations = 12)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
@State(Scope.Thread)
public class BookSizeBenchmark {
    private static final int DELTAS = 2_000;
    private static final int CHANGES = 100;
    private static final long MID = 618_000;

    @Param({"100", "1000", "10000"})
    public int levelsPerSide;

    private final BookDelta[] deltas = new BookDelta[DELTAS];
    private final OrderBook book = new OrderBook(new InstrumentId(Venue.BINANCE, "BTCUSDT"));
    private final NavigableMap<Long, Long> bids = new TreeMap<>();
    private final NavigableMap<Long, Long> asks = new TreeMap<>();

    @Setup
    public void prepare() {
        Random random = new Random(levelsPerSide);
        int ticks = levelsPerSide * 2;
        for (int i = 0; i < DELTAS; i++) {
            deltas[i] = BookDelta.unpooled();
            deltas[i].begin(book.instrument(), 0, 0, i, i, i - 1, 1, 3);
            for (int j = 0; j < CHANGES / 2; j++) {
                deltas[i].addBid(MID - random.nextInt(ticks), size(random));
            }
            for (int j = 0; j < CHANGES / 2; j++) {
                deltas[i].addAsk(MID + 1 + random.nextInt(ticks), size(random));
            }
        }
    }

    private static long size(Random random) {
        return random.nextBoolean() ? 0 : 1 + random.nextInt(50_000);
    }

    @Benchmark
    public long faultline(ThreadCost cost) {
        cost.begin();
        for (BookDelta delta : deltas) {
            BookWrites.apply(book, delta);
        }
        cost.end((long) DELTAS * CHANGES);
        return book.levels(Side.BID);
    }

    @Benchmark
    public long treeMaps(ThreadCost cost) {
        cost.begin();
        for (BookDelta delta : deltas) {
            BookBenchmark.apply(delta, bids, asks);
        }
        cost.end((long) DELTAS * CHANGES);
        return bids.size();
    }
}
