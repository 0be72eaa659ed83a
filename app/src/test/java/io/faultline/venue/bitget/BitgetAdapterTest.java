package io.faultline.venue.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter.BookRecovery;
import io.faultline.venue.VenueAdapter.KeepAlive;
import io.faultline.venue.VenueAdapter.RestPoll;
import io.faultline.venue.VenueAdapter.SocketPlan;
import io.faultline.venue.VenueAdapter.Subscription;
import io.faultline.venue.VenueAdapter.TopicPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitgetAdapterTest {
    private final BitgetAdapter adapter = new BitgetAdapter(
            new BitgetEndpoints(URI.create("http://127.0.0.1:8001"), URI.create("ws://127.0.0.1:8002")));

    @Test
    void asksForFiveTopicsAtATime() {
        List<SocketPlan> plans = adapter.sockets(List.of("BTCUSDT", "ETHUSDT"));

        assertThat(adapter.venue()).isEqualTo(Venue.BITGET);
        assertThat(plans).hasSize(1);
        SocketPlan plan = plans.get(0);
        assertThat(plan.name()).isEqualTo("public");
        assertThat(plan.uri()).isEqualTo(URI.create("ws://127.0.0.1:8002/v3/ws/public"));
        assertThat(plan.lifetime()).isEqualTo(Duration.ofHours(23));
        assertThat(plan.keepAlive()).isEqualTo(new KeepAlive("ping", Duration.ofSeconds(30), "pong"));
        assertThat(plan.subscriptions())
                .extracting(Subscription::text)
                .containsExactly(
                        "{\"op\":\"subscribe\",\"args\":[" + arg("books", "BTCUSDT") + ","
                                + arg("publicTrade", "BTCUSDT")
                                + "," + arg("ticker", "BTCUSDT") + "," + arg("books", "ETHUSDT") + ","
                                + arg("publicTrade", "ETHUSDT") + "]}",
                        "{\"op\":\"subscribe\",\"args\":[" + arg("ticker", "ETHUSDT")
                                + ",{\"instType\":\"usdt-futures\",\"topic\":\"liquidation\"}]}");
        assertThat(plan.subscriptions().get(1).parts())
                .containsExactly(
                        new Subscription(
                                "ticker:ETHUSDT", "{\"op\":\"subscribe\",\"args\":[" + arg("ticker", "ETHUSDT") + "]}"),
                        new Subscription(
                                "liquidation",
                                "{\"op\":\"subscribe\",\"args\":[{\"instType\":\"usdt-futures\",\"topic\":\"liquidation\"}]}"));
    }

    private static String arg(String topic, String symbol) {
        return "{\"instType\":\"usdt-futures\",\"topic\":\"" + topic + "\",\"symbol\":\"" + symbol + "\"}";
    }

    @Test
    void saysHowLongEachTopicMayBeSilent() {
        assertThat(adapter.sockets(List.of("BTCUSDT")).get(0).topics())
                .containsExactly(
                        new TopicPlan("BTCUSDT", Topic.BOOK, Duration.ofSeconds(15)),
                        new TopicPlan("BTCUSDT", Topic.TRADES, Duration.ofSeconds(60)),
                        new TopicPlan("BTCUSDT", Topic.MARK, Duration.ofSeconds(10)),
                        new TopicPlan("BTCUSDT", Topic.FUNDING, Duration.ofSeconds(60)),
                        new TopicPlan("BTCUSDT", Topic.OPEN_INTEREST, Duration.ofSeconds(60)),
                        new TopicPlan("BTCUSDT", Topic.LIQUIDATIONS, Duration.ZERO));
    }

    @Test
    void spreadsManySymbolsOverMoreSocketsAndKeepsLiquidationsOnTheFirst() {
        List<String> symbols =
                IntStream.range(0, 13).mapToObj(i -> "S" + i + "USDT").toList();

        List<SocketPlan> plans = adapter.sockets(symbols);

        assertThat(plans).extracting(SocketPlan::name).containsExactly("public", "public-2");
        assertThat(plans.get(0).subscriptions()).hasSizeLessThan(10);
        assertThat(plans.get(0).topics()).contains(new TopicPlan("S12USDT", Topic.LIQUIDATIONS, Duration.ZERO));
        assertThat(plans.get(1).subscriptions())
                .extracting(Subscription::text)
                .noneMatch(text -> text.contains("liquidation"));
    }

    @Test
    void asksForWhatTheSocketDoesNotBring() {
        String root = "http://127.0.0.1:8001/api/v3/market/";

        assertThat(adapter.instruments().uri()).isEqualTo(URI.create(root + "instruments?category=USDT-FUTURES"));
        assertThat(adapter.recoverBook("BTCUSDT", 1))
                .isEqualTo(new BookRecovery.Resubscribe(List.of(
                        "{\"op\":\"unsubscribe\",\"args\":[" + arg("books", "BTCUSDT") + "]}",
                        "{\"op\":\"subscribe\",\"args\":[" + arg("books", "BTCUSDT") + "]}")));
        assertThat(adapter.serverTime().uri()).isEqualTo(URI.create("http://127.0.0.1:8001/api/v3/public/time"));
        assertThat(adapter.polls("BTCUSDT"))
                .extracting(poll -> poll.request().uri())
                .contains(
                        URI.create(root + "current-fund-rate?symbol=BTCUSDT"),
                        URI.create(root + "position-tier?category=USDT-FUTURES&symbol=BTCUSDT"),
                        URI.create(root + "history-fund-rate?category=USDT-FUTURES&symbol=BTCUSDT&cursor=1&limit=100"),
                        URI.create(root + "history-fund-rate?category=USDT-FUTURES&symbol=BTCUSDT&cursor=1&limit=2"));
        assertThat(adapter.polls("BTCUSDT"))
                .extracting(RestPoll::every)
                .contains(Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(10));
    }

    @Test
    void writesNamesInOtherScriptsSoThatAUrlMayHoldThem() {
        assertThat(adapter.polls("币安USDT").get(0).request().uri().toString()).endsWith("symbol=%E5%B8%81%E5%AE%89USDT");
    }

    @Test
    void readsTheVenuesClock() {
        assertThat(
                        adapter.serverMillis(
                                "{\"code\":\"00000\",\"requestTime\":1790000000600,\"data\":{\"serverTime\":\"1790000000599\"}}"))
                .hasValue(1_790_000_000_599L);
        assertThat(adapter.serverMillis("{\"code\":\"00000\",\"requestTime\":1790000000600,\"data\":null}"))
                .hasValue(1_790_000_000_600L);
        assertThat(adapter.serverMillis("{\"code\":\"40034\"}")).isEmpty();
        assertThat(adapter.serverMillis("<html>")).isEmpty();
    }
}
