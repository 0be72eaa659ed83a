package io.faultline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinanceAdapterTest {
    private final BinanceAdapter adapter = new BinanceAdapter(
            new BinanceEndpoints(URI.create("http://127.0.0.1:8001"), URI.create("ws://127.0.0.1:8002")));

    @Test
    void takesEachStreamOnThePathThatDeliversIt() {
        List<SocketPlan> plans = adapter.sockets(List.of("BTCUSDT", "ETHUSDT"));

        assertThat(plans).extracting(SocketPlan::name).containsExactly("public", "market");
        assertThat(plans)
                .extracting(SocketPlan::uri)
                .containsExactly(
                        URI.create("ws://127.0.0.1:8002/public/stream"),
                        URI.create("ws://127.0.0.1:8002/market/stream"));
        assertThat(plans.get(0).subscriptions())
                .extracting(Subscription::text)
                .containsExactly(
                        "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@depth@100ms\",\"ethusdt@depth@100ms\"],\"id\":1}");
        assertThat(plans.get(1).subscriptions())
                .extracting(Subscription::text)
                .containsExactly("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\",\"btcusdt@markPrice@1s\","
                        + "\"btcusdt@forceOrder\",\"ethusdt@aggTrade\",\"ethusdt@markPrice@1s\",\"ethusdt@forceOrder\","
                        + "\"!contractInfo\"],\"id\":2}");
        assertThat(plans).extracting(SocketPlan::lifetime).containsOnly(Duration.ofHours(23));
    }

    @Test
    void saysHowLongEachTopicMayBeSilent() {
        List<SocketPlan> plans = adapter.sockets(List.of("BTCUSDT"));

        assertThat(plans.get(0).topics()).containsExactly(new TopicPlan("BTCUSDT", Topic.BOOK, Duration.ofSeconds(5)));
        assertThat(plans.get(1).topics())
                .containsExactly(
                        new TopicPlan("BTCUSDT", Topic.TRADES, Duration.ofSeconds(60)),
                        new TopicPlan("BTCUSDT", Topic.MARK, Duration.ofSeconds(5)),
                        new TopicPlan("BTCUSDT", Topic.FUNDING, Duration.ofSeconds(5)),
                        new TopicPlan("BTCUSDT", Topic.LIQUIDATIONS, Duration.ZERO));
    }

    @Test
    void spreadsManySymbolsOverMoreSockets() {
        List<String> symbols =
                IntStream.range(0, 61).mapToObj(i -> "S" + i + "USDT").toList();

        List<SocketPlan> plans = adapter.sockets(symbols);

        assertThat(plans).extracting(SocketPlan::name).containsExactly("public", "market", "public-2", "market-2");
        assertThat(plans.get(3).subscriptions().get(0).text())
                .contains("s60usdt@aggTrade")
                .endsWith("\"id\":4}");
        assertThat(adapter.sockets(List.of())).isEmpty();
    }

    @Test
    void asksForWhatNoSocketCarries() {
        assertThat(adapter.polls("BTCUSDT"))
                .extracting(RestAsked::of)
                .containsExactly(
                        "/fapi/v1/premiumIndex?symbol=BTCUSDT 1 PT0S",
                        "/fapi/v1/openInterest?symbol=BTCUSDT 1 PT5S",
                        "/fapi/v1/ticker/24hr?symbol=BTCUSDT 1 PT30S",
                        "/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&limit=500 0 PT0S",
                        "/fapi/v1/fundingRate?symbol=BTCUSDT&limit=1000 1 PT0S",
                        "/fapi/v1/fundingRate?symbol=BTCUSDT&limit=2 1 PT10M",
                        "/fapi/v1/fundingInfo 1 PT1H");
        assertThat(adapter.instruments().uri()).isEqualTo(URI.create("http://127.0.0.1:8001/fapi/v1/exchangeInfo"));
        assertThat(adapter.serverTime().uri()).isEqualTo(URI.create("http://127.0.0.1:8001/fapi/v1/time"));
        assertThat(((BookRecovery.Request) adapter.recoverBook("BTCUSDT", 1))
                        .request()
                        .weight())
                .isEqualTo(20);
    }

    private static final class RestAsked {
        static String of(RestPoll poll) {
            return poll.request().uri().toString().substring("http://127.0.0.1:8001".length()) + " "
                    + poll.request().weight() + " " + poll.every();
        }
    }

    @Test
    void survivesSymbolsThatNobodyLists() {
        String odd = "币&\"x y";

        assertThat(((BookRecovery.Request) adapter.recoverBook(odd, 1))
                        .request()
                        .uri()
                        .toString())
                .endsWith("/fapi/v1/depth?symbol=%E5%B8%81%26%22x+y&limit=1000");
        assertThat(adapter.polls(odd)).hasSize(7);
        assertThat(adapter.sockets(List.of(odd)).get(0).subscriptions().get(0).text())
                .contains("\"币&\\\"x y@depth@100ms\"");
    }

    @Test
    void readsTheVenuesClock() {
        assertThat(adapter.serverMillis("{\"serverTime\":1499827319559}")).hasValue(1_499_827_319_559L);
        assertThat(adapter.serverMillis("{\"code\":-1,\"msg\":\"\"}")).isEmpty();
        assertThat(adapter.serverMillis("{\"serverTime\":\"soon\"}")).isEmpty();
        assertThat(adapter.serverMillis("<html>")).isEmpty();
    }

    @Test
    void isBinanceUnlessToldOtherwise() {
        assertThat(adapter.venue()).isEqualTo(Venue.BINANCE);
        assertThat(new BinanceAdapter().sockets(List.of("BTCUSDT")).get(0).uri())
                .isEqualTo(URI.create("wss://fstream.binance.com/public/stream"));
        assertThat(new BinanceAdapter().instruments().uri())
                .isEqualTo(URI.create("https://fapi.binance.com/fapi/v1/exchangeInfo"));
    }
}
