package io.faultline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueAdapter.BookRecovery;
import io.faultline.venue.VenueAdapter.KeepAlive;
import io.faultline.venue.VenueAdapter.SocketPlan;
import io.faultline.venue.VenueAdapter.Subscription;
import io.faultline.venue.VenueAdapter.TopicPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DydxAdapterTest {
    private final DydxAdapter adapter =
            new DydxAdapter(new DydxEndpoints(URI.create("http://127.0.0.1:8001"), URI.create("ws://127.0.0.1:8002")));

    @Test
    void asksForEachChannelByItself() {
        SocketPlan plan = adapter.sockets(List.of("BTC-USD")).get(0);

        assertThat(adapter.venue()).isEqualTo(Venue.DYDX);
        assertThat(plan.name()).isEqualTo("public");
        assertThat(plan.uri()).isEqualTo(URI.create("ws://127.0.0.1:8002/v4/ws"));
        assertThat(plan.keepAlive()).isEqualTo(KeepAlive.NONE);
        assertThat(adapter.limits().framesPerSecond()).isEqualTo(2);
        assertThat(plan.subscriptions())
                .containsExactly(
                        new Subscription(
                                "v4_markets", "{\"type\":\"subscribe\",\"channel\":\"v4_markets\",\"batched\":false}"),
                        new Subscription(
                                "v4_orderbook:BTC-USD",
                                "{\"type\":\"subscribe\",\"channel\":\"v4_orderbook\",\"id\":\"BTC-USD\",\"batched\":false}"),
                        new Subscription(
                                "v4_trades:BTC-USD",
                                "{\"type\":\"subscribe\",\"channel\":\"v4_trades\",\"id\":\"BTC-USD\",\"batched\":false}"));
        assertThat(plan.topics())
                .contains(
                        new TopicPlan("BTC-USD", Topic.BOOK, Duration.ofSeconds(30)),
                        new TopicPlan("BTC-USD", Topic.MARK, Duration.ofSeconds(60)),
                        new TopicPlan("BTC-USD", Topic.LIQUIDATIONS, Duration.ZERO));
    }

    @Test
    void asksForTheMarketsOnTheFirstSocketOnly() {
        List<SocketPlan> plans = adapter.sockets(
                IntStream.range(0, 11).mapToObj(i -> "S" + i + "-USD").toList());

        assertThat(plans).extracting(SocketPlan::name).containsExactly("public", "public-2");
        assertThat(plans.get(0).topics()).contains(new TopicPlan("S10-USD", Topic.MARK, Duration.ofSeconds(60)));
        assertThat(plans.get(1).subscriptions())
                .extracting(Subscription::id)
                .containsExactly("v4_orderbook:S10-USD", "v4_trades:S10-USD");
    }

    @Test
    void takesItsDollarForTheOthers() {
        assertThat(adapter.canonical("BTC-USD")).isEqualTo("BTCUSDT");
        assertThat(adapter.spelled("BTCUSDT")).isEqualTo("BTC-USD");
        assertThat(adapter.canonical("BTC-EUR")).isEqualTo("BTC-EUR");
        assertThat(adapter.spelled("BTCUSDC")).isEqualTo("BTCUSDC");
    }

    @Test
    void getsABookOnlyOnANewConnection() {
        assertThat(adapter.recoverBook("BTC-USD", 1)).isEqualTo(new BookRecovery.Reconnect());
    }

    @Test
    void asksForWhatTheSocketDoesNotBring() {
        String root = "http://127.0.0.1:8001/v4/";

        assertThat(adapter.instruments().uri()).isEqualTo(URI.create(root + "perpetualMarkets"));
        assertThat(adapter.serverTime().uri()).isEqualTo(URI.create(root + "time"));
        assertThat(adapter.polls("BTC-USD"))
                .extracting(poll -> poll.request().uri())
                .containsExactly(
                        URI.create(root + "candles/perpetualMarkets/BTC-USD?resolution=5MINS&limit=100"),
                        URI.create(root + "historicalFunding/BTC-USD?limit=100"),
                        URI.create(root + "historicalFunding/BTC-USD?limit=2"));
    }

    @Test
    void readsTheVenuesClock() {
        assertThat(adapter.serverMillis("{\"iso\":\"2026-09-21T14:13:20.123Z\",\"epoch\":1790000000.123}"))
                .hasValue(1_790_000_000_123L);
        assertThat(adapter.serverMillis("{\"errors\":[]}")).isEmpty();
        assertThat(adapter.serverMillis("<html>")).isEmpty();
    }

    @Test
    void sortsAnswers() {
        assertThat(verdict(200, "{\"markets\":{}}")).isEqualTo(new RestVerdict.Accepted());
        assertThat(verdict(200, "<html>sign in</html>"))
                .isEqualTo(new RestVerdict.Failed("HTTP 200: <html>sign in</html>"));
        assertThat(verdict(400, "{\"errors\":[{\"msg\":\"ticker must be a valid ticker\",\"param\":\"ticker\"}]}"))
                .isEqualTo(new RestVerdict.Refused("HTTP 400: ticker must be a valid ticker"));
        assertThat(verdict(403, "")).isEqualTo(new RestVerdict.Blocked("HTTP 403"));
        assertThat(verdict(451, "")).isEqualTo(new RestVerdict.Blocked("HTTP 451"));
        assertThat(verdict(503, "")).isEqualTo(new RestVerdict.Maintenance("HTTP 503"));
        assertThat(verdict(408, "")).isEqualTo(new RestVerdict.Failed("HTTP 408"));
        assertThat(verdict(429, "slow down"))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(10), "HTTP 429: slow down"));
        assertThat(adapter.judge(429, Map.of("retry-after", "7"), ""))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(7), "HTTP 429"));
    }

    private RestVerdict verdict(int status, String body) {
        return adapter.judge(status, Map.of(), body);
    }
}
