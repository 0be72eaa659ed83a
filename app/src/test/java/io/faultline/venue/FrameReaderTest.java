package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BookDelta;
import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.Frame.Kind;
import io.faultline.market.FrameRefused;
import io.faultline.market.MarketEvent;
import io.faultline.market.SocketClosed;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
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
        assertThat(events).element(1).isEqualTo(new SocketClosed(Venue.BINANCE, 5, "public"));
        events.removeIf(SocketClosed.class::isInstance);
        assertThat(events)
                .extracting(event -> ((FeedStatus) event).state())
                .containsExactly(FeedStatus.State.UP, FeedStatus.State.LOST);
        assertThat(events)
                .allSatisfy(event -> assertThat(((FeedStatus) event).topics()).containsExactly(Topic.BOOK));
    }

    @Test
    void tellsPeopleThePlanOfASuccessorAndTheDeskItsOwnName() {
        read(Kind.WS_OPEN, "public#2", "");
        read(
                Kind.WS,
                "public#2",
                "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1,\"T\":1,\"s\":\"BTCUSDT\","
                        + "\"U\":1,\"u\":2,\"pu\":0,\"b\":[],\"a\":[]}}");
        read(Kind.WS_CLOSE, "public#2", SocketFrames.spare(1000, "planned rotation"));
        assertThat(events).hasSize(3);
        assertThat(((FeedStatus) events.get(0)).connection()).isEqualTo("public");
        assertThat(((BookDelta) events.get(1)).connection()).isEqualTo("public#2");
        assertThat(((SocketClosed) events.get(2)).connection()).isEqualTo("public#2");
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
