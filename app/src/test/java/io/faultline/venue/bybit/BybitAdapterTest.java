package io.faultline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter.BookRecovery;
import io.faultline.venue.VenueAdapter.RestPoll;
import io.faultline.venue.VenueAdapter.SocketPlan;
import io.faultline.venue.VenueAdapter.Subscription;
import io.faultline.venue.VenueAdapter.TopicPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BybitAdapterTest {
    private final BybitAdapter adapter = new BybitAdapter(
            new BybitEndpoints(URI.create("http://127.0.0.1:8001"), URI.create("ws://127.0.0.1:8002")));

    @Test
    void asksForEverySymbolByItself() {
        List<SocketPlan> plans = adapter.sockets(List.of("BTCUSDT", "ETHUSDT"));

        assertThat(adapter.venue()).isEqualTo(Venue.BYBIT);
        assertThat(plans).hasSize(1);
        SocketPlan plan = plans.get(0);
        assertThat(plan.name()).isEqualTo("public");
        assertThat(plan.uri()).isEqualTo(URI.create("ws://127.0.0.1:8002/v5/public/linear"));
        assertThat(plan.lifetime()).isEqualTo(Duration.ofHours(23));
        assertThat(plan.subscriptions())
                .extracting(Subscription::text)
                .containsExactly(
                        "{\"req_id\":\"BTCUSDT\",\"op\":\"subscribe\",\"args\":[\"orderbook.1000.BTCUSDT\","
                                + "\"publicTrade.BTCUSDT\",\"tickers.BTCUSDT\",\"allLiquidation.BTCUSDT\"]}",
                        "{\"req_id\":\"ETHUSDT\",\"op\":\"subscribe\",\"args\":[\"orderbook.1000.ETHUSDT\","
                                + "\"publicTrade.ETHUSDT\",\"tickers.ETHUSDT\",\"allLiquidation.ETHUSDT\"]}");
    }

    @Test
    void saysHowLongEachTopicMayBeSilent() {
        assertThat(adapter.sockets(List.of("BTCUSDT")).get(0).topics())
                .containsExactly(
                        new TopicPlan("BTCUSDT", Topic.BOOK, Duration.ofSeconds(5)),
                        new TopicPlan("BTCUSDT", Topic.TRADES, Duration.ofSeconds(60)),
                        new TopicPlan("BTCUSDT", Topic.MARK, Duration.ofSeconds(10)),
                        new TopicPlan("BTCUSDT", Topic.FUNDING, Duration.ZERO),
                        new TopicPlan("BTCUSDT", Topic.OPEN_INTEREST, Duration.ZERO),
                        new TopicPlan("BTCUSDT", Topic.LIQUIDATIONS, Duration.ZERO));
    }

    @Test
    void spreadsManySymbolsOverMoreSockets() {
        List<String> symbols =
                IntStream.range(0, 61).mapToObj(i -> "S" + i + "USDT").toList();

        List<SocketPlan> plans = adapter.sockets(symbols);

        assertThat(plans).extracting(SocketPlan::name).containsExactly("public", "public-2");
        assertThat(plans.get(0).subscriptions()).hasSize(60);
        assertThat(plans.get(1).subscriptions()).hasSize(1);
    }

    @Test
    void asksForWhatTheSocketDoesNotBring() {
        String root = "http://127.0.0.1:8001/v5/market/";

        assertThat(adapter.instruments().uri())
                .isEqualTo(URI.create(root + "instruments-info?category=linear&limit=1000"));
        assertThat(adapter.recoverBook("BTCUSDT", 1))
                .isEqualTo(new BookRecovery.Resubscribe(List.of(
                        "{\"req_id\":\"off.orderbook.1000.BTCUSDT\",\"op\":\"unsubscribe\","
                                + "\"args\":[\"orderbook.1000.BTCUSDT\"]}",
                        "{\"req_id\":\"orderbook.1000.BTCUSDT\",\"op\":\"subscribe\","
                                + "\"args\":[\"orderbook.1000.BTCUSDT\"]}")));
        assertThat(adapter.serverTime().uri()).isEqualTo(URI.create(root + "time"));
        List<RestPoll> polls = adapter.polls("BTCUSDT");
        assertThat(polls)
                .extracting(poll -> poll.request().uri())
                .containsExactly(
                        URI.create(root + "open-interest?category=linear&symbol=BTCUSDT&intervalTime=5min&limit=200"),
                        URI.create(root + "open-interest?category=linear&symbol=BTCUSDT&intervalTime=1h&limit=200"),
                        URI.create(root + "funding/history?category=linear&symbol=BTCUSDT&limit=200"),
                        URI.create(root + "funding/history?category=linear&symbol=BTCUSDT&limit=2"),
                        URI.create(root + "risk-limit?category=linear&symbol=BTCUSDT"));
        assertThat(polls)
                .extracting(RestPoll::every)
                .containsExactly(
                        Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10), Duration.ofDays(1));
    }

    @Test
    void readsTheVenuesClock() {
        assertThat(
                        adapter.serverMillis(
                                "{\"retCode\":0,\"result\":{\"timeSecond\":\"1688639403\",\"timeNano\":\"1688639403423213947\"}}"))
                .hasValue(1_688_639_403_423L);
        assertThat(adapter.serverMillis("{\"retCode\":10016,\"result\":{}}")).isEmpty();
        assertThat(adapter.serverMillis("<html>")).isEmpty();
    }

    @Test
    void goesOnToTheNextPageOfTheListOfInstruments() {
        assertThat(adapter.nextInstruments("{\"retCode\":0,\"result\":{\"list\":[],\"nextPageCursor\":\"a%b=1\"}}"))
                .hasValueSatisfying(request -> assertThat(request.uri())
                        .hasToString("http://127.0.0.1:8001/v5/market/instruments-info?category=linear&limit=1000"
                                + "&cursor=a%25b%3D1"));
        assertThat(adapter.nextInstruments("{\"retCode\":0,\"result\":{\"nextPageCursor\":\"\"}}"))
                .isEmpty();
        assertThat(adapter.nextInstruments("<html>")).isEmpty();
    }

    @Test
    void tellsHowMuchOfTheLimitIsUsed() {
        assertThat(adapter.usedShare(Map.of("x-bapi-limit", "50", "x-bapi-limit-status", "10")))
                .isCloseTo(0.8, within(1e-9));
        assertThat(adapter.usedShare(Map.of("x-bapi-limit", "x"))).isZero();
    }
}
