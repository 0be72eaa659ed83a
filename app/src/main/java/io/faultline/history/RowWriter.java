package io.faultline.history;

import io.faultline.history.HistoryBatch.Claim;
import io.faultline.market.Candle;
import io.faultline.market.FundingSettlement;
import io.faultline.market.HistoryKind;
import io.faultline.market.HistoryRow;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkCandle;
import io.faultline.market.Ohlc;
import io.faultline.market.OpenInterest;
import io.faultline.market.Series;
import io.faultline.market.TakerSplit;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;

/** Writes rows and claims within the transaction of its connection. On one thread. */
final class RowWriter {
    private final Connection connection;
    private final Map<InstrumentId, Long> instruments = new HashMap<>();
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** How often a liquidation that looks the same has come in this batch: see {@link #liquidation}. */
    private final Map<Liquidation, Integer> alike = new HashMap<>();

    RowWriter(Connection connection) {
        this.connection = connection;
    }

    /** Forgets what a transaction that was rolled back may have made, and the statements that it may have broken. */
    void startAgain() {
        instruments.clear();
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException broken) {
                HistoryStore.LOG.trace("closing a statement", broken);
            }
        }
        statements.clear();
    }

    void write(HistoryBatch batch) throws SQLException {
        alike.clear();
        for (HistoryRow row : batch.rows()) {
            write(row, batch.source());
        }
        for (Claim claim : batch.claims()) {
            claim(claim, batch.source());
        }
    }

    private void write(HistoryRow row, Source source) throws SQLException {
        if (row instanceof Candle bar) {
            bar(bar, source);
        } else if (row instanceof MarkCandle bar) {
            markBar(bar, source);
        } else if (row instanceof TakerSplit split) {
            split(split);
        } else if (row instanceof OpenInterest sample) {
            text("INSERT OR REPLACE INTO open_interest VALUES(?, ?, ?)", sample, sample.base());
        } else if (row instanceof FundingSettlement settlement) {
            text("INSERT OR REPLACE INTO funding VALUES(?, ?, ?)", settlement, settlement.rate());
        } else if (row instanceof Liquidation liquidation) {
            liquidation(liquidation);
        }
    }

    /** What was seen live is not replaced by what was asked for afterwards. */
    private void bar(Candle bar, Source source) throws SQLException {
        PreparedStatement sql = statement("INSERT INTO bar VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET scale = excluded.scale, open = excluded.open, high = excluded.high,"
                + " low = excluded.low, close = excluded.close, usd = excluded.usd, buy_usd = excluded.buy_usd,"
                + " source = excluded.source WHERE excluded.source >= bar.source");
        key(sql, bar, bar.timeframe());
        prices(sql, bar.prices());
        sql.setDouble(9, bar.usd());
        if (Double.isNaN(bar.buyUsd())) {
            sql.setNull(10, Types.REAL);
        } else {
            sql.setDouble(10, bar.buyUsd());
        }
        sql.setInt(11, source.rank());
        sql.executeUpdate();
    }

    private void markBar(MarkCandle bar, Source source) throws SQLException {
        PreparedStatement sql = statement("INSERT INTO mark_bar VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET scale = excluded.scale, open = excluded.open, high = excluded.high,"
                + " low = excluded.low, close = excluded.close, source = excluded.source"
                + " WHERE excluded.source >= mark_bar.source");
        key(sql, bar, bar.timeframe());
        prices(sql, bar.prices());
        sql.setInt(9, source.rank());
        sql.executeUpdate();
    }

    private void split(TakerSplit split) throws SQLException {
        PreparedStatement sql = statement("INSERT OR REPLACE INTO taker VALUES(?, ?, ?, ?, ?)");
        key(sql, split, split.timeframe());
        sql.setDouble(4, split.bought());
        sql.setDouble(5, split.sold());
        sql.executeUpdate();
    }

    private void key(PreparedStatement sql, HistoryRow row, Timeframe timeframe) throws SQLException {
        sql.setLong(1, instrument(row.instrument()));
        sql.setLong(2, timeframe.millis());
        sql.setLong(3, row.atMillis());
    }

    private static void prices(PreparedStatement sql, Ohlc prices) throws SQLException {
        sql.setInt(4, prices.scale());
        sql.setLong(5, prices.open());
        sql.setLong(6, prices.high());
        sql.setLong(7, prices.low());
        sql.setLong(8, prices.close());
    }

    private void text(String insert, HistoryRow row, BigDecimal value) throws SQLException {
        PreparedStatement sql = statement(insert);
        sql.setLong(1, instrument(row.instrument()));
        sql.setLong(2, row.atMillis());
        sql.setString(3, plain(value));
        sql.executeUpdate();
    }

    /**
     * Liquidations have no number. One that looks like another of the same batch is another one, as venues send several
     * alike in one message; one that looks like one of an earlier batch is the same, told again.
     */
    private void liquidation(Liquidation liquidation) throws SQLException {
        PreparedStatement sql = statement("INSERT OR REPLACE INTO liquidation VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        sql.setLong(1, instrument(liquidation.instrument()));
        sql.setLong(2, liquidation.atMillis());
        sql.setString(3, liquidation.side().name());
        sql.setString(4, plain(liquidation.price()));
        sql.setString(5, plain(liquidation.size()));
        sql.setInt(6, alike.merge(liquidation, 1, Integer::sum));
        sql.setString(7, liquidation.priceKind().name());
        sql.setString(8, liquidation.completeness().name());
        sql.executeUpdate();
    }

    /** One spelling for each value, so that a key finds it. */
    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private void claim(Claim claim, Source source) throws SQLException {
        Coverage before = coverage(claim.series());
        Coverage after = before.with(claim.span(), source);
        if (!after.equals(before)) {
            replace(claim.series(), after);
        }
    }

    /** Forgets that anything of that span is known. */
    void disclaim(Series series, TimeSpan span) throws SQLException {
        replace(series, coverage(series).without(span));
    }

    private Coverage coverage(Series series) throws SQLException {
        PreparedStatement sql = statement(
                "SELECT from_ms, to_ms, source FROM coverage WHERE instrument = ? AND kind = ? AND length = ?");
        series(sql, series);
        Coverage coverage = Coverage.NONE;
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                coverage = coverage.with(new TimeSpan(row.getLong(1), row.getLong(2)), Source.ofRank(row.getInt(3)));
            }
        }
        return coverage;
    }

    private void replace(Series series, Coverage coverage) throws SQLException {
        PreparedStatement delete = statement("DELETE FROM coverage WHERE instrument = ? AND kind = ? AND length = ?");
        series(delete, series);
        delete.executeUpdate();
        PreparedStatement insert = statement("INSERT INTO coverage VALUES(?, ?, ?, ?, ?, ?)");
        for (Coverage.Known known : coverage.known()) {
            series(insert, series);
            insert.setLong(4, known.span().fromMillis());
            insert.setLong(5, known.span().toMillis());
            insert.setInt(6, known.source().rank());
            insert.executeUpdate();
        }
    }

    private void series(PreparedStatement sql, Series series) throws SQLException {
        HistoryKind kind = series.kind();
        sql.setLong(1, instrument(series.instrument()));
        sql.setString(2, kind.name());
        sql.setLong(3, series.timeframe().millis());
    }

    private long instrument(InstrumentId instrument) throws SQLException {
        Long known = instruments.get(instrument);
        if (known != null) {
            return known;
        }
        PreparedStatement insert = statement("INSERT OR IGNORE INTO instrument(venue, symbol) VALUES(?, ?)");
        insert.setString(1, instrument.venue().id());
        insert.setString(2, instrument.symbol());
        insert.executeUpdate();
        PreparedStatement select = statement("SELECT id FROM instrument WHERE venue = ? AND symbol = ?");
        select.setString(1, instrument.venue().id());
        select.setString(2, instrument.symbol());
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no place for " + instrument);
            }
            long id = row.getLong(1);
            instruments.put(instrument, id);
            return id;
        }
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
