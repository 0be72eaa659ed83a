package io.faultline.history;

import io.faultline.history.HistoryBatch.Claim;
import io.faultline.market.Candle;
import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import io.faultline.market.FundingSettlement;
import io.faultline.market.HistoryKind;
import io.faultline.market.HistoryRow;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkCandle;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.Series;
import io.faultline.market.TakerSide;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is seen live of one contract, minute by minute of the venue's clock. A minute is written only if its topic was up
 * from before its beginning to after its end; any other stays a gap, to be asked for.
 */
final class MinuteRecorder {
    /** How long after a minute's end its last trades may still come. */
    private static final long GRACE_MILLIS = 5_000;

    private static final long SAMPLE_MILLIS = Timeframe.MINUTE.millis();

    /** Samples farther apart than this leave a gap. */
    private static final long MOST_BETWEEN_SAMPLES = 3 * SAMPLE_MILLIS;

    /** Longer, and it is a time that nobody watched: the computer slept, or the venue's clock jumped. */
    private static final long MOST_MINUTES = 5;

    private final InstrumentId instrument;
    private final HistoryStore store;
    private final FormingPrices tradePrices = new FormingPrices();
    private final FormingPrices markPrices = new FormingPrices();
    private final FormingPrices nextTradePrices = new FormingPrices();
    private final FormingPrices nextMarkPrices = new FormingPrices();
    private final double[] usd = new double[2];
    private final double[] boughtUsd = new double[2];
    private final Map<Topic, Long> upSince = new EnumMap<>(Topic.class);
    private final List<Liquidation> liquidations = new ArrayList<>();
    private double contractSize = Double.NaN;
    private long minuteStart = -1;
    private long newestSample = -1;

    MinuteRecorder(InstrumentId instrument, HistoryStore store) {
        this.instrument = instrument;
        this.store = store;
    }

    void see(Instrument listing) {
        contractSize = listing.contractSize().doubleValue();
    }

    void see(FeedStatus status) {
        if (status.state() != FeedStatus.State.UP) {
            status.topics().forEach(upSince::remove);
        } else if (status.topics().contains(Topic.LIQUIDATIONS) && minuteStart >= 0) {
            // Silence is normal there: it is up once its connection is, not when something comes.
            upSince.putIfAbsent(Topic.LIQUIDATIONS, minuteStart + Timeframe.MINUTE.millis());
        }
    }

    void see(Trade trade) {
        if (Double.isNaN(contractSize) || trade.exchangeMillis() <= 0) {
            return;
        }
        int at = advance(Topic.TRADES, trade.exchangeMillis());
        if (at < 0) {
            return;
        }
        (at == 0 ? tradePrices : nextTradePrices).add(trade.priceScale(), trade.price());
        double value = Decimals.toDouble(trade.price(), trade.priceScale())
                * Decimals.toDouble(trade.size(), trade.sizeScale())
                * contractSize;
        usd[at] += value;
        boughtUsd[at] += trade.taker() == TakerSide.BUY ? value : 0;
    }

    void see(MarkPrice mark) {
        if (mark.exchangeMillis() <= 0) {
            return;
        }
        int at = advance(Topic.MARK, mark.exchangeMillis());
        BigDecimal price = mark.mark();
        if (at >= 0 && price.scale() <= Decimals.MAX_SCALE && price.precision() <= Decimals.MAX_SCALE) {
            int scale = Math.max(0, price.scale());
            long scaled = price.movePointRight(scale).longValue();
            (at == 0 ? markPrices : nextMarkPrices).add(scale, scaled);
        }
    }

    /** Goes on to that time; whether it belongs to the minute that forms (0) or to the next (1), or to none (−1). */
    private int advance(Topic topic, long millis) {
        upSince.putIfAbsent(topic, millis);
        if (minuteStart < 0) {
            minuteStart = Timeframe.MINUTE.floor(millis);
            upSince.put(Topic.LIQUIDATIONS, minuteStart + Timeframe.MINUTE.millis());
        }
        long end = minuteStart + Timeframe.MINUTE.millis();
        if (millis >= end + MOST_MINUTES * Timeframe.MINUTE.millis()) {
            startAgain(topic, millis);
            return 0;
        }
        while (millis >= minuteStart + Timeframe.MINUTE.millis() + GRACE_MILLIS) {
            close();
        }
        if (millis < minuteStart) {
            return -1;
        }
        return millis < minuteStart + Timeframe.MINUTE.millis() ? 0 : 1;
    }

    private void startAgain(Topic topic, long millis) {
        flush();
        clear();
        upSince.clear();
        upSince.put(topic, millis);
        minuteStart = Timeframe.MINUTE.floor(millis);
        upSince.put(Topic.LIQUIDATIONS, minuteStart + Timeframe.MINUTE.millis());
    }

    private void close() {
        flush();
        TimeSpan minute = new TimeSpan(minuteStart, minuteStart + Timeframe.MINUTE.millis());
        List<HistoryRow> rows = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        if (isWhole(Topic.TRADES)) {
            if (tradePrices.any()) {
                rows.add(new Candle(
                        instrument,
                        Timeframe.MINUTE,
                        minuteStart,
                        tradePrices.prices(),
                        usd[0],
                        Math.min(usd[0], boughtUsd[0])));
            }
            claims.add(claim(HistoryKind.BARS, Timeframe.MINUTE, minute));
        }
        if (isWhole(Topic.MARK) && markPrices.any()) {
            rows.add(new MarkCandle(instrument, Timeframe.MINUTE, minuteStart, markPrices.prices()));
            claims.add(claim(HistoryKind.MARK_BARS, Timeframe.MINUTE, minute));
        }
        if (isWhole(Topic.LIQUIDATIONS)) {
            claims.add(claim(HistoryKind.LIQUIDATIONS, Timeframe.MOMENT, minute));
        }
        if (!claims.isEmpty()) {
            store.keep(new HistoryBatch(Source.LIVE, rows, claims));
        }
        goOn();
    }

    private boolean isWhole(Topic topic) {
        Long since = upSince.get(topic);
        return since != null && since <= minuteStart;
    }

    private void goOn() {
        minuteStart += Timeframe.MINUTE.millis();
        tradePrices.take(nextTradePrices);
        markPrices.take(nextMarkPrices);
        usd[0] = usd[1];
        boughtUsd[0] = boughtUsd[1];
        usd[1] = 0;
        boughtUsd[1] = 0;
    }

    private void clear() {
        goOn();
        goOn();
    }

    private Claim claim(HistoryKind kind, Timeframe timeframe, TimeSpan span) {
        return new Claim(new Series(instrument, kind, timeframe), span);
    }

    /** One a minute is kept. */
    void see(OpenInterest sample) {
        long at = sample.atMillis();
        if (newestSample < 0 || at < newestSample) {
            // The first, or one of the past that was asked for.
            newestSample = Math.max(newestSample, at);
            store.keep(new HistoryBatch(Source.REST, List.of(sample), List.of()));
            return;
        }
        if (at - newestSample < SAMPLE_MILLIS) {
            return;
        }
        List<Claim> claims = at - newestSample > MOST_BETWEEN_SAMPLES
                ? List.of()
                : List.of(claim(HistoryKind.OPEN_INTEREST, Timeframe.MINUTE, new TimeSpan(newestSample, at)));
        newestSample = at;
        store.keep(new HistoryBatch(Source.LIVE, List.of(sample), claims));
    }

    void see(FundingSettlement settlement) {
        store.keep(new HistoryBatch(Source.LIVE, List.of(settlement), List.of()));
    }

    /** Those of one message are written together: in it, equal ones are different ones. */
    void see(Liquidation liquidation) {
        @Nullable Liquidation last = liquidations.isEmpty() ? null : liquidations.get(liquidations.size() - 1);
        if (last != null && last.receivedNanos() != liquidation.receivedNanos()) {
            flush();
        }
        liquidations.add(liquidation);
    }

    private void flush() {
        if (!liquidations.isEmpty()) {
            store.keep(new HistoryBatch(Source.LIVE, liquidations, List.of()));
            liquidations.clear();
        }
    }
}
