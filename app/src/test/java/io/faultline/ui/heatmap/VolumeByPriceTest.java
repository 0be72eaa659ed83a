package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.Bar;
import io.faultline.desk.DeskView;
import io.faultline.desk.History;
import io.faultline.desk.TimeLog;
import io.faultline.desk.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VolumeByPriceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final VolumeByPrice volume = new VolumeByPrice();

    @Test
    void spreadsABarOverItsRange() {
        volume.gather(
                view(null, List.of(Views.log(List.of(bar(0, SECOND, 100, 103.9, 40, 80)), SECOND))),
                0,
                MINUTE,
                99,
                1,
                6);

        assertThat(List.of(0, 1, 2, 3, 4, 5))
                .extracting(volume::bought)
                .containsExactly(0.0, 10.0, 10.0, 10.0, 10.0, 0.0);
        assertThat(volume.sold(4)).isEqualTo(20);
        assertThat(volume.usd()).isEqualTo(120);
        assertThat(volume.rowAt(103.5)).isEqualTo(4);
        assertThat(volume.rowAt(105)).isEqualTo(-1);
    }

    @Test
    void leavesOutWhatTradedBeyondThePricesInView() {
        volume.gather(
                view(null, List.of(Views.log(List.of(bar(0, SECOND, 98, 101.5, 40, 0)), SECOND))),
                0,
                MINUTE,
                100,
                1,
                5);

        assertThat(volume.usd()).isEqualTo(20);
    }

    @Test
    void countsNothingTwiceWhereBarsOfTwoLengthsCoverATime() {
        TimeLog<Bar> seconds = Views.log(
                List.of(bar(MINUTE, SECOND, 100, 100, 5, 0), bar(MINUTE + SECOND, SECOND, 101, 101, 7, 0)), SECOND);
        TimeLog<Bar> minutes =
                Views.log(List.of(bar(0, MINUTE, 100, 100, 30, 0), bar(MINUTE, MINUTE, 100, 101, 12, 0)), MINUTE);
        Bar forming = bar(MINUTE + 2 * SECOND, SECOND, 102, 102, 0, 3);

        volume.gather(view(forming, List.of(seconds, minutes)), 0, 2 * MINUTE, 100, 1, 3);

        assertThat(volume.bought(0)).isEqualTo(35);
        assertThat(volume.bought(1)).isEqualTo(7);
        assertThat(volume.sold(2)).isEqualTo(3);
        assertThat(volume.most()).isZero();
    }

    @Test
    void sumsUpAllThatTradedInView() {
        SyntheticMarket market = new SyntheticMarket(6);
        market.snapshot();
        market.play(900 * SECOND);
        DeskView view = market.view();
        Candles all = new Candles();
        all.gather(view, MINUTE, SyntheticMarket.START, market.now() + 1);
        double traded = 0;
        for (int i = 0; i < all.count(); i++) {
            traded += all.traded(i) ? all.usd(i) : 0;
        }

        volume.gather(view, SyntheticMarket.START, market.now() + 1, 0, 1_000, 1_000);

        assertThat(volume.usd()).isCloseTo(traded, within(traded * 1e-9)).isPositive();
    }

    private static Bar bar(long start, long length, double low, double high, double bought, double sold) {
        return new Bar(start, length, low, high, low, high, bought, sold);
    }

    private static DeskView view(@Nullable Bar forming, List<TimeLog<Bar>> logs) {
        History none = Views.history(List.of(), List.of(), List.of());
        History history = new History(
                none.depth(),
                logs,
                none.marks(),
                none.openInterest(),
                none.liquidations(),
                none.settlements(),
                none.tape(),
                none.large());
        return new DeskView("BTCUSDT", 2 * MINUTE, List.of(), history, forming);
    }
}
