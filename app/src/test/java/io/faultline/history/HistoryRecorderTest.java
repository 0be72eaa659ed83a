package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.history.Coverage.Known;
import io.faultline.market.FeedStatus;
import io.faultline.market.HistoryBar;
import io.faultline.market.HistoryKind;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.Series;
import io.faultline.market.TakerSide;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryRecorderTest {
    private static final InstrumentId BTC = new InstrumentId(Venue.OKX, "BTC-USDT-SWAP");
    private static final TimeSpan ALL = new TimeSpan(Rows.T0, Rows.minute(1_000));

    private final HistoryStore store;
    private final HistoryRecorder recorder;
    private long trades;

    HistoryRecorderTest(@TempDir Path folder) {
        store = new HistoryStore(folder, Retention.standard(), () -> Rows.T0 * 1_000_000);
        recorder = new HistoryRecorder(Venue.OKX, store);
        recorder.see(new InstrumentListing(
                0,
                new Instrument(
                        BTC,
                        "BTCUSDT",
                        "BTC",
                        "USDT",
                        new BigDecimal("0.1"),
                        new BigDecimal("0.01"),
                        new BigDecimal("0.01"),
                        Instrument.Status.TRADING)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void trade(long at, String price, long hundredths, TakerSide taker) {
        BigDecimal tenths = new BigDecimal(price).movePointRight(1);
        recorder.see(new Trade(BTC, at * 1_000_000, at, ++trades, 1, taker, 1, 2, tenths.longValueExact(), hundredths));
    }

    private void mark(long at, String price) {
        recorder.see(new MarkPrice(BTC, at * 1_000_000, at, new BigDecimal(price), null));
    }

    private void status(FeedStatus.State state) {
        recorder.see(new FeedStatus(
                Venue.OKX, 0, "public", state, "", 0, 0, Set.of(Topic.TRADES, Topic.MARK, Topic.LIQUIDATIONS)));
    }

    private List<HistoryBar> bars() {
        store.offer(new HistoryBatch(Source.LIVE, List.of(), List.of())).join();
        return store.read(reader -> reader.bars(BTC, Timeframe.MINUTE, ALL), List.of());
    }

    private Coverage coverage(HistoryKind kind, Timeframe timeframe) {
        store.offer(new HistoryBatch(Source.LIVE, List.of(), List.of())).join();
        return store.read(reader -> reader.coverage(new Series(BTC, kind, timeframe)), Coverage.NONE);
    }

    @Test
    void writesWholeMinutesOnly() {
        trade(Rows.minute(0) + 30_000, "100.0", 100, TakerSide.BUY);
        trade(Rows.minute(1) + 1_000, "101.0", 100, TakerSide.BUY); // one contract of .01
        mark(Rows.minute(1) + 2_000, "100.75");
        trade(Rows.minute(1) + 30_000, "99.5", 200, TakerSide.SELL);
        mark(Rows.minute(1) + 40_000, "100.5");
        trade(Rows.minute(2), "102.0", 100, TakerSide.BUY);
        trade(Rows.minute(1) + 59_999, "100.0", 100, TakerSide.BUY); // late, but in time
        trade(Rows.minute(2) + 5_000, "102.0", 100, TakerSide.BUY);

        HistoryBar bar = bars().get(0);

        assertThat(bars()).hasSize(1);
        assertThat(bar.startMillis()).isEqualTo(Rows.minute(1));
        assertThat(bar.prices().openPrice()).isEqualTo(101);
        assertThat(bar.prices().highPrice()).isEqualTo(101);
        assertThat(bar.prices().lowPrice()).isEqualTo(99.5);
        assertThat(bar.prices().closePrice()).isEqualTo(100);
        assertThat(bar.buyUsd()).isCloseTo(1.01 + 1.00, within(1e-9));
        assertThat(bar.sellUsd()).isCloseTo(1.99, within(1e-9));
        assertThat(coverage(HistoryKind.BARS, Timeframe.MINUTE).known())
                .containsExactly(new Known(new TimeSpan(Rows.minute(1), Rows.minute(2)), Source.LIVE));
        assertThat(coverage(HistoryKind.MARK_BARS, Timeframe.MINUTE).known())
                .as("the mark came first in the middle of the minute")
                .isEmpty();
    }

    @Test
    void knowsAMinuteWithoutATradeWhileTheMarkGoesOn() {
        trade(Rows.minute(0), "100.0", 100, TakerSide.BUY);
        for (int second = 0; second < 190; second++) {
            mark(Rows.minute(0) + second * 1_000L, "100.00000000123");
        }
        assertThat(bars()).extracting(HistoryBar::startMillis).containsExactly(Rows.minute(0));
        assertThat(coverage(HistoryKind.BARS, Timeframe.MINUTE).known())
                .containsExactly(new Known(new TimeSpan(Rows.minute(0), Rows.minute(3)), Source.LIVE));
        assertThat(coverage(HistoryKind.MARK_BARS, Timeframe.MINUTE).known())
                .containsExactly(new Known(new TimeSpan(Rows.minute(0), Rows.minute(3)), Source.LIVE));
        assertThat(coverage(HistoryKind.LIQUIDATIONS, Timeframe.MOMENT).known())
                .containsExactly(new Known(new TimeSpan(Rows.minute(1), Rows.minute(3)), Source.LIVE));
        assertThat(bars().get(0).mark()).isNotNull();
    }

    @Test
    void leavesAGapWhereTheConnectionWasLost() {
        for (int second = 0; second < 600; second++) {
            if (second == 130) {
                status(FeedStatus.State.LOST);
            }
            if (second == 250) {
                status(FeedStatus.State.UP);
            }
            if (second < 130 || second > 250) {
                trade(Rows.minute(0) + second * 1_000L, "100.0", 100, TakerSide.BUY);
            }
        }
        TimeSpan before = new TimeSpan(Rows.minute(0), Rows.minute(2));
        TimeSpan after = new TimeSpan(Rows.minute(5), Rows.minute(9));
        assertThat(coverage(HistoryKind.BARS, Timeframe.MINUTE).known())
                .containsExactly(new Known(before, Source.LIVE), new Known(after, Source.LIVE));
        assertThat(bars()).hasSize(6);
    }

    @Test
    void leavesAGapWhereNobodyWatched() {
        trade(Rows.minute(0), "100.0", 100, TakerSide.BUY);
        trade(Rows.minute(1) + 6_000, "100.0", 100, TakerSide.BUY);
        trade(Rows.minute(90), "100.0", 100, TakerSide.BUY);
        trade(Rows.minute(91) + 6_000, "100.0", 100, TakerSide.BUY);

        assertThat(coverage(HistoryKind.BARS, Timeframe.MINUTE).known())
                .containsExactly(
                        new Known(new TimeSpan(Rows.minute(0), Rows.minute(1)), Source.LIVE),
                        new Known(new TimeSpan(Rows.minute(90), Rows.minute(91)), Source.LIVE));
    }

    @Test
    void samplesOpenInterestOnceAMinute() {
        for (int second = 0; second <= 180; second += 3) {
            recorder.see(Rows.openInterest(BTC, Rows.minute(0) + second * 1_000L, "100." + second));
        }
        recorder.see(Rows.openInterest(BTC, Rows.minute(-60), "90")); // of the past, asked for
        List<MarketEvent> samples = List.copyOf(
                store.offer(new HistoryBatch(Source.LIVE, List.of(), List.of())).join()
                        ? store.read(reader -> reader.openInterest(BTC, ALL), List.of())
                        : List.of());

        assertThat(samples).hasSize(4);
        assertThat(coverage(HistoryKind.OPEN_INTEREST, Timeframe.MINUTE).known())
                .containsExactly(new Known(new TimeSpan(Rows.minute(0), Rows.minute(3)), Source.LIVE));
    }

    @Test
    void keepsEveryLiquidationOfAMessageAndNoneTwice() {
        HistoryRecorder binance = new HistoryRecorder(Venue.BINANCE, store);
        binance.see(Rows.liquidation(5, Rows.T0, "2"));
        binance.see(Rows.liquidation(5, Rows.T0, "2"));
        binance.see(Rows.liquidation(9, Rows.T0, "2"));
        binance.see(Rows.liquidation(10, Rows.T0, "3"));
        binance.see(Rows.liquidation(11, Rows.T0, "4")); // waits for the message to end

        store.offer(new HistoryBatch(Source.LIVE, List.of(), List.of())).join();
        assertThat(store.read(reader -> reader.liquidations(Rows.BTC, ALL), List.of()))
                .hasSize(3);
    }
}
