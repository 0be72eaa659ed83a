package io.faultline.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The records over a connection. On one thread. */
final class RecordTable {
    private static final String SELECT = "SELECT kind, id, revision, text FROM record";

    private final Connection connection;

    /** A change whose record is no longer what it was a change of. */
    static final class Conflict extends Exception {
        private static final long serialVersionUID = 1;

        Conflict(RecordChange change) {
            super("another Faultline has changed " + change.kind() + " " + change.id() + " meanwhile");
        }
    }

    RecordTable(Connection connection) {
        this.connection = connection;
    }

    /** Sees to it that no revision is used twice, whatever was lost of a damaged file. */
    void mend() throws SQLException {
        Transaction.begin(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO sequence VALUES(1, (SELECT coalesce(max(revision), 0) FROM record))"
                    + " ON CONFLICT DO UPDATE SET revision = max(revision, excluded.revision)");
        } catch (SQLException e) {
            Transaction.rollBack(connection);
            throw e;
        }
        Transaction.commit(connection);
    }

    /** Of the newest change; 0 if there was none. */
    long revision() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT revision FROM sequence")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    List<KeptRecord> list(String kind) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(SELECT + " WHERE kind = ? ORDER BY id")) {
            sql.setString(1, kind);
            return records(sql);
        }
    }

    List<KeptRecord> all() throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(SELECT + " ORDER BY kind, id")) {
            return records(sql);
        }
    }

    private static List<KeptRecord> records(PreparedStatement sql) throws SQLException {
        List<KeptRecord> records = new ArrayList<>();
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                records.add(new KeptRecord(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)));
            }
        }
        return records;
    }

    /**
     * Makes the changes within the transaction that is open, all or none.
     *
     * @return their revision
     */
    long apply(List<RecordChange> changes) throws SQLException, Conflict {
        for (RecordChange change : changes) {
            check(change);
        }
        long revision = nextRevision();
        for (RecordChange change : changes) {
            if (change.text() == null) {
                delete(change);
            } else {
                put(change, revision);
            }
        }
        return revision;
    }

    /** Throws if the change is of another revision than what is there. */
    void check(RecordChange change) throws SQLException, Conflict {
        if (change.base() == RecordChange.ANY) {
            return;
        }
        try (PreparedStatement sql =
                connection.prepareStatement("SELECT revision FROM record WHERE kind = ? AND id = ?")) {
            sql.setString(1, change.kind());
            sql.setString(2, change.id());
            try (ResultSet row = sql.executeQuery()) {
                long there = row.next() ? row.getLong(1) : RecordChange.NEW;
                if (there != change.base()) {
                    throw new Conflict(change);
                }
            }
        }
    }

    private long nextRevision() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("UPDATE sequence SET revision = revision + 1 RETURNING revision")) {
            if (!row.next()) {
                throw new SQLException("the file has no count of its revisions");
            }
            return row.getLong(1);
        }
    }

    private void put(RecordChange change, long revision) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("INSERT OR REPLACE INTO record VALUES(?, ?, ?, ?)")) {
            sql.setString(1, change.kind());
            sql.setString(2, change.id());
            sql.setLong(3, revision);
            sql.setString(4, change.text());
            sql.executeUpdate();
        }
    }

    private void delete(RecordChange change) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("DELETE FROM record WHERE kind = ? AND id = ?")) {
            sql.setString(1, change.kind());
            sql.setString(2, change.id());
            sql.executeUpdate();
        }
    }
}
