package io.faultline.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the store, and the way there from every earlier version of them. */
final class Schema {
    /** Tables whose rows are history, in the order in which they can be filled. */
    static final List<String> TABLES =
            List.of("instrument", "bar", "mark_bar", "taker", "open_interest", "funding", "liquidation");

    /**
     * Statements by version: those at index n lead from version n to n + 1. Once released a step is never changed. Times
     * are milliseconds since 1970; prices scaled whole numbers; what must stay exact without one scale is decimal text.
     */
    static final List<List<String>> STEPS = List.of(List.of(
            "CREATE TABLE instrument(id INTEGER PRIMARY KEY, venue TEXT NOT NULL, symbol TEXT NOT NULL,"
                    + " UNIQUE(venue, symbol)) STRICT",
            "CREATE TABLE bar(instrument INTEGER NOT NULL, length INTEGER NOT NULL, start INTEGER NOT NULL,"
                    + " scale INTEGER NOT NULL, open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL,"
                    + " close INTEGER NOT NULL, usd REAL NOT NULL, buy_usd REAL, source INTEGER NOT NULL,"
                    + " PRIMARY KEY(instrument, length, start)) STRICT, WITHOUT ROWID",
            "CREATE TABLE mark_bar(instrument INTEGER NOT NULL, length INTEGER NOT NULL, start INTEGER NOT NULL,"
                    + " scale INTEGER NOT NULL, open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL,"
                    + " close INTEGER NOT NULL, source INTEGER NOT NULL,"
                    + " PRIMARY KEY(instrument, length, start)) STRICT, WITHOUT ROWID",
            "CREATE TABLE taker(instrument INTEGER NOT NULL, length INTEGER NOT NULL, start INTEGER NOT NULL,"
                    + " bought REAL NOT NULL, sold REAL NOT NULL,"
                    + " PRIMARY KEY(instrument, length, start)) STRICT, WITHOUT ROWID",
            "CREATE TABLE open_interest(instrument INTEGER NOT NULL, at INTEGER NOT NULL, base TEXT NOT NULL,"
                    + " PRIMARY KEY(instrument, at)) STRICT, WITHOUT ROWID",
            "CREATE TABLE funding(instrument INTEGER NOT NULL, at INTEGER NOT NULL, rate TEXT NOT NULL,"
                    + " PRIMARY KEY(instrument, at)) STRICT, WITHOUT ROWID",
            "CREATE TABLE liquidation(instrument INTEGER NOT NULL, at INTEGER NOT NULL, side TEXT NOT NULL,"
                    + " price TEXT NOT NULL, size TEXT NOT NULL, nth INTEGER NOT NULL, price_kind TEXT NOT NULL,"
                    + " completeness TEXT NOT NULL,"
                    + " PRIMARY KEY(instrument, at, side, price, size, nth)) STRICT, WITHOUT ROWID",
            "CREATE TABLE coverage(instrument INTEGER NOT NULL, kind TEXT NOT NULL, length INTEGER NOT NULL,"
                    + " from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, source INTEGER NOT NULL,"
                    + " PRIMARY KEY(instrument, kind, length, from_ms)) STRICT, WITHOUT ROWID"));

    private Schema() {}

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Leads the file to the newest version, a step a transaction. */
    static void upgrade(Connection connection, List<List<String>> steps) throws SQLException {
        for (int version = version(connection); version < steps.size(); version++) {
            Transaction.begin(connection);
            try (Statement statement = connection.createStatement()) {
                for (String sql : steps.get(version)) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version = " + (version + 1));
            } catch (SQLException e) {
                Transaction.rollBack(connection);
                throw e;
            }
            Transaction.commit(connection);
        }
    }
}
