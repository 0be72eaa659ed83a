package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.book.SnapshotRequests;
import io.faultline.market.HistoryBar;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkPrice;
import io.faultline.market.Ohlc;
import io.faultline.market.OpenInterest;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastMarketTest {
    private static final long T0 = 1_699_999_200_000L; // a full hour
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final InstrumentId LARGE = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    private static final InstrumentId SMALL = new InstrumentId(Venue.BITGET, "BTCUSDT");

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

        List<Bar> minutes =
                all(PastMarket.of(Map.of(SMALL, small, LARGE, large)).bars().get(0));

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

        List<TimeLog<Bar>> logs = PastMarket.of(Map.of(LARGE, bars)).bars();

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
        assertThat(all(PastMarket.of(Map.of(LARGE, bars)).bars().get(0)))
                .extracting(Bar::startNanos)
                .containsExactly(T0 * 1_000_000, (T0 + 30 * MINUTE) * 1_000_000);
    }

    @Test
    void standsBehindAViewAndIsNoPartOfTheDesk() {
        Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);
        DeskView view = desk.view(venue -> 0);
        String before = desk.stateHash();
        DeskView both = PastMarket.of(Map.of(LARGE, List.of(bar(Timeframe.MINUTE, T0, 100, 1))))
                .behind(view);

        assertThat(both.history().bars()).hasSize(view.history().bars().size() + 4);
        assertThat(both.history().bars().subList(0, view.history().bars().size()))
                .isEqualTo(view.history().bars());
        assertThat(desk.stateHash()).isEqualTo(before);
        assertThat(PastMarket.NONE.behind(view)).isSameAs(view);
    }

    /** Bars of an hour that each knew what was open at their end. */
    private static List<HistoryBar> hours(long first, int count, double base) {
        List<HistoryBar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars.add(new HistoryBar(
                    Timeframe.HOUR, first + i * HOUR, new Ohlc(0, 100, 102, 98, 101), null, 1, 1, base, Set.of()));
        }
        return bars;
    }

    private static void sees(Desk desk, InstrumentId id, long millis, double base) {
        long nanos = millis * 1_000_000;
        desk.apply(new MarkPrice(id, nanos, millis, BigDecimal.valueOf(100), null));
        desk.apply(new OpenInterest(id, nanos, millis, BigDecimal.valueOf(base)));
    }

    @Test
    void comparesOpenInterestWithWhatTheHistoryKnowsAndNamesWhoIsLeftOut() {
        Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);
        sees(desk, LARGE, T0, 1_100);
        sees(desk, SMALL, T0, 300);
        String before = desk.stateHash();
        long now = T0 * 1_000_000;
        long day = 24 * HOUR * 1_000_000;
        PastMarket past = PastMarket.of(
                Map.of(LARGE, hours(T0 - 24 * 7 * HOUR - HOUR, 7 * 24, 1_000), SMALL, hours(T0 - 12 * HOUR, 12, 200)));

        assertThat(Positioning.of(desk.view(venue -> 0).venues(), now, day).change())
                .as("the desk alone")
                .isNaN();
        DeskView both = past.behind(desk.view(venue -> 0));
        Positioning over24h = Positioning.of(both.venues(), now, day);
        assertThat(over24h.openInterestUsd()).isEqualTo(140_000);
        assertThat(over24h.change()).isCloseTo(0.1, within(1e-9));
        assertThat(over24h.uncompared()).containsExactly(Venue.BITGET);
        assertThat(over24h.withoutWords()).isEqualTo("without BG");
        assertThat(Positioning.of(both.venues(), now, 7 * day).change()).isCloseTo(0.1, within(1e-9));
        Positioning over8h = Positioning.of(both.venues(), now, day / 3);
        assertThat(over8h.change()).isCloseTo(1_400.0 / 1_200 - 1, within(1e-9));
        assertThat(over8h.withoutWords()).isEmpty();
        Positioning overMonth = Positioning.of(both.venues(), now, 30 * day);
        assertThat(overMonth.change()).isNaN();
        assertThat(overMonth.uncompared()).containsExactlyInAnyOrder(Venue.BINANCE, Venue.BITGET);
        assertThat(desk.stateHash()).isEqualTo(before);
    }

    @Test
    void mendsAGapOfWhatTheDeskSawAndGrowsWithIt() {
        Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);
        sees(desk, LARGE, T0, 10);
        sees(desk, LARGE, T0 + 4 * HOUR, 50);
        PastMarket past = PastMarket.of(Map.of(LARGE, hours(T0 - HOUR - MINUTE, 5, 30)));

        assertThat(interest(past.behind(desk.view(venue -> 0))))
                .containsExactly(30.0, 10.0, 30.0, 30.0, 30.0, 30.0, 50.0);
        sees(desk, LARGE, T0 + 5 * HOUR, 60);
        assertThat(interest(past.behind(desk.view(venue -> 0))))
                .endsWith(50.0, 60.0)
                .hasSize(8);
        sees(desk, LARGE, T0 + 2 * HOUR + 30 * MINUTE, 40); // comes late: the desk makes a new log
        assertThat(interest(past.behind(desk.view(venue -> 0)))).hasSize(9).contains(40.0);
    }

    private static List<Double> interest(DeskView view) {
        TimeLog<History.OpenInterestSample> log = view.venues().get(0).history().openInterest();
        List<Double> bases = new ArrayList<>();
        long before = Long.MIN_VALUE;
        for (long i = log.begin(); i < log.end(); i++) {
            History.OpenInterestSample sample = Objects.requireNonNull(log.get(i));
            assertThat(sample.timeNanos()).isGreaterThan(before);
            before = sample.timeNanos();
            bases.add(sample.base());
        }
        return bases;
    }
}
