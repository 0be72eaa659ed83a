package io.faultline.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.book.BookWrites;
import io.faultline.book.OrderBook;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import io.faultline.venue.Decoded;
import io.faultline.venue.binance.BinanceDecoder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One depth frame of 522 characters and 15 levels, from its text to a book of 1 000 levels a side and the best of both
 * sides: our decoder and book, against Gson's tree, {@code BigDecimal} and XChange's book. Two frames take turns, so
 * that every one changes, adds and removes levels. An operation is a frame.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 10)
@Measurement(iterations = 15)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class FrameBenchmark {
    private static final int FRAMES = 20_000;
    private static final int LEVELS = 1_000;

    private static final String[] TEXTS = {
        text(
                "[\"83401.90\",\"8.843\"],[\"83401.80\",\"1.610\"],[\"83401.40\",\"0.000\"],[\"83400.00\",\"12.402\"],"
                        + "[\"83398.70\",\"0.055\"],[\"83390.10\",\"115.863\"],[\"83373.10\",\"12.082\"],[\"83352.60\",\"0.000\"]",
                "[\"83402.00\",\"3.480\"],[\"83402.10\",\"0.031\"],[\"83402.90\",\"0.000\"],[\"83404.50\",\"7.250\"],"
                        + "[\"83410.00\",\"20.006\"],[\"83425.30\",\"0.000\"],[\"83500.00\",\"41.700\"]"),
        text(
                "[\"83401.90\",\"0.000\"],[\"83401.80\",\"2.904\"],[\"83401.40\",\"7.115\"],[\"83400.00\",\"14.038\"],"
                        + "[\"83398.70\",\"0.000\"],[\"83390.10\",\"109.220\"],[\"83373.10\",\"10.640\"],[\"83352.60\",\"1.288\"]",
                "[\"83402.00\",\"0.000\"],[\"83402.10\",\"5.667\"],[\"83402.90\",\"4.301\"],[\"83404.50\",\"0.000\"],"
                        + "[\"83410.00\",\"18.950\"],[\"83425.30\",\"2.744\"],[\"83500.00\",\"39.125\"]")
    };

    private static String text(String bids, String asks) {
        String text = "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1791399961205,"
                + "\"T\":1791399961201,\"s\":\"BTCUSDT\",\"ps\":\"BTCUSDT\",\"st\":1,\"U\":11759030886305,"
                + "\"u\":11759030896477,\"pu\":11759030885985,\"b\":[" + bids + "],\"a\":[" + asks + "]}}";
        if (text.length() != 522) {
            throw new IllegalStateException(text.length() + " characters");
        }
        return text;
    }

    @State(Scope.Thread)
    public static class Ours {
        private final BinanceDecoder decoder = new BinanceDecoder(new BookDelta.Pool(4));
        private final OrderBook book = new OrderBook(new InstrumentId(Venue.BINANCE, "BTCUSDT"));
        private final Consumer<MarketEvent> sink = this::take;
        private final Frame[] frames = new Frame[TEXTS.length];

        public Ours() {
            for (int i = 0; i < TEXTS.length; i++) {
                frames[i] = new Frame(1, "binance", Frame.Kind.WS, "public", "btcusdt@depth@100ms", TEXTS[i]);
            }
            BookWrites.replace(
                    book, new BookSnapshot(book.instrument(), 0, 0, 0, 1, 3, levels(834_019, -1), levels(834_020, 1)));
        }

        private static BookSnapshot.Levels levels(long best, int step) {
            long[] prices = new long[LEVELS];
            long[] sizes = new long[LEVELS];
            for (int i = 0; i < LEVELS; i++) {
                prices[i] = best + (long) step * i;
                sizes[i] = 1_000L + i;
            }
            return new BookSnapshot.Levels(prices, sizes);
        }

        private void take(MarketEvent event) {
            BookDelta delta = (BookDelta) event;
            BookWrites.apply(book, delta);
            delta.release();
        }
    }

    @Benchmark
    public long faultline(Ours ours, ThreadCost cost) {
        long seen = 0;
        cost.begin();
        for (int i = 0; i < FRAMES; i++) {
            if (ours.decoder.decode(ours.frames[i % TEXTS.length], ours.sink) != Decoded.OK) {
                throw new IllegalStateException("not decoded");
            }
            seen += ours.book.bestPrice(Side.BID) + ours.book.bestPrice(Side.ASK);
        }
        cost.end(FRAMES);
        return seen;
    }

    @State(Scope.Thread)
    public static class XChange {
        @SuppressWarnings("JavaUtilDate") // XChange wants one
        private static final Date THEN = new Date(0);

        private final org.knowm.xchange.dto.marketdata.OrderBook book = new org.knowm.xchange.dto.marketdata.OrderBook(
                THEN, orders(OrderType.ASK, 834_020, 1), orders(OrderType.BID, 834_019, -1));

        private static List<LimitOrder> orders(OrderType side, long best, int step) {
            List<LimitOrder> orders = new ArrayList<>();
            for (int i = 0; i < LEVELS; i++) {
                orders.add(
                        order(side, BigDecimal.valueOf(best + (long) step * i, 1), BigDecimal.valueOf(1_000 + i, 3)));
            }
            return orders;
        }

        private static LimitOrder order(OrderType side, BigDecimal price, BigDecimal size) {
            return new LimitOrder(side, size, CurrencyPair.BTC_USDT, "", THEN, price);
        }

        private void apply(OrderType side, JsonArray levels) {
            for (JsonElement element : levels) {
                JsonArray level = element.getAsJsonArray();
                book.update(
                        order(side, level.get(0).getAsBigDecimal(), level.get(1).getAsBigDecimal()));
            }
        }
    }

    @Benchmark
    public int gsonAndXchange(XChange xchange, ThreadCost cost) {
        int seen = 0;
        cost.begin();
        for (int i = 0; i < FRAMES; i++) {
            JsonObject data = JsonParser.parseString(TEXTS[i % TEXTS.length])
                    .getAsJsonObject()
                    .getAsJsonObject("data");
            xchange.apply(OrderType.BID, data.getAsJsonArray("b"));
            xchange.apply(OrderType.ASK, data.getAsJsonArray("a"));
            seen += xchange.book.getBids().get(0).getLimitPrice().signum()
                    + xchange.book.getAsks().get(0).getLimitPrice().signum();
        }
        cost.end(FRAMES);
        return seen;
    }
}
