package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import org.junit.jupiter.api.Test;

class HeatViewTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_747_000_800L * SECOND + 123_456_789;

    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();

    HeatViewTest() {
        time.now(NOW);
        time.span(300 * SECOND);
        price.tick(0.1);
        price.place(84, 640);
        price.fit(103_000, 105_000);
    }

    private HeatView view(double scale) {
        return HeatView.of(time, price, 864, 640, 64, scale);
    }

    @Test
    void putsNowAtTheMarginAndTheStartAtTheLeft() {
        HeatView view = view(1);
        assertThat(view.x(NOW)).isBetween(799.0, 800.0);
        assertThat(view.x(NOW - 300 * SECOND)).isBetween(-1.0, 1.0);
        assertThat(view.column(NOW)).isEqualTo(view.firstColumn() + 799);
    }

    @Test
    void placesPricesWhereTheSharedAxisDoes() {
        for (double scale : new double[] {1, 1.25, 1.5, 2}) {
            HeatView view = view(scale);
            for (double p = price.low(); p < price.high(); p += 37.3) {
                assertThat(view.y(p)).as("%s at scale %s", p, scale).isCloseTo(price.y(p), within(0.01));
                assertThat(view.price(view.y(p))).isCloseTo(p, within(1e-6));
            }
        }
    }

    @Test
    void scrollsByWholeColumnsOnly() {
        HeatView before = view(1);
        time.now(NOW + before.nanosPerColumn() * 7);
        HeatView after = view(1);
        assertThat(after.sameButScrolled(before)).isTrue();
        assertThat(after.firstColumn() - before.firstColumn()).isEqualTo(7);
    }

    @Test
    void givesACellItsSameColumnsHoweverFarThePictureIsScrolled() {
        HeatView before = view(2);
        long instant = NOW - 100 * SECOND;
        long column = before.column(instant);
        time.now(NOW + 1_234_567_891L);
        assertThat(view(2).column(instant)).isEqualTo(column);
    }

    @Test
    void hasDevicePixelsNotPixelsOfTheScene() {
        HeatView view = view(2);
        assertThat(view.columns()).isEqualTo(1728);
        assertThat(view.rows()).isEqualTo(1280);
        assertThat(view.width()).isEqualTo(864);
        assertThat(view.nanos(view.x(NOW))).isCloseTo(NOW, within(view.nanosPerColumn()));
    }
}
