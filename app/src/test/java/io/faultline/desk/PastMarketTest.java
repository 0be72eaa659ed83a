package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.SnapshotRequests;
import io.faultline.market.HistoryBar;
import io.faultline.market.Ohlc;
import io.faultline.market.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastMarketTest {
    private static final long T0 = 1_699_999_200_000L; // a full hour
    private static final long MINUTE = 60_000;

    private static HistoryBar bar(Timeframe timeframe, long start, long price, double usd) {
        return new HistoryBar(
                timeframe,
                start,
                new Ohlc(0, price, price + 2, price - 2, price + 1),
                null,
                usd / 4,
                usd * 3 / 4,
                Double.NaN,
                Set.of());
    }

    private static List<Bar> all(TimeLog<Bar> log) {
        List<Bar> bars = new ArrayList<>();
        for (long i = log.begin(); i < log.end(); i++) {
            bars.add(log.get(i));
        }
        return bars;
    }

    @Test
    void sumsVolumesAndTakesThePricesOfTheVenueThatTradedMost() {
        List<HistoryBar> small = List.of(
                bar(Timeframe.MINUTE, T0, 90, 100),
                bar(Timeframe.MINUTE, T0 + MINUTE, 91, 100),
                bar(Timeframe.MINUTE, T0 + 2 * MINUTE, 92, 100));
        List<HistoryBar> large =
                List.of(bar(Timeframe.MINUTE, T0, 100, 1_000), bar(Timeframe.MINUTE, T0 + 2 * MINUTE, 102, 1_000));

        List<Bar> minutes = all(PastMarket.of(List.of(small, large)).bars().get(0));

        assertThat(minutes).extracting(Bar::open).containsExactly(100.0, 91.0, 102.0);
        assertThat(minutes).extracting(bar -> bar.buyUsd() + bar.sellUsd()).containsExactly(1_100.0, 100.0, 1_100.0);
        assertThat(minutes.get(0).startNanos()).isEqualTo(T0 * 1_000_000);
    }

    @Test
    void buildsLongBarsFromShortOnesAndLeavesOutTheOneThatIsOnlyBegun() {
        List<HistoryBar> bars = new ArrayList<>();
        bars.add(bar(Timeframe.HOUR, T0 - 60 * MINUTE, 50, 500));
        for (int minute = 0; minute < 64; minute++) {
            bars.add(bar(Timeframe.MINUTE, T0 + minute * MINUTE, 100 + minute, 1));
        }

        List<TimeLog<Bar>> logs = PastMarket.of(List.of(bars)).bars();

        assertThat(all(logs.get(0))).as("minutes").hasSize(64);
        assertThat(all(logs.get(1))).as("five minutes").hasSize(12);
        List<Bar> hours = all(logs.get(3));
        assertThat(hours).as("hours").hasSize(2);
        assertThat(hours.get(1).open()).isEqualTo(100);
        assertThat(hours.get(1).close()).isEqualTo(160);
        assertThat(hours.get(1).high()).isEqualTo(161);
        assertThat(hours.get(1).low()).isEqualTo(98);
        assertThat(hours.get(1).buyUsd() + hours.get(1).sellUsd()).isEqualTo(60);
    }

    @Test
    void hasNoBarsWhereNothingIsKnown() {
        List<HistoryBar> bars =
                List.of(bar(Timeframe.MINUTE, T0, 100, 1), bar(Timeframe.MINUTE, T0 + 30 * MINUTE, 101, 1));
        assertThat(all(PastMarket.of(List.of(bars)).bars().get(0)))
                .extracting(Bar::startNanos)
                .containsExactly(T0 * 1_000_000, (T0 + 30 * MINUTE) * 1_000_000);
    }

    @Test
    void standsBehindAViewAndIsNoPartOfTheDesk() {
        Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);
        DeskView view = desk.view(venue -> 0);
        String before = desk.stateHash();
        DeskView both = PastMarket.of(List.of(List.of(bar(Timeframe.MINUTE, T0, 100, 1))))
                .behind(view);

        assertThat(both.history().bars()).hasSize(view.history().bars().size() + 4);
        assertThat(both.history().bars().subList(0, view.history().bars().size()))
                .isEqualTo(view.history().bars());
        assertThat(desk.stateHash()).isEqualTo(before);
        assertThat(PastMarket.NONE.behind(view)).isSameAs(view);
    }
}
