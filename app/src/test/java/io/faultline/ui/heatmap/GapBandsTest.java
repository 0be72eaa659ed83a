package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapBandsTest {
    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final SyntheticMarket market = new SyntheticMarket(1);
    private final HeatLayer layer = new HeatLayer(new ColourTable(HeatScale.tide(0)), 3, 1, 2);

    private List<String> bands(long spanSeconds) {
        time.now(market.now());
        time.span(spanSeconds * SECOND);
        HeatView view = HeatView.of(time, price, 400, 100, 20, 1);
        layer.update(view, market.view(), market.now());
        return GapBands.of(view, layer).stream().map(GapBands.Band::text).toList();
    }

    @Test
    void saysFromWhenToWhen() {
        market.snapshot();
        market.play(60 * SECOND);
        market.lose();
        market.playWithoutBook(7 * SECOND);
        market.snapshot();
        market.play(20 * SECOND);

        assertThat(bands(60)).containsExactly("no data 22:01:00–22:01:07");
    }

    @Test
    void saysSinceWhenWhileItLasts() {
        market.snapshot();
        market.play(60 * SECOND);
        market.lose();
        market.playWithoutBook(7 * SECOND);

        assertThat(bands(60)).containsExactly("no data since 22:01:00");
    }

    @Test
    void saysUntilWhenBeforeTheFirstRecord() {
        market.snapshot();
        market.play(20 * SECOND);

        assertThat(bands(60)).containsExactly("no data until 22:00:00");
    }

    @Test
    void saysOnlyThatThereIsNothingWithNothingAtAll() {
        assertThat(bands(60)).containsExactly("no data");
    }
}
