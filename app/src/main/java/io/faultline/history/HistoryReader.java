package io.faultline.history;

import io.faultline.market.FundingSettlement;
import io.faultline.market.HistoryBar;
import io.faultline.market.HistoryBar.Flag;
import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.Ohlc;
import io.faultline.market.OpenInterest;
import io.faultline.market.PositionSide;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads history over a connection of its own, while others write. Everything comes in the order of time. One thread at a
 * time; see {@link HistoryStore#read}.
 */
public final class HistoryReader {
    private static final String OF_INSTRUMENT =
            " WHERE instrument = (SELECT id FROM instrument WHERE venue = ? AND symbol = ?)";
    private static final String WITHIN = OF_INSTRUMENT + " AND at >= ? AND at < ? ORDER BY at";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    HistoryReader(Connection connection) {
        this.connection = connection;
    }

    /** Which spans of the series are known. */
    public Coverage coverage(Series series) throws SQLException {
        PreparedStatement sql = statement(
                "SELECT from_ms, to_ms, source FROM coverage" + OF_INSTRUMENT + " AND kind = ? AND length = ?");
        instrument(sql, series.instrument());
        sql.setString(3, series.kind().name());
        sql.setLong(4, series.timeframe().millis());
        Coverage coverage = Coverage.NONE;
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                coverage = coverage.with(new TimeSpan(row.getLong(1), row.getLong(2)), Source.ofRank(row.getInt(3)));
            }
        }
        return coverage;
    }

    /** Bars of one length that begin within the span, with all else that is known of them. */
    public List<HistoryBar> bars(InstrumentId instrument, Timeframe timeframe, TimeSpan span) throws SQLException {
        // The estimate of a split looks back.
        long from = span.fromMillis() - SplitEstimate.BARS * timeframe.millis();
        List<OpenInterest> samples =
                openInterest(instrument, new TimeSpan(span.fromMillis(), span.toMillis() + timeframe.millis() + 1));
        PreparedStatement sql = statement("SELECT start, b.scale, b.open, b.high, b.low, b.close, usd, buy_usd,"
                + " m.scale, m.open, m.high, m.low, m.close, bought, sold FROM bar b"
                + " LEFT JOIN mark_bar m USING(instrument, length, start)"
                + " LEFT JOIN taker USING(instrument, length, start)"
                + OF_INSTRUMENT + " AND length = ? AND start >= ? AND start < ? ORDER BY start");
        instrument(sql, instrument);
        sql.setLong(3, timeframe.millis());
        sql.setLong(4, from);
        sql.setLong(5, span.toMillis());
        Map<Long, Double> coarse = coarseShares(instrument, timeframe, span);
        SplitEstimate estimate = new SplitEstimate();
        List<HistoryBar> bars = new ArrayList<>();
        int sample = 0;
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                long start = row.getLong(1);
                Ohlc prices = prices(row, 2);
                if (prices == null) {
                    continue;
                }
                double estimated = estimate.share(prices.openPrice(), prices.closePrice());
                if (start < span.fromMillis()) {
                    continue;
                }
                double openInterest = Double.NaN;
                for (;
                        sample < samples.size() && samples.get(sample).atMillis() <= start + timeframe.millis();
                        sample++) {
                    if (samples.get(sample).atMillis() > start) {
                        openInterest = samples.get(sample).base().doubleValue();
                    }
                }
                bars.add(bar(row, timeframe, prices, openInterest, coarse.get(fiveMinutes(start)), estimated));
            }
        }
        return bars;
    }

    private static HistoryBar bar(
            ResultSet row,
            Timeframe timeframe,
            Ohlc prices,
            double openInterest,
            @Nullable Double coarseShare,
            double estimatedShare)
            throws SQLException {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        double usd = row.getDouble(7);
        double buyUsd = row.getDouble(8);
        if (row.wasNull()) {
            double bought = row.getDouble(14);
            double sold = row.getDouble(15);
            if (bought + sold > 0) {
                buyUsd = usd * bought / (bought + sold);
            } else if (coarseShare != null) {
                buyUsd = usd * coarseShare;
                flags.add(Flag.COARSE_SPLIT);
            } else {
                buyUsd = usd * estimatedShare;
                flags.add(Flag.ESTIMATED_SPLIT);
            }
        }
        Ohlc mark = prices(row, 9);
        if (mark == null) {
            flags.add(Flag.NO_MARK);
        }
        if (Double.isNaN(openInterest)) {
            flags.add(Flag.NO_OI);
        }
        return new HistoryBar(timeframe, row.getLong(1), prices, mark, buyUsd, usd - buyUsd, openInterest, flags);
    }

    /** Null where there are none, or none that can be: a damaged file may hold anything. */
    private static @Nullable Ohlc prices(ResultSet row, int column) throws SQLException {
        int scale = row.getInt(column);
        if (row.wasNull()) {
            return null;
        }
        try {
            return new Ohlc(
                    scale,
                    row.getLong(column + 1),
                    row.getLong(column + 2),
                    row.getLong(column + 3),
                    row.getLong(column + 4));
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    /** For bars of a minute: shares bought of the five minutes that hold them, by the start of those. */
    private Map<Long, Double> coarseShares(InstrumentId instrument, Timeframe timeframe, TimeSpan span)
            throws SQLException {
        Map<Long, Double> shares = new HashMap<>();
        if (timeframe != Timeframe.MINUTE) {
            return shares;
        }
        PreparedStatement sql = statement("SELECT start, bought, sold FROM taker" + OF_INSTRUMENT + " AND length = "
                + Timeframe.FIVE_MINUTES.millis() + " AND start >= ? AND start < ?");
        instrument(sql, instrument);
        sql.setLong(3, fiveMinutes(span.fromMillis()));
        sql.setLong(4, span.toMillis());
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                double both = row.getDouble(2) + row.getDouble(3);
                if (both > 0) {
                    shares.put(row.getLong(1), row.getDouble(2) / both);
                }
            }
        }
        return shares;
    }

    private static long fiveMinutes(long millis) {
        return Timeframe.FIVE_MINUTES.floor(millis);
    }

    /**
     * The past in bars as short as they are known: where a stretch is known in short bars they are taken, else the next
     * longer ones that hold it. What is not known has no bars.
     */
    public List<HistoryBar> finestBars(InstrumentId instrument, TimeSpan span) throws SQLException {
        FinestBars finest = new FinestBars();
        for (Timeframe timeframe : FinestBars.LENGTHS) {
            TimeSpan whole =
                    new TimeSpan(Timeframe.HOUR.floor(span.fromMillis()), Timeframe.HOUR.ceiling(span.toMillis()));
            finest.add(
                    timeframe,
                    bars(instrument, timeframe, whole),
                    coverage(new Series(instrument, HistoryKind.BARS, timeframe)));
        }
        return finest.within(span);
    }

    /** Samples of open interest within the span. */
    public List<OpenInterest> openInterest(InstrumentId instrument, TimeSpan span) throws SQLException {
        List<OpenInterest> samples = new ArrayList<>();
        each(
                "SELECT at, base FROM open_interest" + WITHIN,
                instrument,
                span,
                row -> samples.add(new OpenInterest(
                        instrument, row.getLong(1) * 1_000_000, row.getLong(1), new BigDecimal(row.getString(2)))));
        return samples;
    }

    /** Settlements within the span. */
    public List<FundingSettlement> funding(InstrumentId instrument, TimeSpan span) throws SQLException {
        List<FundingSettlement> settlements = new ArrayList<>();
        each(
                "SELECT at, rate FROM funding" + WITHIN,
                instrument,
                span,
                row -> settlements.add(new FundingSettlement(
                        instrument, row.getLong(1) * 1_000_000, new BigDecimal(row.getString(2)), row.getLong(1))));
        return settlements;
    }

    /** Reported liquidations within the span. */
    public List<Liquidation> liquidations(InstrumentId instrument, TimeSpan span) throws SQLException {
        List<Liquidation> liquidations = new ArrayList<>();
        each(
                "SELECT at, side, price_kind, price, size, completeness FROM liquidation" + WITHIN,
                instrument,
                span,
                row -> liquidations.add(new Liquidation(
                        instrument,
                        row.getLong(1) * 1_000_000,
                        row.getLong(1),
                        PositionSide.valueOf(row.getString(2)),
                        Liquidation.PriceKind.valueOf(row.getString(3)),
                        new BigDecimal(row.getString(4)),
                        new BigDecimal(row.getString(5)),
                        Liquidation.Completeness.valueOf(row.getString(6)))));
        return liquidations;
    }

    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String query, InstrumentId instrument, TimeSpan span, RowTaker taker) throws SQLException {
        PreparedStatement sql = statement(query);
        instrument(sql, instrument);
        sql.setLong(3, span.fromMillis());
        sql.setLong(4, span.toMillis());
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                try {
                    taker.take(row);
                } catch (IllegalArgumentException damaged) {
                    HistoryStore.LOG.debug("a row of history that cannot be: {}", damaged.getMessage());
                }
            }
        }
    }

    private static void instrument(PreparedStatement sql, InstrumentId instrument) throws SQLException {
        sql.setString(1, instrument.venue().id());
        sql.setString(2, instrument.symbol());
    }

    /** Prepared once; closed with the connection. */
    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }
}
