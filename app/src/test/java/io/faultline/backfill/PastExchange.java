package io.faultline.backfill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.faultline.venue.RestUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** A market's past on loopback, in the words of Binance and of Bybit. It keeps to their limits, as they do. */
final class PastExchange implements AutoCloseable {
    private static final long FUNDING_MILLIS = 8 * 3_600_000L;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final LongSupplier clockMillis;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();

    /** Paths that answer with a fault. */
    volatile Predicate<String> broken = path -> false;

    /** Paths that are refused for good. */
    volatile Predicate<String> refused = path -> false;

    /** Bars that the venue does not have, by their start. */
    volatile LongPredicate missing = start -> false;

    /** @param clockMillis the venue's, milliseconds since 1970 */
    PastExchange(LongSupplier clockMillis) throws IOException {
        this.clockMillis = clockMillis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Paths with their queries, in the order of asking; the clock's left out. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            RestUrl url = RestUrl.parse(exchange.getRequestURI().toString());
            if (!url.path().endsWith("/time")) {
                asked.add(exchange.getRequestURI().toString());
            }
            int status = 200;
            String body;
            if (broken.test(url.path())) {
                status = 500;
                body = "<html>oops</html>";
            } else if (refused.test(url.path())) {
                status = 400;
                body = "{\"code\":-1130,\"msg\":\"not to be had\"}";
            } else {
                body = body(url);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            underWay.decrementAndGet();
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String body(RestUrl url) {
        return switch (url.path()) {
            case "/fapi/v1/time" -> "{\"serverTime\":" + clockMillis.getAsLong() + "}";
            case "/fapi/v1/klines" -> "[" + binanceBars(url, true) + "]";
            case "/fapi/v1/markPriceKlines" -> "[" + binanceBars(url, false) + "]";
            case "/futures/data/openInterestHist" ->
                "["
                        + rows(
                                span(url, "period", "startTime", "endTime"),
                                500,
                                false,
                                at -> "{\"symbol\":\"BTCUSDT\",\"sumOpenInterest\":\"" + openInterest(at)
                                        + "\",\"timestamp\":" + at + "}")
                        + "]";
            case "/fapi/v1/fundingRate" ->
                "["
                        + rows(
                                funding(url),
                                1000,
                                false,
                                at -> "{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"0.0001\",\"fundingTime\":" + at + "}")
                        + "]";
            case "/v5/market/time" ->
                "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"timeSecond\":\"" + clockMillis.getAsLong() / 1000
                        + "\",\"timeNano\":\"" + clockMillis.getAsLong() + "000000\"},\"time\":"
                        + clockMillis.getAsLong()
                        + "}";
            case "/v5/market/kline" -> bybit(bars(url, "start", "end", 1000, "\"1\",\"" + 1_000 + "\""));
            case "/v5/market/mark-price-kline" -> bybit(bars(url, "start", "end", 1000, ""));
            case "/v5/market/open-interest" ->
                bybit(rows(
                        span(url, "intervalTime", "startTime", "endTime"),
                        200,
                        true,
                        at -> "{\"openInterest\":\"" + 2 * openInterest(at) + "\",\"singleOpenInterest\":\""
                                + openInterest(at) + "\",\"timestamp\":\"" + at + "\"}"));
            case "/v5/market/funding/history" ->
                bybit(rows(
                        funding(url),
                        200,
                        true,
                        at -> "{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"0.0002\",\"fundingRateTimestamp\":\"" + at
                                + "\"}"));
            default -> "no such path";
        };
    }

    private static String bybit(String list) {
        return "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"list\":["
                + list + "]},\"time\":1}";
    }

    private String binanceBars(RestUrl url, boolean traded) {
        long length = millis(url.parameter("interval"));
        int limit = Integer.parseInt(url.parameter("limit"));
        return rows(
                span(url, "interval", "startTime", "endTime"),
                limit,
                false,
                at -> "[" + at + "," + prices(at)
                        + ",\"1\"," + (at + length - 1) + ",\"" + (traded ? 1_000 : 0) + "\",7,\"1\",\""
                        + (traded ? 400 : 0)
                        + "\",\"0\"]");
    }

    private String bars(RestUrl url, String from, String to, int most, String more) {
        return rows(
                span(url, "interval", from, to),
                most,
                true,
                at -> "[\"" + at + "\"," + prices(at) + (more.isEmpty() ? "" : "," + more) + "]");
    }

    /** First and last start, and the step between. */
    private record Rows(long first, long last, long step) {}

    private Rows span(RestUrl url, String step, String from, String to) {
        long millis = millis(url.parameter(step));
        long first = -Math.floorDiv(-Long.parseLong(url.parameter(from)), millis) * millis;
        // The bar that has just begun is among them, as with the venues.
        return new Rows(first, Math.min(Long.parseLong(url.parameter(to)), clockMillis.getAsLong()), millis);
    }

    private static Rows funding(RestUrl url) {
        long from = Long.parseLong(url.parameter("startTime"));
        long first = -Math.floorDiv(-from, FUNDING_MILLIS) * FUNDING_MILLIS;
        return new Rows(first, Long.parseLong(url.parameter("endTime")), FUNDING_MILLIS);
    }

    private static long millis(String interval) {
        return switch (interval) {
            case "1m", "1" -> 60_000;
            case "5m", "5", "5min" -> 300_000;
            case "15m", "15", "15min" -> 900_000;
            case "1h", "60" -> 3_600_000;
            default -> throw new IllegalArgumentException(interval);
        };
    }

    /** The newest of them that the limit allows. */
    private String rows(Rows rows, int most, boolean newestFirst, LongFunction<String> row) {
        List<String> texts = new ArrayList<>();
        for (long at = rows.first(); at <= rows.last(); at += rows.step()) {
            if (!missing.test(at)) {
                texts.add(row.apply(at));
            }
        }
        List<String> some = new ArrayList<>(texts.subList(Math.max(0, texts.size() - most), texts.size()));
        if (newestFirst) {
            Collections.reverse(some);
        }
        return String.join(",", some);
    }

    static double open(long at) {
        return 60_000 + at / 60_000 % 500 / 10.0;
    }

    private static String prices(long at) {
        return "\"" + open(at) + "\",\"" + (open(at) + 5) + "\",\"" + (open(at) - 5) + "\",\"" + (open(at) + 1) + "\"";
    }

    static double openInterest(long at) {
        return 1_000 + at / 300_000 % 100;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
