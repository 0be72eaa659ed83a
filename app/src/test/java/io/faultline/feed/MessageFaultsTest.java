package io.faultline.feed;

import static io.faultline.feed.Bench.DEPTH;
import static io.faultline.feed.Bench.PUBLIC;
import static io.faultline.feed.Bench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedStatus.State;
import io.faultline.market.FrameRefused;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in the messages of a connection that is up. */
@Timeout(30)
class MessageFaultsTest {
    @Test
    void fetchesANewBookAfterAGap() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.faults().drop(DEPTH, 1);
            until(() -> bench.book.resyncs() == 1);
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
            assertThat(bench.said("public", State.LOST)).isFalse();
        }
    }

    @Test
    void takesAChangeThatComesTwiceOnlyOnce() throws IOException {
        try (Bench bench = new Bench().live()) {
            long before = bench.deltas();
            bench.exchange.faults().duplicate(DEPTH, 3);
            until(() -> bench.deltas() > before + 8);
            bench.untilLive();
            assertThat(bench.book.resyncs()).isZero();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void fetchesANewBookWhenChangesComeInTheWrongOrder() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.faults().swap(DEPTH);
            until(() -> bench.book.resyncs() >= 1);
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001 garbage \uffff",
                "",
                "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1,\"T\":1,\"s\":\"BTC",
                "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1,\"T\":1,\"s\":\"BTCUSDT\","
                        + "\"U\":1,\"u\":2,\"pu\":0,\"b\":[[\"1e400\",\"-5\"]],\"a\":[]}}"
            })
    void countsAFrameThatItCannotReadAndGoesOn(String frame) throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.sendRaw(PUBLIC, frame);
            until(() -> bench.has(FrameRefused.class));
            bench.untilLive();
            assertThat(bench.all(FrameRefused.class)).singleElement().satisfies(refused -> {
                assertThat(refused.connection()).isEqualTo("public");
                assertThat(refused.reason()).isNotBlank();
            });
            assertThat(bench.book.resyncs()).isZero();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void fetchesANewBookWhenAChangeArrivesTruncated() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.faults().drop(DEPTH, 1);
            bench.exchange.sendRaw(PUBLIC, "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpd");
            until(() -> bench.book.resyncs() == 1);
            bench.untilLive();
            assertThat(bench.has(FrameRefused.class)).isTrue();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void readsPastAFrameOfTenMegabytes() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.sendRaw(PUBLIC, "[" + "9".repeat(10 << 20) + "]");
            until(() -> bench.has(FrameRefused.class));
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void closesASocketThatSendsAFrameBeyondTheBound() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.sendRaw(PUBLIC, "x".repeat(17 << 20));
            until(() -> bench.said("public", State.LOST));
            bench.untilLive();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void fetchesANewBookWhenItIsCrossed() throws IOException {
        try (Bench bench = new Bench().live()) {
            bench.exchange.crossBook(Bench.SYMBOL);
            until(() -> bench.book.resyncs() >= 1);
            bench.untilLive();
            bench.assertBookIsTrue();
        }
    }

    @Test
    void asksAgainMoreAndMoreSlowlyWhileSnapshotsAreTooOld() throws IOException {
        try (Bench bench = new Bench()) {
            long began = bench.exchange.updateId(Bench.SYMBOL);
            until(() -> bench.exchange.updateId(Bench.SYMBOL) > began + 20);
            bench.exchange.faults().staleSnapshots(3);
            bench.live();
            assertThat(bench.requests("/fapi/v1/depth")).isEqualTo(4);
            bench.assertBookWasAlwaysTrue();
        }
    }
}
