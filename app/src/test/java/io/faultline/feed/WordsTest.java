package io.faultline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void saysWhyAConnectionFailed() {
        assertThat(Words.cause(new CompletionException(new ConnectException()))).isEqualTo("cannot connect");
        assertThat(Words.cause(new UnknownHostException("fapi.example"))).isEqualTo("no such host: fapi.example");
        assertThat(Words.cause(new CancellationException())).isEqualTo("no whole answer in time");
        assertThat(Words.cause(new IOException("the body is longer than 5 bytes")))
                .isEqualTo("IOException: the body is longer than 5 bytes");
    }

    @Test
    void escapesAndBoundsWhatAVenueSent() {
        assertThat(Words.escaped("a\n\u001b[31m\u202e", 100)).isEqualTo("a\\u000a\\u001b[31m\\u202e");
        assertThat(Words.escaped("x".repeat(1_000), 5)).isEqualTo("xxxxx… (1000 characters)");
    }

    @Test
    void writesTimeSpansAsPeopleSayThem() {
        assertThat(Words.span(Duration.ofMillis(400))).isEqualTo("400 ms");
        assertThat(Words.span(Duration.ofMillis(9_700))).isEqualTo("9 s");
        assertThat(Words.span(Duration.ofMinutes(9))).isEqualTo("9 min");
    }

    @Test
    void suggestsTheNearestSymbols() {
        Set<String> listing = Set.of("BTCUSDT", "BTCDOMUSDT", "BCHUSDT", "ETHUSDT", "1000PEPEUSDT");
        assertThat(Listing.nearest(listing, "BTCUSD")).isEqualTo(List.of("BTCUSDT", "BCHUSDT", "ETHUSDT"));
        assertThat(Listing.nearest(listing, "PEPEUSDT").get(0)).isEqualTo("ETHUSDT");
        assertThat(Listing.nearest(Set.of(), "BTCUSD")).isEmpty();
    }
}
