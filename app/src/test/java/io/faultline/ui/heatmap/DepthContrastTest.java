package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.theme.HeatColours;
import org.junit.jupiter.api.Test;

class DepthContrastTest {
    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final SyntheticMarket market = new SyntheticMarket(1);
    private final DepthLayer layer = new DepthLayer(HeatScale.of(HeatColours.TIDE, 0), 3, 1, 2);
    private final DepthContrast looking = new DepthContrast();
    private final Contrast contrast = looking.contrast();

    DepthContrastTest() {
        market.snapshot();
        market.play(120 * SECOND);
        price.tick(0.1);
        price.place(0, 600);
        price.fit(103_700, 104_300);
        time.span(60 * SECOND);
    }

    private boolean look(long clock) {
        time.now(market.now());
        HeatView view = HeatView.of(time, price, 400, 600, 20, 1);
        layer.update(view, market.view(), market.now());
        return looking.look(view, layer.logs(), layer.live(), market.now(), clock);
    }

    @Test
    void leavesHalfOfTheCellsUnderTheLowHandleAndFewOverTheHigh() {
        assertThat(look(0)).isTrue();

        Handles handles = contrast.handles();
        assertThat(handles.low()).isBetween(contrast.quartile(0), contrast.quartile(2));
        assertThat(handles.low() / contrast.quartile(1)).isBetween(0.9, 1.1);
        assertThat(handles.high()).isGreaterThan(contrast.quartile(2) * 2);
    }

    @Test
    void looksAtMostOnceASecond() {
        look(0);
        price.fit(95_000, 113_000);
        assertThat(look(SECOND / 2)).isFalse();
    }

    @Test
    void staysWhereItIsWhileItIsNearlyRight() {
        look(0);
        Handles before = contrast.handles();
        for (int i = 1; i <= 5; i++) {
            market.play(SECOND);
            look(i * SECOND);
        }
        assertThat(contrast.handles()).isEqualTo(before);
    }

    @Test
    void keepsHandlesSetByHandUntilThePadlockIsOpened() {
        look(0);
        Handles mine = new Handles(10, 1e9);
        contrast.set(mine);
        assertThat(contrast.auto()).isFalse();
        assertThat(look(2 * SECOND)).isFalse();
        assertThat(contrast.handles()).isEqualTo(mine);

        contrast.auto(true);
        assertThat(look(4 * SECOND)).isTrue();
        assertThat(contrast.handles().low()).isGreaterThan(10);
    }

    @Test
    void hasNothingToGoByWithoutData() {
        DepthContrast blind = new DepthContrast();
        Handles before = blind.contrast().handles();
        DepthLayer empty = new DepthLayer(HeatScale.of(HeatColours.TIDE, 0), 3, 1, 2);
        SyntheticMarket silent = new SyntheticMarket(2);
        HeatView view = HeatView.of(time, price, 400, 600, 20, 1);
        empty.update(view, silent.view(), silent.now());
        assertThat(blind.look(view, empty.logs(), empty.live(), silent.now(), 0))
                .isFalse();
        assertThat(blind.contrast().handles()).isEqualTo(before);
    }
}
