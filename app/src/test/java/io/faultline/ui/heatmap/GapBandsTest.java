package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.TradeGap;
import io.faultline.market.Venue;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.theme.HeatColours;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapBandsTest {
    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final SyntheticMarket market = new SyntheticMarket(1);
    private final DepthLayer layer = new DepthLayer(HeatScale.of(HeatColours.TIDE, 0), 3, 1, 2);

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
        assertThat(bands(60)).containsExactly("no book recorded here");
    }

    @Test
    void saysWhoseTradesWereLost() {
        long now = 1_747_000_800L * SECOND;
        time.now(now);
        time.span(60 * SECOND);
        HeatView view = HeatView.of(time, price, 400, 100, 20, 1);
        long end = Math.floorDiv(view.endNanos(), 1_000_000L);

        List<GapBands.Band> bands = GapBands.lost(
                view,
                List.of(
                        new TradeGap(Venue.BYBIT, end - 40_000, end - 20_000),
                        new TradeGap(Venue.OKX, end - 30_000, end - 20_000),
                        new TradeGap(Venue.BITGET, end - 90_000, end - 80_000)));

        assertThat(bands)
                .extracting(GapBands.Band::text)
                .containsExactly("trades lost: Bybit", "trades lost: Bybit OKX");
        assertThat(bands.get(0).end()).isEqualTo(bands.get(1).first());
        assertThat(GapBands.lost(view, List.of())).isEmpty();
    }

    @Test
    void saysWhoseBookColumnsLack() {
        io.faultline.ui.SyntheticMarket several = new io.faultline.ui.SyntheticMarket(
                        7, "BTCUSDT", Venue.BINANCE, Venue.BYBIT)
                .open()
                .run(30);
        several.gap(Venue.BYBIT);
        several.run(20);
        time.now(several.nowNanos());
        time.span(60 * SECOND);
        price.place(0, 600);
        price.fit(61_500, 61_800);
        HeatView view = HeatView.of(time, price, 400, 600, 20, 1);

        layer.update(view, several.view(), several.nowNanos());

        assertThat(GapBands.partial(view, layer))
                .extracting(GapBands.Band::text)
                .containsExactly("without Bybit");
    }
}
