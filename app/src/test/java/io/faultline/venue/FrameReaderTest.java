package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.Frame.Kind;
import io.faultline.market.FrameRefused;
import io.faultline.market.MarketEvent;
import io.faultline.market.Topic;
import io.faultline.venue.binance.BinanceAdapter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private final List<MarketEvent> events = new ArrayList<>();
    private final FrameReader reader = new FrameReader(new BinanceAdapter(), List.of("BTCUSDT"));

    @Test
    void makesAnEventOfEveryFrameThatCannotBeRead() {
        Decoded decoded = read(Kind.WS, "public", "{\"stream\":");
        assertThat(decoded).isInstanceOf(Decoded.Undecodable.class);
        assertThat(events).singleElement().isInstanceOfSatisfying(FrameRefused.class, refused -> {
            assertThat(refused.connection()).isEqualTo("public");
            assertThat(refused.receivedNanos()).isEqualTo(5);
        });
    }

    @Test
    void tellsTheOpeningAndTheLossOfASocketWithWhatItCarries() {
        read(Kind.WS_OPEN, "public", "");
        read(Kind.WS_CLOSE, "public", SocketFrames.lost(1006, "gone"));
        assertThat(events)
                .extracting(event -> ((FeedStatus) event).state())
                .containsExactly(FeedStatus.State.UP, FeedStatus.State.LOST);
        assertThat(events)
                .allSatisfy(event -> assertThat(((FeedStatus) event).topics()).containsExactly(Topic.BOOK));
    }

    @Test
    void hearsNothingInWhatWeSent() {
        assertThat(read(Kind.WS_OUT, "public", "{\"method\":\"SUBSCRIBE\"")).isEqualTo(Decoded.OK);
        assertThat(events).isEmpty();
    }

    private Decoded read(Kind kind, String connection, String text) {
        return reader.read(new Frame(5, "binance", kind, connection, "", text), events::add);
    }
}
