package io.faultline.history;

import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forgets what is older than the retention allows, rows and claims together. On the writer's thread. */
final class Pruning {
    private static final double SHORTER = 0.8;
    private static final int MOST_ROUNDS = 20;

    private final Connection connection;
    private final RowWriter writer;

    Pruning(Connection connection, RowWriter writer) {
        this.connection = connection;
        this.writer = writer;
    }

    /** Keeps what the retention allows, and less of everything if that is still too much. */
    void run(Retention retention, long nowMillis) throws SQLException {
        Retention current = retention;
        forget(current, nowMillis);
        for (int i = 0; i < MOST_ROUNDS && usedBytes() > retention.maxBytes(); i++) {
            current = current.shorter(SHORTER);
            forget(current, nowMillis);
        }
    }

    private void forget(Retention retention, long nowMillis) throws SQLException {
        Transaction.begin(connection);
        for (HistoryKind kind : HistoryKind.values()) {
            for (Timeframe timeframe : Timeframe.values()) {
                Duration kept = retention.of(kind, timeframe);
                forget(kind, timeframe, nowMillis - kept.toMillis());
            }
        }
        Transaction.commit(connection);
    }

    private void forget(HistoryKind kind, Timeframe timeframe, long beforeMillis) throws SQLException {
        boolean bars = kind == HistoryKind.BARS || kind == HistoryKind.MARK_BARS || kind == HistoryKind.TAKER_SPLIT;
        String where = bars ? " AND length = " + timeframe.millis() + " AND start < ?" : " AND at < ?";
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + table(kind) + " WHERE instrument IN (SELECT id FROM instrument)" + where)) {
            delete.setLong(1, beforeMillis);
            delete.executeUpdate();
        }
        if (beforeMillis > 0) {
            for (Series series : known(kind, timeframe, beforeMillis)) {
                writer.disclaim(series, new TimeSpan(0, beforeMillis));
            }
        }
    }

    private static String table(HistoryKind kind) {
        return switch (kind) {
            case BARS -> "bar";
            case MARK_BARS -> "mark_bar";
            case TAKER_SPLIT -> "taker";
            case OPEN_INTEREST -> "open_interest";
            case FUNDING -> "funding";
            case LIQUIDATIONS -> "liquidation";
        };
    }

    private List<Series> known(HistoryKind kind, Timeframe timeframe, long beforeMillis) throws SQLException {
        List<Series> known = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement("SELECT DISTINCT venue, symbol FROM coverage"
                + " JOIN instrument ON instrument.id = coverage.instrument"
                + " WHERE kind = ? AND length = ? AND from_ms < ?")) {
            sql.setString(1, kind.name());
            sql.setLong(2, timeframe.millis());
            sql.setLong(3, beforeMillis);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    Optional<Venue> venue = Venue.ofId(row.getString(1));
                    if (venue.isPresent()) {
                        known.add(new Series(new InstrumentId(venue.get(), row.getString(2)), kind, timeframe));
                    }
                }
            }
        }
        return known;
    }

    /** Without the pages that are free for what comes. */
    private long usedBytes() throws SQLException {
        return pragma("page_size") * (pragma("page_count") - pragma("freelist_count"));
    }

    private long pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
