package io.faultline.bench;

import io.faultline.Captures;
import io.faultline.book.BinanceDepthCapture;
import io.faultline.book.BookWrites;
import io.faultline.book.OrderBook;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.MarketEvent;
import io.faultline.market.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All depth updates of the BTCUSDT capture into a book that begins with the capture's snapshot, and the best of both
 * sides read after each: ours, two sorted maps, XChange's. What each needs is built beforehand; an operation is the
 * change of one level.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 8)
@Measurement(iterations = 12)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class BookBenchmark {
    /** The capture's changes that follow its snapshot. */
    public static class Changes {
        final BookSnapshot snapshot;
        final List<BookDelta> deltas = new ArrayList<>();
        final long levels;

        Changes() {
            List<MarketEvent.OfInstrument> events =
                    BinanceDepthCapture.read(Captures.btcusdt()).events();
            snapshot = events.stream()
                    .filter(BookSnapshot.class::isInstance)
                    .map(BookSnapshot.class::cast)
                    .findFirst()
                    .orElseThrow();
            for (MarketEvent event : events) {
                if (event instanceof BookDelta delta && delta.lastId() >= snapshot.lastId()) {
                    deltas.add(delta);
                }
            }
            levels = deltas.stream().mapToLong(BookDelta::count).sum();
        }
    }

    @State(Scope.Thread)
    public static class Ours {
        private final Changes changes = new Changes();
        private final OrderBook book = new OrderBook(changes.snapshot.instrument());

        @Setup(Level.Invocation)
        public void begin() {
            BookWrites.replace(book, changes.snapshot);
        }
    }

    @Benchmark
    public long faultline(Ours ours, ThreadCost cost) {
        long seen = 0;
        OrderBook book = ours.book;
        cost.begin();
        for (BookDelta delta : ours.changes.deltas) {
            BookWrites.apply(book, delta);
            seen += book.bestPrice(Side.BID) + book.bestPrice(Side.ASK);
        }
        cost.end(ours.changes.levels);
        return seen;
    }

    @State(Scope.Thread)
    public static class Maps {
        private final Changes changes = new Changes();
        private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        private final NavigableMap<Long, Long> asks = new TreeMap<>();

        @Setup(Level.Invocation)
        public void begin() {
            fill(bids, changes.snapshot.bids());
            fill(asks, changes.snapshot.asks());
        }

        private static void fill(NavigableMap<Long, Long> side, BookSnapshot.Levels levels) {
            side.clear();
            for (int i = 0; i < levels.count(); i++) {
                side.put(levels.prices()[i], levels.sizes()[i]);
            }
        }
    }

    @Benchmark
    public long treeMaps(Maps maps, ThreadCost cost) {
        long seen = 0;
        cost.begin();
        for (BookDelta delta : maps.changes.deltas) {
            apply(delta, maps.bids, maps.asks);
            seen += maps.bids.firstKey() + maps.asks.firstKey();
        }
        cost.end(maps.changes.levels);
        return seen;
    }

    static void apply(BookDelta delta, NavigableMap<Long, Long> bids, NavigableMap<Long, Long> asks) {
        for (int i = 0; i < delta.count(); i++) {
            NavigableMap<Long, Long> side = i < delta.bidCount() ? bids : asks;
            if (delta.size(i) == 0) {
                side.remove(delta.price(i));
            } else {
                side.put(delta.price(i), delta.size(i));
            }
        }
    }

    @State(Scope.Thread)
    public static class XChange {
        @SuppressWarnings("JavaUtilDate") // XChange wants one
        private static final Date THEN = new Date(0);

        private final Changes changes = new Changes();
        private final List<List<LimitOrder>> updates = new ArrayList<>();
        private org.knowm.xchange.dto.marketdata.OrderBook book =
                new org.knowm.xchange.dto.marketdata.OrderBook(THEN, List.of(), List.of());

        public XChange() {
            for (BookDelta delta : changes.deltas) {
                List<LimitOrder> orders = new ArrayList<>();
                for (int i = 0; i < delta.count(); i++) {
                    orders.add(order(
                            i < delta.bidCount() ? OrderType.BID : OrderType.ASK,
                            BigDecimal.valueOf(delta.price(i), delta.priceScale()),
                            BigDecimal.valueOf(delta.size(i), delta.sizeScale())));
                }
                updates.add(orders);
            }
        }

        @Setup(Level.Invocation)
        public void begin() {
            book = new org.knowm.xchange.dto.marketdata.OrderBook(
                    THEN,
                    orders(OrderType.ASK, changes.snapshot.asks()),
                    orders(OrderType.BID, changes.snapshot.bids()));
        }

        private List<LimitOrder> orders(OrderType side, BookSnapshot.Levels levels) {
            List<LimitOrder> orders = new ArrayList<>();
            for (int i = 0; i < levels.count(); i++) {
                orders.add(order(
                        side,
                        BigDecimal.valueOf(levels.prices()[i], changes.snapshot.priceScale()),
                        BigDecimal.valueOf(levels.sizes()[i], changes.snapshot.sizeScale())));
            }
            return orders;
        }

        private static LimitOrder order(OrderType side, BigDecimal price, BigDecimal size) {
            return new LimitOrder(side, size, CurrencyPair.BTC_USDT, "", THEN, price);
        }
    }

    @Benchmark
    public BigDecimal xchange(XChange xchange, ThreadCost cost) {
        BigDecimal seen = BigDecimal.ZERO;
        cost.begin();
        for (List<LimitOrder> update : xchange.updates) {
            for (LimitOrder order : update) {
                xchange.book.update(order);
            }
            seen = xchange.book
                    .getBids()
                    .get(0)
                    .getLimitPrice()
                    .max(xchange.book.getAsks().get(0).getLimitPrice());
        }
        cost.end(xchange.changes.levels);
        return seen;
    }
}
