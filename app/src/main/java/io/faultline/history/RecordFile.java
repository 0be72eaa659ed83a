package io.faultline.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The records' file: open, or not open yet and what could be read of it all the same. On one thread.
 *
 * <p>A disk that is full or read-only keeps SQLite from opening even a sound file. Then a copy of it is read, and the file
 * opened when it can be, if it still is as it was read: what nobody here has seen must not be overwritten.
 */
final class RecordFile implements AutoCloseable {
    private static final String OWNER = "faultline-owner.lock";

    private final Path folder;
    private final LongSupplier clock;
    private final long mostBytes;
    private final Ownership ownership;
    private @Nullable SqliteFile file;
    private @Nullable Connection connection;
    private @Nullable RecordTable table;
    private @Nullable RecordCopy copy;
    private boolean owned;

    RecordFile(Path folder, LongSupplier clock, long mostBytes) {
        this.folder = folder;
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.ownership = new Ownership(folder, OWNER);
    }

    /** @throws HistoryException in words, if it cannot be opened */
    void open() throws HistoryException {
        own();
        try {
            connect();
            own(); // there was no folder to own before, perhaps
        } catch (SQLException e) {
            disconnect();
            copy = RecordCopy.of(folder);
            throw new HistoryException(SqliteFile.words(e), e);
        } catch (HistoryException e) {
            copy = RecordCopy.of(folder);
            throw e;
        }
    }

    /** Opens it at last, if it is as it was when its copy was read; whether it is open. */
    boolean openLate() {
        RecordCopy read = copy;
        if (table == null && read != null && own()) {
            try {
                connect();
                RecordTable opened = table;
                if (opened != null && opened.revision() != read.revision()) {
                    RecordStore.LOG.warn("the records in {} have changed since they were read", folder);
                    disconnect();
                }
                copy = null;
                own();
            } catch (SQLException | HistoryException e) {
                disconnect();
                RecordStore.LOG.debug("still not to be opened: {}", e.getMessage());
            }
        }
        return table != null;
    }

    private void connect() throws SQLException, HistoryException {
        SqliteFile open = SqliteFile.open(Contents.RECORDS, folder, clock.getAsLong());
        file = open;
        Connection writing = open.connect(false);
        connection = writing;
        try (Statement statement = writing.createStatement()) {
            statement.execute("PRAGMA journal_size_limit = 4194304");
            statement.execute("PRAGMA max_page_count = " + Math.max(16, mostBytes / 4096));
        }
        RecordTable records = new RecordTable(writing);
        records.mend();
        table = records;
    }

    /** Takes the ownership if nobody has it; whether no other program has. */
    boolean own() {
        try {
            owned = ownership.take();
        } catch (IOException nowhereToSaySo) {
            owned = true;
        }
        return owned;
    }

    boolean owned() {
        return owned;
    }

    /** Null while it is not open. */
    @Nullable
    RecordTable table() {
        return table;
    }

    /** Whether it is known what it holds. */
    boolean known() {
        return table != null || copy != null;
    }

    List<KeptRecord> list(String kind) throws SQLException {
        RecordTable records = table;
        RecordCopy read = copy;
        if (records != null) {
            return records.list(kind);
        }
        return read == null ? List.of() : read.list(kind);
    }

    void begin() throws SQLException {
        Transaction.begin(connection());
    }

    void commit() throws SQLException {
        Transaction.commit(connection());
    }

    void rollBack() {
        Connection writing = connection;
        if (writing != null) {
            Transaction.rollBack(writing);
        }
    }

    private Connection connection() throws SQLException {
        Connection writing = connection;
        if (writing == null) {
            throw new SQLException("the file is not open");
        }
        return writing;
    }

    long bytes() {
        SqliteFile open = file;
        return open == null ? 0 : open.bytes();
    }

    /** What happened on opening that people should know; empty if nothing. */
    String notice() {
        SqliteFile open = file;
        return open == null ? "" : open.notice();
    }

    private void disconnect() {
        table = null;
        try {
            if (connection != null) {
                connection.close();
                connection = null;
            }
            if (file != null) {
                file.close();
                file = null;
            }
        } catch (SQLException e) {
            RecordStore.LOG.debug("closing", e);
        }
    }

    @Override
    public void close() {
        disconnect();
        try {
            ownership.close();
        } catch (IOException e) {
            RecordStore.LOG.debug("closing", e);
        }
    }
}
