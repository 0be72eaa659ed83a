package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.ClusterMark;
import io.faultline.market.ClusterNames;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.MarketEvent;
import io.faultline.market.ModelChange;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import io.faultline.market.VenueSwitch;
import io.faultline.venue.okx.OkxAdapter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnFramesTest {
    private static final InstrumentId SWAP = new InstrumentId(Venue.OKX, "BTC-USDT-SWAP");

    private final List<MarketEvent> events = new ArrayList<>();
    private final FrameReader reader = new FrameReader(new OkxAdapter(), List.of(SWAP.symbol()));

    private void comesThrough(Frame frame, MarketEvent event) {
        events.clear();
        assertThat(frame.kind()).isEqualTo(Frame.Kind.REST);
        assertThat(OwnFrames.is(frame)).isTrue();
        assertThat(reader.read(frame, events::add)).isEqualTo(Decoded.OK);
        assertThat(events).containsExactly(event);
    }

    @Test
    void comeThroughTheDoorOfTheVenueThatTheyAreAbout() {
        for (boolean restored : new boolean[] {true, false}) {
            KeptGrid grid = new KeptGrid(SWAP, 17, restored, "state");
            comesThrough(OwnFrames.of(grid), grid);
        }
        for (boolean on : new boolean[] {true, false}) {
            VenueSwitch turned = new VenueSwitch(Venue.OKX, 20, on);
            comesThrough(OwnFrames.of(turned), turned);
        }
        ModelChange change = new ModelChange(SWAP, 18, "parameters\nstate");
        comesThrough(OwnFrames.of(change), change);
        ClusterNames names = new ClusterNames(SWAP, 19, "{\"v\":1}");
        comesThrough(OwnFrames.of(names), names);
        ClusterMark mark = new ClusterMark(SWAP, 21, 42);
        comesThrough(OwnFrames.of(mark), mark);
    }

    @Test
    void bringEveryTableOfTheProgramBackAsItWas() {
        for (RiskTiers table : RiskTierTables.bundled().tables()) {
            RiskTiers imported = new RiskTiers(
                    new InstrumentId(Venue.OKX, table.instrument().symbol()),
                    19,
                    LocalDate.of(2026, 11, 1),
                    RiskTiers.Source.IMPORTED,
                    table.confidence(),
                    "a file of \"mine\", in C:\\tables",
                    table.unit(),
                    table.complete(),
                    table.tiers());
            comesThrough(OwnFrames.of(imported), imported);
        }
    }

    @Test
    void ofAKindThatIsNotKnownAreLetGo() {
        Frame frame = OwnFrames.of(new KeptGrid(SWAP, 17, false, "state"));
        Frame other = new Frame(17, frame.venue(), frame.kind(), frame.connection(), "faultline:grid/other/X", "state");
        Frame damaged = new Frame(17, frame.venue(), frame.kind(), frame.connection(), "faultline:margin-table/X", "{");
        assertThat(reader.read(other, events::add)).isEqualTo(Decoded.IGNORED);
        Frame marked = new Frame(17, frame.venue(), frame.kind(), frame.connection(), "faultline:cluster-mark/X", "S4");
        assertThat(reader.read(marked, events::add)).isEqualTo(Decoded.IGNORED);
        assertThat(reader.read(damaged, events::add)).isEqualTo(Decoded.IGNORED);
        assertThat(events).isEmpty();
    }
}
