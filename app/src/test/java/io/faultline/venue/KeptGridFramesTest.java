package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.venue.okx.OkxAdapter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptGridFramesTest {
    private static final InstrumentId SWAP = new InstrumentId(Venue.OKX, "BTC-USDT-SWAP");

    private final List<MarketEvent> events = new ArrayList<>();
    private final FrameReader reader = new FrameReader(new OkxAdapter(), List.of(SWAP.symbol()));

    @Test
    void comeThroughTheDoorOfTheVenueWhoseGridItIs() {
        for (boolean restored : new boolean[] {true, false}) {
            events.clear();
            Frame frame = KeptGridFrames.of(17, SWAP, restored, "state");
            assertThat(frame.kind()).isEqualTo(Frame.Kind.REST);
            assertThat(KeptGridFrames.is(frame)).isTrue();
            assertThat(reader.read(frame, events::add)).isEqualTo(Decoded.OK);
            assertThat(events).containsExactly(new KeptGrid(SWAP, 17, restored, "state"));
        }
    }

    @Test
    void ofAKindThatIsNotKnownAreLetGo() {
        Frame frame = KeptGridFrames.of(17, SWAP, false, "state");
        Frame other = new Frame(17, frame.venue(), frame.kind(), frame.connection(), "faultline:grid/other/X", "state");
        assertThat(reader.read(other, events::add)).isEqualTo(Decoded.IGNORED);
        assertThat(events).isEmpty();
    }
}
