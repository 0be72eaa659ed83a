package io.faultline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter.BookRecovery;
import io.faultline.venue.VenueAdapter.SocketPlan;
import io.faultline.venue.VenueAdapter.Subscription;
import io.faultline.venue.VenueAdapter.TopicPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OkxAdapterTest {
    private final OkxAdapter adapter =
            new OkxAdapter(new OkxEndpoints(URI.create("http://127.0.0.1:8001"), URI.create("ws://127.0.0.1:8002")));

    @Test
    void asksForEverythingOnThePublicSocket() {
        SocketPlan plan = adapter.sockets(List.of("BTC-USDT-SWAP")).get(0);

        assertThat(plan.name()).isEqualTo("public");
        assertThat(plan.uri()).isEqualTo(URI.create("ws://127.0.0.1:8002/ws/v5/public"));
        assertThat(plan.subscriptions())
                .extracting(Subscription::text)
                .containsExactly("{\"id\":\"1\",\"op\":\"subscribe\",\"args\":["
                        + "{\"channel\":\"books\",\"instId\":\"BTC-USDT-SWAP\"},"
                        + "{\"channel\":\"trades\",\"instId\":\"BTC-USDT-SWAP\"},"
                        + "{\"channel\":\"mark-price\",\"instId\":\"BTC-USDT-SWAP\"},"
                        + "{\"channel\":\"funding-rate\",\"instId\":\"BTC-USDT-SWAP\"},"
                        + "{\"channel\":\"open-interest\",\"instId\":\"BTC-USDT-SWAP\"},"
                        + "{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"},"
                        + "{\"channel\":\"index-tickers\",\"instId\":\"BTC-USDT\"},"
                        + "{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},"
                        + "{\"channel\":\"instruments\",\"instType\":\"SWAP\"},"
                        + "{\"channel\":\"status\"}]}");
        assertThat(plan.topics())
                .containsExactly(
                        new TopicPlan("BTC-USDT-SWAP", Topic.BOOK, Duration.ofSeconds(70)),
                        new TopicPlan("BTC-USDT-SWAP", Topic.TRADES, Duration.ofSeconds(60)),
                        new TopicPlan("BTC-USDT-SWAP", Topic.MARK, Duration.ofSeconds(15)),
                        new TopicPlan("BTC-USDT-SWAP", Topic.FUNDING, Duration.ofSeconds(120)),
                        new TopicPlan("BTC-USDT-SWAP", Topic.OPEN_INTEREST, Duration.ofSeconds(30)),
                        new TopicPlan("BTC-USDT-SWAP", Topic.LIQUIDATIONS, Duration.ZERO));
    }

    @Test
    void keepsToTheVenuesLimitsWithManySymbols() {
        List<String> symbols =
                IntStream.range(0, 26).mapToObj(i -> "S" + i + "-USDT-SWAP").toList();

        List<SocketPlan> plans = adapter.sockets(symbols);

        assertThat(plans).extracting(SocketPlan::name).containsExactly("public", "public-2");
        assertThat(plans.get(0).subscriptions().get(0).text()).hasSizeLessThan(64 * 1024);
        assertThat(plans.get(1).subscriptions().get(0).text())
                .contains("S25-USDT-SWAP")
                .doesNotContain("liquidation-orders");
        assertThat(adapter.sockets(List.of())).isEmpty();
    }

    @Test
    void asksForWhatNoSocketCarries() {
        assertThat(adapter.polls("BTC-USDT-SWAP"))
                .extracting(poll -> poll.request().uri().toString() + " " + poll.every())
                .containsExactly(
                        "http://127.0.0.1:8001/api/v5/rubik/stat/contracts/open-interest-history"
                                + "?instId=BTC-USDT-SWAP&period=5m&limit=100 PT0S",
                        "http://127.0.0.1:8001/api/v5/rubik/stat/contracts/open-interest-history"
                                + "?instId=BTC-USDT-SWAP&period=1H&limit=100 PT0S",
                        "http://127.0.0.1:8001/api/v5/public/funding-rate-history?instId=BTC-USDT-SWAP&limit=400 PT0S",
                        "http://127.0.0.1:8001/api/v5/public/position-tiers?instType=SWAP&tdMode=cross"
                                + "&instFamily=BTC-USDT PT24H");
        assertThat(adapter.instruments().uri())
                .isEqualTo(URI.create("http://127.0.0.1:8001/api/v5/public/instruments?instType=SWAP"));
        assertThat(((BookRecovery.Request) adapter.recoverBook("BTC-USDT-SWAP", 2))
                        .request()
                        .uri())
                .isEqualTo(URI.create("http://127.0.0.1:8001/api/v5/market/books?instId=BTC-USDT-SWAP&sz=400"));
        assertThat(adapter.serverTime().uri()).isEqualTo(URI.create("http://127.0.0.1:8001/api/v5/public/time"));
    }

    @Test
    void readsTheVenuesClock() {
        assertThat(adapter.serverMillis("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"1597026383085\"}]}"))
                .hasValue(1_597_026_383_085L);
        assertThat(adapter.serverMillis("{\"code\":\"50011\",\"msg\":\"Too Many Requests\",\"data\":[]}"))
                .isEmpty();
        assertThat(adapter.serverMillis("{\"data\":[{\"ts\":\"soon\"}]}")).isEmpty();
        assertThat(adapter.serverMillis("<html>")).isEmpty();
    }

    @Test
    void isOkxUnlessToldOtherwise() {
        assertThat(adapter.venue()).isEqualTo(Venue.OKX);
        assertThat(new OkxAdapter().sockets(List.of("BTC-USDT-SWAP")).get(0).uri())
                .isEqualTo(URI.create("wss://ws.okx.com:8443/ws/v5/public"));
        assertThat(new OkxAdapter().serverTime().uri()).isEqualTo(URI.create("https://www.okx.com/api/v5/public/time"));
    }
}
