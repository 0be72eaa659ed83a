package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedStatus.State;
import io.faultline.market.Frame;
import io.faultline.market.Frame.Kind;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter.KeepAlive;
import io.faultline.venue.VenueAdapter.SocketPlan;
import io.faultline.venue.VenueAdapter.TopicPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketFramesTest {
    private final SocketFrames frames = new SocketFrames(
            Venue.BINANCE,
            List.of(new SocketPlan(
                    "public",
                    URI.create("ws://localhost/public"),
                    List.of(),
                    List.of(new TopicPlan("BTCUSDT", Topic.BOOK, Duration.ofSeconds(5))),
                    Duration.ofHours(23),
                    KeepAlive.NONE)));

    @Test
    void takesTheTopicsOfALostConnectionWithIt() {
        assertThat(frames.status(frame(Kind.WS_CLOSE, "public", SocketFrames.lost(1006, "gone"))))
                .hasValueSatisfying(status -> {
                    assertThat(status.state()).isEqualTo(State.LOST);
                    assertThat(status.topics()).containsExactly(Topic.BOOK);
                    assertThat(status.detail()).isEqualTo("1006 gone");
                    assertThat(status.receivedNanos()).isEqualTo(7);
                });
    }

    @Test
    void losesNothingWithASocketBesideWhichAnotherCarriesOn() {
        assertThat(frames.status(frame(Kind.WS_CLOSE, "public", SocketFrames.spare(1000, "planned rotation"))))
                .isEmpty();
    }

    @Test
    void takesAConnectionOfUnknownNameToCarryEverything() {
        assertThat(frames.status(frame(Kind.WS_OPEN, "ws.1", ""))).hasValueSatisfying(status -> {
            assertThat(status.state()).isEqualTo(State.UP);
            assertThat(status.topics()).containsExactlyInAnyOrder(Topic.values());
        });
    }

    @Test
    void readsACloseFrameWithoutAnyText() {
        assertThat(frames.status(frame(Kind.WS_CLOSE, "public", "")))
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(State.LOST));
    }

    private static Frame frame(Kind kind, String connection, String text) {
        return new Frame(7, "binance", kind, connection, "", text);
    }
}
