package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.VenueControl;
import org.junit.jupiter.api.Test;

class HeatmapHeadTest {
    private final SyntheticMarket market = new SyntheticMarket(1);

    private String words(Session.Mode mode) {
        DeskView view = market.view();
        HeatView shown = HeatView.of(new TimeAxis(), new PriceAxis(), 100, 100, 10, 1);
        DepthLogs logs = new DepthLogs(view.history().depth());
        return HeatmapHead.state(Frame.of(shown, view, VenueControl.none(), market.now()), mode, logs.oldest());
    }

    @Test
    void saysSinceWhenItIsLive() {
        market.snapshot().play(90 * SECOND);

        assertThat(words(Session.Mode.LIVE)).startsWith("live since 22:00 · age ");
    }

    @Test
    void saysFromWhenOnAReplayWasRecorded() {
        market.snapshot().play(90 * SECOND);

        assertThat(words(Session.Mode.REPLAY)).startsWith("recorded from 22:00 · age ");
    }

    @Test
    void aReplayBeforeItsFirstBookClaimsNothing() {
        assertThat(words(Session.Mode.REPLAY)).isEqualTo("no book yet");
    }
}
