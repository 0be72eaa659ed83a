package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.history.Coverage.Known;
import io.faultline.market.Candle;
import io.faultline.market.FundingSettlement;
import io.faultline.market.HistoryBar;
import io.faultline.market.HistoryBar.Flag;
import io.faultline.market.HistoryKind;
import io.faultline.market.HistoryRow;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.Ohlc;
import io.faultline.market.OpenInterest;
import io.faultline.market.Series;
import io.faultline.market.TakerSplit;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryStoreTest {
    private static final Series MINUTES = new Series(Rows.BTC, HistoryKind.BARS, Timeframe.MINUTE);
    private static final TimeSpan DAY = new TimeSpan(Rows.T0, Rows.T0 + 86_400_000);

    private final Path folder;
    private final List<HistoryStore> stores = new ArrayList<>();

    HistoryStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        stores.forEach(HistoryStore::close);
    }

    private HistoryStore open() {
        return open(Retention.standard());
    }

    private HistoryStore open(Retention retention) {
        HistoryStore store = new HistoryStore(folder, retention, () -> (Rows.T0 + 86_400_000) * 1_000_000);
        stores.add(store);
        return store;
    }

    private static boolean write(HistoryStore store, Source source, HistoryRow... rows) {
        return store.offer(new HistoryBatch(source, List.of(rows), List.of())).join();
    }

    private static List<HistoryBar> bars(HistoryStore store, Timeframe timeframe) {
        return store.read(reader -> reader.bars(Rows.BTC, timeframe, DAY), List.of());
    }

    @Test
    void givesBackBarsExactly() {
        HistoryStore store = open();
        Ohlc prices = new Ohlc(10, 123_456_789L, 123_456_799L, 123_456_700L, 123_456_701L);
        InstrumentId pepe = new InstrumentId(Venue.OKX, "1000PEPE-USDT-SWAP");
        write(
                store,
                Source.REST,
                new Candle(pepe, Timeframe.MINUTE, Rows.T0, prices, 12.5, 5),
                Rows.bar(Rows.BTC, Timeframe.MINUTE, Rows.T0, 7, 3),
                Rows.mark(pepe, Timeframe.MINUTE, Rows.T0));

        HistoryBar bar = store.read(reader -> reader.bars(pepe, Timeframe.MINUTE, DAY), List.<HistoryBar>of())
                .get(0);

        assertThat(bar.prices()).isEqualTo(prices);
        assertThat(bar.mark()).isEqualTo(new Ohlc(2, 6_000_001, 6_000_090, 5_999_900, 6_000_010));
        assertThat(bar.buyUsd()).isEqualTo(5);
        assertThat(bar.sellUsd()).isEqualTo(7.5);
        assertThat(bar.flags()).containsExactly(Flag.NO_OI);
        assertThat(bar.startMillis()).isEqualTo(Rows.T0);
    }

    @Test
    void givesBackSamplesSettlementsAndLiquidationsExactlyAndInOrder() {
        HistoryStore store = open();
        OpenInterest sample = Rows.openInterest(Rows.BTC, Rows.minute(5), "22161.13010001");
        FundingSettlement settlement = Rows.funding(Rows.BTC, Rows.minute(60), "-0.00001875391284828");
        Liquidation early = Rows.liquidation(Rows.minute(9), Rows.minute(8), "0.288");
        Liquidation late = Rows.liquidation(Rows.minute(9), Rows.minute(9), "13");
        write(store, Source.LIVE, sample, settlement, late, early);

        assertThat(store.read(reader -> reader.openInterest(Rows.BTC, DAY), List.of()))
                .containsExactly(sample);
        assertThat(store.read(reader -> reader.funding(Rows.BTC, DAY), List.of()))
                .containsExactly(settlement);
        List<Liquidation> told = store.read(reader -> reader.liquidations(Rows.BTC, DAY), List.of());
        assertThat(told).extracting(Liquidation::exchangeMillis).containsExactly(Rows.minute(8), Rows.minute(9));
        assertThat(told.get(0).price()).isEqualByComparingTo("39021");
        assertThat(told.get(0).size()).isEqualByComparingTo("0.288");
        assertThat(told.get(0).completeness()).isEqualTo(Liquidation.Completeness.LOWER_BOUND);
        assertThat(told.get(0).priceKind()).isEqualTo(Liquidation.PriceKind.AVERAGE_FILL);
    }

    @Test
    void fillingTheSameAgainChangesNothing() {
        HistoryStore store = open();
        store.offer(Rows.minutes(Source.REST, 0, 100)).join();
        store.offer(Rows.minutes(Source.REST, 50, 100)).join();
        List<HistoryBar> once = bars(store, Timeframe.MINUTE);
        store.offer(Rows.minutes(Source.REST, 20, 100)).join();

        assertThat(once).hasSize(150);
        assertThat(bars(store, Timeframe.MINUTE)).isEqualTo(once);
        assertThat(store.read(reader -> reader.coverage(MINUTES), Coverage.NONE).known())
                .containsExactly(new Known(new TimeSpan(Rows.minute(0), Rows.minute(150)), Source.REST));
    }

    @Test
    void keepsWhatWasSeenLiveWhenTheVenueTellsItAnotherWay() {
        HistoryStore store = open();
        write(store, Source.LIVE, Rows.bar(Rows.BTC, Timeframe.MINUTE, Rows.T0, 10, 4));
        write(store, Source.REST, Rows.bar(Rows.BTC, Timeframe.MINUTE, Rows.T0, 11, Double.NaN));
        assertThat(bars(store, Timeframe.MINUTE).get(0).usd()).isEqualTo(10);

        write(store, Source.LIVE, Rows.bar(Rows.BTC, Timeframe.MINUTE, Rows.T0, 12, 4));
        assertThat(bars(store, Timeframe.MINUTE).get(0).usd()).isEqualTo(12);
    }

    @Test
    void takesARepeatedLiquidationForOneAndEqualOnesOfAMessageForTwo() {
        HistoryStore store = open();
        Liquidation one = Rows.liquidation(1, Rows.T0, "2");
        write(store, Source.LIVE, one, one);
        write(store, Source.REST, Rows.liquidation(99, Rows.T0, "2.0"));

        assertThat(store.read(reader -> reader.liquidations(Rows.BTC, DAY), List.of()))
                .hasSize(2);
    }

    @Test
    void estimatesASplitUntilAMeasuredOneComes() {
        HistoryStore store = open();
        write(
                store,
                Source.REST,
                Rows.bar(Rows.BTC, Timeframe.FIVE_MINUTES, Rows.T0, 100, Double.NaN),
                Rows.bar(Rows.BTC, Timeframe.MINUTE, Rows.minute(2), 10, Double.NaN));
        assertThat(bars(store, Timeframe.FIVE_MINUTES).get(0).flags()).contains(Flag.ESTIMATED_SPLIT);
        assertThat(bars(store, Timeframe.FIVE_MINUTES).get(0).usd()).isCloseTo(100, within(1e-9));

        write(store, Source.REST, new TakerSplit(Rows.BTC, Timeframe.FIVE_MINUTES, Rows.T0, 30, 10));
        HistoryBar measured = bars(store, Timeframe.FIVE_MINUTES).get(0);
        assertThat(measured.flags()).doesNotContain(Flag.ESTIMATED_SPLIT, Flag.COARSE_SPLIT);
        assertThat(measured.buyUsd()).isCloseTo(75, within(1e-9));
        assertThat(measured.sellUsd()).isCloseTo(25, within(1e-9));
        HistoryBar minute = bars(store, Timeframe.MINUTE).get(0);
        assertThat(minute.flags()).contains(Flag.COARSE_SPLIT).doesNotContain(Flag.ESTIMATED_SPLIT);
        assertThat(minute.buyUsd()).isCloseTo(7.5, within(1e-9));
    }

    @Test
    void givesABarTheNewestOpenInterestSampledInIt() {
        HistoryStore store = open();
        store.offer(Rows.minutes(Source.REST, 0, 3)).join();
        write(
                store,
                Source.REST,
                Rows.openInterest(Rows.BTC, Rows.minute(0), "1"),
                Rows.openInterest(Rows.BTC, Rows.minute(1) + 1, "2"),
                Rows.openInterest(Rows.BTC, Rows.minute(2), "3"));

        List<HistoryBar> bars = bars(store, Timeframe.MINUTE);

        assertThat(bars).extracting(HistoryBar::openInterest).containsExactly(Double.NaN, 3.0, Double.NaN);
        assertThat(bars.get(0).flags()).contains(Flag.NO_OI);
        assertThat(bars.get(1).flags()).doesNotContain(Flag.NO_OI);
    }

    @Test
    void tellsEachStretchInTheShortestBarsThatKnowIt() {
        HistoryStore store = open();
        store.offer(Rows.minutes(Source.LIVE, 70, 55)).join(); // 01:10 to 02:05
        List<HistoryRow> rows = new ArrayList<>();
        for (int hour = 0; hour < 3; hour++) {
            rows.add(Rows.bar(Rows.BTC, Timeframe.HOUR, Rows.minute(60L * hour), 1, 1));
        }
        for (int quarter = 4; quarter < 8; quarter++) {
            rows.add(Rows.bar(Rows.BTC, Timeframe.QUARTER_HOUR, Rows.minute(15L * quarter), 1, 1));
        }
        store.offer(new HistoryBatch(
                        Source.REST,
                        rows,
                        List.of(
                                Rows.claim(HistoryKind.BARS, Timeframe.HOUR, Rows.T0, Rows.minute(180)),
                                Rows.claim(
                                        HistoryKind.BARS, Timeframe.QUARTER_HOUR, Rows.minute(60), Rows.minute(120)))))
                .join();

        List<HistoryBar> bars =
                store.read(reader -> reader.finestBars(Rows.BTC, new TimeSpan(Rows.T0, Rows.minute(180))), List.of());

        assertThat(bars.get(0).timeframe()).isEqualTo(Timeframe.HOUR);
        assertThat(bars.get(1).timeframe()).isEqualTo(Timeframe.QUARTER_HOUR); // its last third is known in minutes
        assertThat(bars.subList(2, 47)).allMatch(bar -> bar.timeframe() == Timeframe.MINUTE);
        assertThat(bars.get(47).timeframe()).isEqualTo(Timeframe.HOUR); // of 02:00 only five minutes are known
        assertThat(bars).hasSize(48);
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).startMillis()).isEqualTo(bars.get(i - 1).endMillis());
        }
    }

    @Test
    void forgetsWhatIsTooOldAndThatItWasKnown() {
        Retention hours = new Retention(
                Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2), 1 << 30);
        HistoryStore store = open();
        store.offer(Rows.minutes(Source.REST, 0, 1_440)).join();
        write(store, Source.LIVE, Rows.funding(Rows.BTC, Rows.minute(10), "0.1"));
        store.close();

        HistoryStore again = open(hours);
        again.offer(Rows.minutes(Source.REST, 1_430, 10)).join();
        assertThat(again.offer(new HistoryBatch(Source.REST, List.of(), List.of()))
                        .join())
                .isTrue();

        assertThat(bars(again, Timeframe.MINUTE)).hasSize(120);
        assertThat(again.read(reader -> reader.funding(Rows.BTC, DAY), List.of()))
                .isEmpty();
        assertThat(again.read(reader -> reader.coverage(MINUTES), Coverage.NONE).known())
                .containsExactly(new Known(new TimeSpan(Rows.minute(1_320), Rows.minute(1_440)), Source.REST));
    }

    @Test
    void keepsLessOfEverythingRatherThanGrowBeyondItsRoom() throws Exception {
        HistoryStore store = open();
        store.offer(Rows.minutes(Source.REST, -43_200 + 1_440, 43_200)).join();
        store.close();
        long all = Files.size(folder.resolve("history.db"));
        Retention tight = new Retention(
                Duration.ofDays(40), Duration.ofDays(40), Duration.ofDays(40), Duration.ofDays(40), all / 2);

        HistoryStore again = open(tight);
        assertThat(again.offer(Rows.minutes(Source.REST, 1_439, 1)).join()).isTrue();
        again.offer(new HistoryBatch(Source.REST, List.of(), List.of())).join();

        List<HistoryBar> left = again.read(
                reader -> reader.bars(Rows.BTC, Timeframe.MINUTE, new TimeSpan(0, Rows.minute(1_440))), List.of());
        assertThat(left).hasSizeBetween(8_000, 24_000);
        assertThat(left.get(left.size() - 1).startMillis()).isEqualTo(Rows.minute(1_439));
        assertThat(again.read(reader -> reader.coverage(MINUTES), Coverage.NONE)
                        .covers(new TimeSpan(left.get(0).startMillis(), Rows.minute(1_440))))
                .isTrue();
    }

    @Test
    void saysWhatIsWrongWhenItsRoomIsFullAndGoesOn() {
        Retention tiny = new Retention(
                Duration.ofDays(400), Duration.ofDays(40), Duration.ofDays(40), Duration.ofDays(40), 1 << 18);
        HistoryStore store = open(tiny);
        for (int i = 0; i < 20; i++) {
            store.offer(Rows.minutes(Source.REST, 1_000L * i, 1_000)).join();
        }

        assertThat(store.status().problem()).contains("full");
        assertThat(store.status().lost()).isPositive();
        assertThat(bars(store, Timeframe.MINUTE)).isNotEmpty();
        assertThat(store.read(reader -> reader.coverage(MINUTES), Coverage.NONE)
                        .covers(new TimeSpan(Rows.minute(19_000), Rows.minute(20_000))))
                .as("what was not written is not known")
                .isFalse();
    }

    @Test
    void saysSoWhenItsFolderCannotBeMade() throws Exception {
        Path inTheWay = folder.resolve("file");
        Files.createFile(inTheWay);
        HistoryStore store = new HistoryStore(inTheWay.resolve("history"), Retention.standard(), () -> 0);
        stores.add(store);

        assertThat(store.offer(Rows.minutes(Source.LIVE, 0, 3)).join()).isFalse();
        assertThat(store.read(reader -> reader.bars(Rows.BTC, Timeframe.MINUTE, DAY), List.of()))
                .isEmpty();
        assertThat(store.status().problem()).contains("cannot be opened");
        assertThat(store.status().lost()).isEqualTo(3);
    }

    @Test
    void twoStoresWriteToOneFolderInTurn() {
        HistoryStore one = open();
        one.offer(Rows.minutes(Source.LIVE, 0, 10)).join();
        HistoryStore other = open();
        other.offer(Rows.minutes(Source.LIVE, 10, 10)).join();
        one.offer(Rows.minutes(Source.LIVE, 20, 10)).join();

        assertThat(one.status().notice()).isEmpty();
        assertThat(bars(one, Timeframe.MINUTE)).hasSize(30).isEqualTo(bars(other, Timeframe.MINUTE));
        assertThat(one.status().problem()).isEmpty();
        assertThat(other.status().problem()).isEmpty();
    }

    @Test
    void isAsItWasWhenOpenedAgain() {
        HistoryStore store = open();
        store.offer(Rows.minutes(Source.LIVE, 0, 10)).join();
        List<HistoryBar> before = bars(store, Timeframe.MINUTE);
        store.close();

        HistoryStore again = open();
        assertThat(bars(again, Timeframe.MINUTE)).isEqualTo(before).hasSize(10);
        assertThat(again.status().notice()).isEmpty();
        assertThat(again.status().bytes()).isPositive();
    }
}
