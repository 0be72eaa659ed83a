package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.Bar;
import io.faultline.desk.DeskView;
import io.faultline.desk.TimeLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandlesTest {
    private final SyntheticMarket market = new SyntheticMarket(5);

    /** All bars of a second, and the one in the making. */
    private static List<Bar> seconds(DeskView view) {
        List<Bar> bars = new ArrayList<>();
        TimeLog<Bar> log = view.history().bars().get(0);
        for (long i = log.begin(); i < log.end(); i++) {
            Bar bar = log.get(i);
            if (bar != null) {
                bars.add(bar);
            }
        }
        if (view.forming() != null) {
            bars.add(view.forming());
        }
        return bars;
    }

    private void assertCandles(long length) {
        DeskView view = market.view();
        Candles candles = new Candles();
        long from = SyntheticMarket.START;
        candles.gather(view, length, from, market.now() + 1);
        assertThat(candles.count()).isEqualTo((int) ((market.now() - from) / length) + 1);
        for (int i = 0; i < candles.count(); i++) {
            long start = candles.startNanos(i);
            List<Bar> inside = seconds(view).stream()
                    .filter(bar -> bar.startNanos() >= start && bar.startNanos() < start + length)
                    .toList();
            assertThat(candles.traded(i)).isEqualTo(!inside.isEmpty());
            if (!inside.isEmpty()) {
                assertThat(candles.open(i)).isEqualTo(inside.get(0).open());
                assertThat(candles.close(i))
                        .isEqualTo(inside.get(inside.size() - 1).close());
                assertThat(candles.usd(i))
                        .isCloseTo(
                                inside.stream()
                                        .mapToDouble(bar -> bar.buyUsd() + bar.sellUsd())
                                        .sum(),
                                within(1e-3));
                assertThat(candles.high(i))
                        .isEqualTo(inside.stream().mapToDouble(Bar::high).max().orElseThrow());
                assertThat(candles.low(i))
                        .isEqualTo(inside.stream().mapToDouble(Bar::low).min().orElseThrow());
            }
        }
    }

    @Test
    void gathersSecondsIntoLongerBars() {
        market.snapshot();
        market.play(200 * SECOND);
        assertCandles(SECOND);
        assertCandles(5 * SECOND);
        assertCandles(15 * SECOND);
    }

    @Test
    void joinsMinutesThatHaveEndedWithTheSecondsSince() {
        market.snapshot();
        market.play(437 * SECOND);
        assertCandles(60 * SECOND);
        assertCandles(300 * SECOND);
    }

    @Test
    void hasNoBarWhereNothingTraded() {
        market.snapshot();
        Candles candles = new Candles();
        candles.gather(market.view(), SECOND, SyntheticMarket.START, SyntheticMarket.START + 3 * SECOND);
        assertThat(candles.count()).isEqualTo(3);
        assertThat(candles.traded(1)).isFalse();
    }
}
