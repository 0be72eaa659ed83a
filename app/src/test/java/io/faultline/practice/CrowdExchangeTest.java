package io.faultline.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A market of traders as its venues tell of it: the past by request, the present on sockets, and both the same. */
@Timeout(60)
class CrowdExchangeTest {
    private static final long START = 1_767_268_800_000L - 90_000; // not on a minute
    private static final long MINUTE = 60_000;

    private final AtomicLong clock = new AtomicLong(START);
    private final PracticeExchange exchange;

    CrowdExchangeTest() throws IOException {
        exchange =
                PracticeExchange.stepped(PracticeSettings.of(3, List.of(Venue.values()), List.of("BTCUSDT", "ETHUSDT"))
                        .withClock(clock::get)
                        .withCrowd(2));
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private void run(long millis) {
        for (long left = millis; left > 0; left -= 100) {
            clock.addAndGet(100);
            exchange.advance();
            while (exchange.deliver()) {
                // all of it
            }
        }
    }

    private JsonElement get(Venue venue, String path) throws Exception {
        return JsonParser.parseString(
                Client.get(URI.create(exchange.rest(venue) + path)).body());
    }

    private JsonArray minutes(long from, long to) throws Exception {
        return get(
                        Venue.BINANCE,
                        "/fapi/v1/klines?symbol=BTCUSDT&interval=1m&limit=1500&startTime=" + from + "&endTime=" + to)
                .getAsJsonArray();
    }

    @Test
    void thePastAndTheLiveMarketAreOneRowOfMinutes() throws Exception {
        exchange.begin("BTCUSDT");
        run(3 * MINUTE);
        JsonArray bars = minutes(START - 60 * MINUTE, clock.get());
        assertThat(bars.size()).isEqualTo(63);
        for (int i = 1; i < bars.size(); i++) {
            JsonArray before = bars.get(i - 1).getAsJsonArray();
            JsonArray bar = bars.get(i).getAsJsonArray();
            assertThat(bar.get(0).getAsLong()).isEqualTo(before.get(0).getAsLong() + MINUTE);
            // the past is made in coarser steps than the market
            boolean live = bar.get(0).getAsLong() >= START - MINUTE;
            assertThat(bar.get(1).getAsDouble() / before.get(4).getAsDouble())
                    .isCloseTo(1, within(live ? 0.0005 : 0.01));
            assertThat(bar.get(5).getAsDouble()).isPositive();
        }
        double interestThen = interestAt(START / (5 * MINUTE) * 5 * MINUTE);
        double interestNow = get(Venue.BINANCE, "/fapi/v1/openInterest?symbol=BTCUSDT")
                .getAsJsonObject()
                .get("openInterest")
                .getAsDouble();
        assertThat(interestNow / interestThen).isCloseTo(1, within(0.02));
    }

    private double interestAt(long millis) throws Exception {
        return get(
                        Venue.BINANCE,
                        "/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&startTime=" + millis + "&endTime="
                                + millis)
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("sumOpenInterest")
                .getAsDouble();
    }

    @Test
    void anHourIsItsMinutes() throws Exception {
        long hour = (START / 3_600_000 - 1) * 3_600_000;
        JsonArray minutes = minutes(hour, hour + 59 * MINUTE);
        JsonArray bar = get(
                        Venue.BINANCE,
                        "/fapi/v1/klines?symbol=BTCUSDT&interval=1h&startTime=" + hour + "&endTime=" + hour)
                .getAsJsonArray()
                .get(0)
                .getAsJsonArray();
        assertThat(minutes.size()).isEqualTo(60);
        double volume = 0;
        double high = 0;
        for (JsonElement minute : minutes) {
            volume += minute.getAsJsonArray().get(5).getAsDouble();
            high = Math.max(high, minute.getAsJsonArray().get(2).getAsDouble());
        }
        assertThat(bar.get(5).getAsDouble()).isCloseTo(volume, within(0.05));
        assertThat(bar.get(2).getAsDouble()).isEqualTo(high);
    }

    @Test
    void socketsAndRequestsSayTheSame() throws Exception {
        try (Client binance = new Client(exchange.websocket(Venue.BINANCE).resolve("/market/stream"));
                Client bybit = new Client(exchange.websocket(Venue.BYBIT).resolve("/v5/public/linear"))) {
            binance.say("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@markPrice@1s\"],\"id\":7}");
            bybit.say("{\"req_id\":\"1\",\"op\":\"subscribe\",\"args\":[\"tickers.BTCUSDT\"]}");
            Client.until(() -> {
                run(100);
                return !bybit.heard().isEmpty();
            });
            run(MINUTE);
            JsonObject mark = data(newest(binance, "markPriceUpdate"));
            JsonObject premium =
                    get(Venue.BINANCE, "/fapi/v1/premiumIndex?symbol=BTCUSDT").getAsJsonObject();
            assertThat(mark.get("p").getAsDouble() / premium.get("markPrice").getAsDouble())
                    .isCloseTo(1, within(0.001));
            assertThat(mark.get("r").getAsString())
                    .isEqualTo(premium.get("lastFundingRate").getAsString());
            assertThat(mark.get("T").getAsLong())
                    .isEqualTo(premium.get("nextFundingTime").getAsLong());
            String told = newest(bybit, "singleOpenInterest\":");
            JsonObject ticker = get(Venue.BYBIT, "/v5/market/tickers?category=linear&symbol=BTCUSDT")
                    .getAsJsonObject()
                    .getAsJsonObject("result")
                    .getAsJsonArray("list")
                    .get(0)
                    .getAsJsonObject();
            assertThat(data(told).get("singleOpenInterest").getAsDouble())
                    .isCloseTo(ticker.get("singleOpenInterest").getAsDouble(), within(1.0));
        }
    }

    private static String newest(Client client, String like) {
        List<String> heard =
                client.heard().stream().filter(text -> text.contains(like)).toList();
        return heard.get(heard.size() - 1);
    }

    private static JsonObject data(String text) {
        return JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("data");
    }

    @Test
    void eachVenueTellsOfLiquidationsInItsOwnWay() {
        exchange.begin("BTCUSDT");
        try (Client binance = client(Venue.BINANCE, "/market/stream");
                Client bybit = client(Venue.BYBIT, "/v5/public/linear");
                Client okx = client(Venue.OKX, "/ws/v5/public");
                Client bitget = client(Venue.BITGET, "/v3/ws/public");
                Client dydx = client(Venue.DYDX, "/v4/ws")) {
            binance.say("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@forceOrder\"],\"id\":7}");
            bybit.say("{\"req_id\":\"1\",\"op\":\"subscribe\",\"args\":[\"allLiquidation.BTCUSDT\"]}");
            okx.say("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}]}");
            bitget.say("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"usdt-futures\",\"topic\":\"liquidation\"}]}");
            dydx.say("{\"type\":\"subscribe\",\"channel\":\"v4_trades\",\"id\":\"BTC-USD\"}");
            for (Venue venue : Venue.values()) {
                long ticks =
                        exchange.crowd("BTCUSDT", crowd -> crowd.book(venue).best(io.faultline.market.Side.BID));
                exchange.crowd("BTCUSDT", crowd -> {
                    crowd.addPositions(venue, PositionSide.LONG, ticks, 2e6, 50, 20);
                    return crowd;
                });
            }
            run(1_000);
            exchange.crowd("BTCUSDT", crowd -> {
                crowd.push(-0.04, 10_000);
                return crowd;
            });
            run(30_000);
            assertThat(binance.untilHeard(text -> text.contains("forceOrder") && text.contains("SELL")))
                    .contains("\"o\":\"LIMIT\"");
            bybit.untilHeard(text -> text.contains("allLiquidation") && text.contains("\"S\":\"Buy\""));
            okx.untilHeard(text -> text.contains("posSide\":\"long\"") && text.contains("side\":\"sell\""));
            bitget.untilHeard(text -> text.contains("liquidation") && text.contains("\"side\":\"buy\""));
            dydx.untilHeard(text -> text.contains("LIQUIDATED") && text.contains("SELL"));
        }
    }

    private Client client(Venue venue, String path) {
        return new Client(exchange.websocket(venue).resolve(path));
    }

    @Test
    void aSymbolThatNobodyAsksAboutCostsNothingAndBeginsWhenSomebodyDoes() throws Exception {
        run(1_000);
        String overview = "/fapi/v1/openInterest?symbol=ETHUSDT";
        double roughly = get(Venue.BINANCE, overview)
                .getAsJsonObject()
                .get("openInterest")
                .getAsDouble();
        assertThat(roughly).isPositive();
        JsonObject depth = get(Venue.BINANCE, "/fapi/v1/depth?symbol=ETHUSDT").getAsJsonObject();
        assertThat(depth.getAsJsonArray("bids").size()).isGreaterThan(50);
        double price =
                depth.getAsJsonArray("bids").get(0).getAsJsonArray().get(0).getAsDouble();
        assertThat(price).isBetween(1_500.0, 6_000.0);
    }
}
