package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.DepthColumn;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.HeatColours;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CellReadingTest {
    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final SyntheticMarket market = new SyntheticMarket(1);
    private final DepthLayer layer = new DepthLayer(HeatScale.of(HeatColours.TIDE, 0), 3, 1, 2);
    private final Candles bars = new Candles();

    CellReadingTest() {
        price.tick(0.1);
        price.place(0, 600);
        market.snapshot();
        market.play(60 * SECOND);
    }

    private Frame frame() {
        time.now(market.now());
        time.span(120 * SECOND);
        Frame frame =
                Frame.of(HeatView.of(time, price, 400, 600, 20, 1), market.view(), VenueControl.none(), market.now());
        price.recentre(frame.last());
        frame = Frame.of(HeatView.of(time, price, 400, 600, 20, 1), market.view(), VenueControl.none(), market.now());
        layer.update(frame.view(), frame.data(), frame.nowNanos());
        bars.gather(frame.data(), SECOND, frame.view().startNanos(), market.now());
        return frame;
    }

    private CellReading at(long nanos, double offset) {
        Frame frame = frame();
        return CellReading.at(frame, layer, bars, nanos, frame.last() + offset);
    }

    @Test
    void readsARecordedCell() {
        long nanos = SyntheticMarket.START + 30 * SECOND + 1;
        CellReading reading = at(nanos, -40);

        assertThat(reading.title()).isEqualTo("Sun 11 May 22:00:30 UTC");
        assertThat(reading.cell()).isEqualTo("1 s");
        assertThat(reading.lines().get(0)).isEqualTo("bids");
        assertThat(reading.lines().get(1)).endsWith(" USD");
        assertThat(at(nanos, 40).lines().get(0)).isEqualTo("asks");
    }

    @Test
    void keepsTheSidesApartInTheBookOfNow() {
        market.step();
        CellReading reading = at(market.now(), -40);
        assertThat(reading.cell()).isEqualTo("now");
        assertThat(reading.lines()).contains("bids", "asks", "0 USD");
    }

    @Test
    void saysNoDataInAGapAndUnknownBeyondWhatIsPublished() {
        assertThat(at(SyntheticMarket.START - 5 * SECOND, 0).lines().get(0)).isEqualTo("no data");
        assertThat(at(market.now() + SECOND, 0).lines().get(0)).isEqualTo("not yet");
        assertThat(at(market.now() - 20 * SECOND, 9_000).lines().get(1)).isEqualTo("unknown");
    }

    @Test
    void saysWhatTradedWhereTradesReachedIntoTheCell() {
        Frame frame = frame();
        int bar = bars.indexAt(SyntheticMarket.START + 30 * SECOND);
        CellReading inside = CellReading.at(frame, layer, bars, bars.startNanos(bar), bars.close(bar));
        assertThat(inside.lines()).containsSubsequence("traded in 1 s", Numbers.usd(bars.usd(bar)) + " USD");
        assertThat(at(SyntheticMarket.START + 30 * SECOND, 400).lines()).doesNotContain("traded in 1 s");
    }

    @Test
    void writesTheDistanceFromTheLastPrice() {
        double last = frame().last();
        assertThat(at(market.now() - SECOND * 5, last * 0.01).lines())
                .containsSubsequence("from last", Numbers.change(0.01, 2));
    }

    @Test
    void measuresWhatRestsBetweenTwoPrices() {
        Frame frame = frame();
        long nanos = SyntheticMarket.START + 30 * SECOND;
        DepthColumn column = Objects.requireNonNull(layer.logs().at(nanos));
        double low = (column.firstBin() + 10) * column.binWidth();
        double high = (column.firstBin() + 13) * column.binWidth();
        assertThat(Measure.resting(frame, layer, nanos, low, high))
                .isCloseTo(column.usd(10) + column.usd(11) + column.usd(12), within(1.0));
        assertThat(Measure.resting(frame, layer, SyntheticMarket.START - SECOND, low, high))
                .isNaN();
    }
}
