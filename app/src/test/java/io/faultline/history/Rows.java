package io.faultline.history;

import io.faultline.market.Candle;
import io.faultline.market.FundingSettlement;
import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkCandle;
import io.faultline.market.Ohlc;
import io.faultline.market.OpenInterest;
import io.faultline.market.PositionSide;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Rows of a market that never was. */
public final class Rows {
    static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");

    /** A full hour. */
    static final long T0 = 1_700_000_000_000L / 3_600_000 * 3_600_000;

    private Rows() {}

    static long minute(long number) {
        return T0 + number * 60_000;
    }

    static Candle bar(InstrumentId instrument, Timeframe timeframe, long start, double usd, double buyUsd) {
        long price = 600_000 + start / 60_000 % 97;
        return new Candle(
                instrument, timeframe, start, new Ohlc(1, price, price + 9, price - 9, price + 3), usd, buyUsd);
    }

    static MarkCandle mark(InstrumentId instrument, Timeframe timeframe, long start) {
        return new MarkCandle(instrument, timeframe, start, new Ohlc(2, 6_000_001, 6_000_090, 5_999_900, 6_000_010));
    }

    static OpenInterest openInterest(InstrumentId instrument, long at, String base) {
        return new OpenInterest(instrument, at * 1_000_000, at, new BigDecimal(base));
    }

    static FundingSettlement funding(InstrumentId instrument, long at, String rate) {
        return new FundingSettlement(instrument, at * 1_000_000, new BigDecimal(rate), at);
    }

    static Liquidation liquidation(long receivedMillis, long at, String size) {
        return new Liquidation(
                BTC,
                receivedMillis * 1_000_000,
                at,
                PositionSide.LONG,
                Liquidation.PriceKind.AVERAGE_FILL,
                new BigDecimal("39021.00"),
                new BigDecimal(size),
                Liquidation.Completeness.LOWER_BOUND);
    }

    static HistoryBatch.Claim claim(HistoryKind kind, Timeframe timeframe, long from, long to) {
        return new HistoryBatch.Claim(new Series(BTC, kind, timeframe), new TimeSpan(from, to));
    }

    /** Minute bars with a claim of their span. */
    static HistoryBatch minutes(Source source, long first, long count) {
        List<Candle> rows = new ArrayList<>(LongStream.range(first, first + count)
                .mapToObj(number -> bar(BTC, Timeframe.MINUTE, minute(number), 1_000.0 + Math.abs(number), 400))
                .toList());
        return new HistoryBatch(
                source, rows, List.of(claim(HistoryKind.BARS, Timeframe.MINUTE, minute(first), minute(first + count))));
    }
}
