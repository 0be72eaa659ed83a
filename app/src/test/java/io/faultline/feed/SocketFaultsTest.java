package io.faultline.feed;

import static io.faultline.feed.Bench.DEPTH;
import static io.faultline.feed.Bench.MARKET;
import static io.faultline.feed.Bench.PUBLIC;
import static io.faultline.feed.Bench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedStatus;
import io.faultline.market.FeedStatus.State;
import io.faultline.market.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong with a connection: each time the book comes back exact, and was not shown as live meanwhile. */
@Timeout(30)
class SocketFaultsTest {
    @Test
    void comesBackAfterACut() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.cut(PUBLIC);
            until(() -> bench.said("public", State.LOST));
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
            assertThat(bench.statuses(State.LOST))
                    .allSatisfy(status -> assertThat(status.topics()).isEqualTo(Set.of(Topic.BOOK)));
        }
    }

    @Test
    void comesBackAfterAGoodbyeAndKeepsItsWords() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.goodbye(PUBLIC, 1001, "going down for maintenance");
            until(() -> bench.said("public", State.LOST));
            assertThat(bench.statuses(State.LOST))
                    .first()
                    .satisfies(status -> assertThat(status.detail()).isEqualTo("1001 going down for maintenance"));
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void comesBackAfterAResetInTheMiddleOfAFrame() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.reset(PUBLIC);
            until(() -> bench.said("public", State.LOST));
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void keepsTryingWhileNobodyListens() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.refuseConnections();
            bench.exchange.cut(PUBLIC);
            until(() -> bench.statuses(State.LOST).anyMatch(status -> status.attempt() >= 3));
            assertThat(bench.book.live()).isFalse();
            assertThat(bench.statuses(State.LOST).filter(status -> status.attempt() > 0))
                    .allSatisfy(status -> assertThat(status.retryAtNanos()).isPositive());
            bench.exchange.acceptConnections();
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void waitsForAnExchangeThatIsNotThereAtFirst() throws IOException {
        try (Bench bench = new Bench()) {
            bench.exchange.refuseConnections();
            bench.start();
            until(() -> bench.statuses(State.ERROR)
                    .anyMatch(status -> status.connection().equals("instruments") && status.attempt() >= 3));
            assertThat(bench.statuses(State.ERROR).map(FeedStatus::detail))
                    .allSatisfy(words -> assertThat(words).contains("cannot connect"));
            assertThat(bench.statuses(State.ERROR)
                            .filter(status -> status.connection().equals("instruments")))
                    .allSatisfy(status -> assertThat(status.retryAtNanos()).isPositive());
            bench.exchange.acceptConnections();
            bench.untilLive();
        }
    }

    @Test
    void replacesASocketThatSaysNothingMore() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.freeze(PUBLIC);
            until(() -> bench.said("BTCUSDT book", State.SILENT));
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
            until(() -> bench.exchange.clients(PUBLIC) == 1);
        }
    }

    @Test
    void givesUpASocketOnWhichNothingComesWhenItCannotBeReplaced() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.refuseConnections();
            bench.exchange.freeze(PUBLIC);
            until(() -> bench.statuses(State.LOST)
                    .anyMatch(status -> status.detail().contains("nothing at all came for 2 s")));
            assertThat(bench.book.live()).isFalse();
            bench.exchange.acceptConnections();
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void replacesASocketThatTricklesItsBytes() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.trickle(PUBLIC, Duration.ofMillis(20));
            until(() -> bench.said("BTCUSDT book", State.SILENT));
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void givesUpASocketOnWhichItsPingsStayUnanswered() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.faults().pingsUnanswered(true);
            until(() -> bench.said("public", State.LOST));
            bench.exchange.faults().pingsUnanswered(false);
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void leavesTheBookAloneWhenTheOtherSocketIsCut() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.cut(MARKET);
            until(() -> bench.said("market", State.LOST));
            until(() -> bench.exchange.clients(MARKET) == 1);
            bench.untilLive();
            assertThat(bench.said("public", State.LOST)).isFalse();
            assertThat(bench.book.resyncs()).isZero();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void saysThatTheBookIsSilentAndReplacesItsSocket() throws IOException {
        try (Bench bench = new Bench("BTCUSDT", "ETHUSDT").live()) {
            bench.exchange.faults().mute(DEPTH);
            until(() -> bench.said("BTCUSDT book", State.SILENT));
            assertThat(bench.book.live()).isFalse();
            assertThat(bench.statuses(State.SILENT))
                    .first()
                    .satisfies(status -> assertThat(status.detail())
                            .matches("subscribed, nothing for \\d+ ms, expected one per 400 ms"));
            until(() -> bench.exchange.clients(PUBLIC) == 2);
            bench.exchange.faults().unmute(DEPTH);
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
            assertThat(bench.said("ETHUSDT book", State.SILENT)).isFalse();
            assertThat(bench.said("public", State.LOST)).isFalse();
        }
    }

    @Test
    void saysThatTheMarkPriceIsSilentAndWhenItComesAgain() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.faults().mute("btcusdt@markPrice@1s");
            until(() -> bench.said("BTCUSDT mark and index", State.SILENT));
            bench.exchange.faults().unmute("btcusdt@markPrice@1s");
            until(() -> bench.said("BTCUSDT mark and index", State.UP));
            assertThat(bench.said("market", State.LOST)).isFalse();
        }
    }

    @Test
    void rotatesSocketsWithoutLosingAChange() throws IOException {
        try (Bench bench = new Bench(Duration.ofMillis(700)).live()) {
            until(() -> bench.requests(PUBLIC) >= 4 && bench.exchange.clients(PUBLIC) == 1);
            bench.untilLive();
            assertThat(bench.statuses(State.LOST)).isEmpty();
            assertThat(bench.book.resyncs()).isZero();
            bench.assertBookWasAlwaysTrue();
        }
    }
}
