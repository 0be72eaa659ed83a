package io.faultline.feed;

import static io.faultline.feed.Bench.DEPTH;
import static io.faultline.feed.Bench.PUBLIC;
import static io.faultline.feed.Bench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedStatus;
import io.faultline.market.FeedStatus.State;
import io.faultline.market.FrameRefused;
import io.faultline.practice.Faults.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a venue refuses, and what is made of it. */
@Timeout(30)
class RestFaultsTest {
    private static final String SNAPSHOT = "/fapi/v1/depth";
    private static final String TIME = "/fapi/v1/time";
    private static final String ELSEWHERE = "{\"code\":0,\"msg\":\"Service unavailable from a restricted location"
            + " according to 'b. Eligibility' in https://www.binance.com/en/terms.\"}";

    @ParameterizedTest
    @CsvSource({"429, Too many requests", "418, Way too many requests; IP banned"})
    void sendsNothingForAsLongAsTheVenueAsks(int status, String words) throws IOException {
        try (Bench bench = new Bench()) {
            Map<String, String> headers = Map.of("Retry-After", "1");
            String body = "{\"code\":-1003,\"msg\":\"" + words + "\"}";
            bench.exchange.faults().refuse(SNAPSHOT, new Refusal(status, headers, body), 1);
            bench.start();
            until(() -> bench.said("rest", State.LIMITED));
            FeedStatus limited = bench.statuses(State.LIMITED).findFirst().orElseThrow();
            assertThat(limited.detail()).contains(words);
            assertThat(limited.retryAtNanos() - limited.receivedNanos()).isBetween(900_000_000L, 1_100_000_000L);
            assertThat(bench.book.live()).isFalse();
            bench.untilLive();
            long live = bench.events.get(bench.events.size() - 1).receivedNanos();
            assertThat(live).isGreaterThan(limited.retryAtNanos());
            assertThat(bench.requests(SNAPSHOT)).isEqualTo(2);
            bench.assertBookWasAlwaysTrue();
            until(() -> bench.said("rest", State.UP));
        }
    }

    @Test
    void saysThatTheListOfInstrumentsCannotBeReadAndReadsItAgain() throws IOException {
        try (Bench bench = new Bench()) {
            bench.exchange.faults().refuse("/fapi/v1/exchangeInfo", new Refusal(200, "{\"symbols\":5}"), 2);
            bench.start();
            until(() -> bench.statuses(State.ERROR)
                    .anyMatch(status -> status.detail().contains("a list of instruments that cannot be read")));
            bench.untilLive();
        }
    }

    @Test
    void stopsWhereItIsNotWelcomeAndTriesAgainOnlyWhenToldTo() throws IOException {
        try (Bench bench = new Bench().live()) {
            for (String path : new String[] {PUBLIC, TIME}) {
                bench.exchange.faults().refuse(path, new Refusal(451, ELSEWHERE), Integer.MAX_VALUE);
            }
            bench.exchange.cut(PUBLIC);
            until(() -> bench.said("public", State.BLOCKED));
            FeedStatus blocked = bench.statuses(State.BLOCKED)
                    .filter(status -> status.connection().equals("public"))
                    .findFirst()
                    .orElseThrow();
            assertThat(blocked.detail()).contains("451", "restricted location");
            assertThat(blocked.retryAtNanos() - blocked.receivedNanos())
                    .isGreaterThan(Duration.ofMinutes(29).toNanos());
            assertThat(bench.book.live()).isFalse();
            assertThat(bench.exchange.clients(Bench.MARKET)).isEqualTo(1);
            long attempts = bench.requests(PUBLIC);

            bench.exchange.faults().accept(PUBLIC);
            bench.exchange.faults().accept(TIME);
            assertThat(bench.requests(PUBLIC)).isEqualTo(attempts);
            bench.feed.retryNow();
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void stopsWhereOnlyTheSocketIsRefused() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.faults().refuse(PUBLIC, new Refusal(451, ELSEWHERE), 1);
            bench.exchange.cut(PUBLIC);
            until(() -> bench.said("public", State.BLOCKED));
            assertThat(bench.said("rest", State.BLOCKED)).isFalse();
            bench.feed.retryNow();
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void saysThatTheVenueIsDownForMaintenanceAndComesBack() throws IOException {
        try (Bench bench = new Bench()) {
            bench.exchange.faults().refuse("/fapi/v1/exchangeInfo", new Refusal(503, "Service Unavailable."), 3);
            bench.start();
            until(() -> bench.said("rest", State.MAINTENANCE));
            bench.untilLive();
            until(() -> bench.said("rest", State.UP));
        }
    }

    @Test
    void givesUpASnapshotThatTricklesInAndAsksAgain() throws IOException {
        try (Bench bench = new Bench()) {
            bench.exchange.faults().trickle(SNAPSHOT, Duration.ofMillis(20));
            bench.start();
            until(() -> bench.said("rest", State.ERROR));
            assertThat(bench.statuses(State.ERROR))
                    .first()
                    .satisfies(status ->
                            assertThat(status.detail()).isEqualTo("127.0.0.1/fapi/v1/depth: no whole answer in time"));
            assertThat(bench.book.live()).isFalse();
            bench.exchange.faults().trickle(SNAPSHOT, Duration.ZERO);
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void asksAgainForASnapshotThatCannotBeRead() throws IOException {
        try (Bench bench = new Bench()) {
            bench.exchange
                    .faults()
                    .refuse(SNAPSHOT, new Refusal(200, "{\"lastUpdateId\":5123107800012,\"bids\":[["), 1);
            bench.start();
            bench.untilLive();
            assertThat(bench.all(FrameRefused.class)).hasSize(1);
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void saysThatAPauseIsOverThoughAnotherRequestFails() throws IOException {
        try (Bench bench = new Bench()) {
            bench.exchange.faults().refuse("/fapi/v1/openInterest", new Refusal(500, "oops"), Integer.MAX_VALUE);
            bench.live();
            until(() -> bench.said("rest", State.ERROR));
            Refusal limited = new Refusal(429, Map.of("Retry-After", "1"), "{\"code\":-1003,\"msg\":\"Too many\"}");
            bench.exchange.faults().refuse(SNAPSHOT, limited, 1);
            bench.exchange.faults().drop(DEPTH, 1);
            until(() -> bench.said("rest", State.LIMITED));
            bench.untilLive();
            until(() -> bench.all(FeedStatus.class)
                            .filter(status -> status.connection().equals("rest"))
                            .reduce((earlier, later) -> later)
                            .orElseThrow()
                            .state()
                    != State.LIMITED);
        }
    }

    @Test
    void goesOnWhenOneKindOfRequestFails() throws IOException {
        try (Bench bench = new Bench()) {
            bench.exchange.faults().refuse("/fapi/v1/openInterest", new Refusal(500, "oops"), Integer.MAX_VALUE);
            bench.live();
            until(() -> bench.requests("/fapi/v1/openInterest") >= 3);
            assertThat(bench.statuses(State.ERROR))
                    .singleElement()
                    .satisfies(status -> assertThat(status.detail()).contains("/fapi/v1/openInterest", "500"));
            bench.exchange.faults().drop(DEPTH, 1);
            until(() -> bench.book.resyncs() == 1);
            bench.untilLive();
        }
    }
}
