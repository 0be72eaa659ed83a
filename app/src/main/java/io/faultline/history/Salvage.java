package io.faultline.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Puts a damaged file aside and takes what can still be read of it into a new one: from the beginning of each table up to
 * the damage, and from its end back to it. The rows are kept, but not the claim that they are complete.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    private final Contents contents;
    private final Path file;

    Salvage(Contents contents, Path file) {
        this.contents = contents;
        this.file = file;
    }

    /**
     * Returns what has been done, in words. The damaged file is where it was until all that can be saved of it is in
     * another.
     */
    String run(String stamp) throws IOException, SQLException, HistoryException {
        Path saving = sibling("-saving");
        for (Path part : SqliteFile.parts(saving)) {
            Files.deleteIfExists(part);
        }
        long rows;
        try (Connection whole = contents.connect(saving, false)) {
            SqliteFile.upgrade(contents, whole);
            rows = copyAll(whole);
        }
        Files.move(saving, sibling("-saved"));
        String words = contents.title() + " was damaged: " + rows + " rows were saved, and the damaged file is kept as "
                + putInPlace(stamp);
        LOG.warn("{}", words);
        return words;
    }

    /** Goes on with what a program that was stopped has left half done. */
    void finish(String stamp) throws IOException {
        if (Files.exists(sibling("-saved"))) {
            LOG.warn("{} was damaged: the damaged file is kept as {}", contents.title(), putInPlace(stamp));
        }
    }

    /** The damaged file goes last of its parts: as long as it is there this can be done again. */
    private Path putInPlace(String stamp) throws IOException {
        Path aside = free(stamp);
        List<Path> from = SqliteFile.parts(file);
        List<Path> to = SqliteFile.parts(aside);
        for (int i = from.size() - 1; i >= 0; i--) {
            if (Files.exists(from.get(i))) {
                Files.move(from.get(i), to.get(i));
            }
        }
        Files.move(sibling("-saved"), file);
        Files.deleteIfExists(to.get(2)); // made again by whoever reads it
        return aside.getFileName();
    }

    private Path sibling(String what) {
        return file.resolveSibling(contents.name() + what + ".db");
    }

    private Path free(String stamp) {
        String name = contents.name() + "-damaged-" + stamp;
        Path aside = file.resolveSibling(name + ".db");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(name + "-" + i + ".db");
        }
        return aside;
    }

    private long copyAll(Connection whole) throws SQLException {
        long rows = 0;
        try (Connection source = contents.connect(file, true);
                Statement lenient = source.createStatement()) {
            // Else a file shorter than its first page says is refused whole.
            lenient.execute("PRAGMA writable_schema = ON");
            for (String table : contents.tables()) {
                long more = copyBothWays(source, whole, table);
                rows += contents.counted(table) ? more : 0;
            }
        } catch (Unsaved e) {
            throw e;
        } catch (SQLException e) {
            LOG.warn("nothing more can be read of the damaged file: {}", e.getMessage());
        }
        return rows;
    }

    private static long copyBothWays(Connection source, Connection whole, String table) throws SQLException {
        Transaction.begin(whole);
        try {
            Copied copied = copy(source, whole, table, false);
            long rows = copied.rows();
            return copied.torn() ? rows + copy(source, whole, table, true).rows() : rows;
        } finally {
            commit(whole);
        }
    }

    private static void commit(Connection whole) throws Unsaved {
        try {
            Transaction.commit(whole);
        } catch (SQLException e) {
            throw new Unsaved(e);
        }
    }

    /** How many rows, and whether the damage ended it. */
    private record Copied(long rows, boolean torn) {}

    private static Copied copy(Connection source, Connection whole, String table, boolean backwards)
            throws SQLException {
        List<String> columns = columns(whole, table, false);
        String key =
                String.join(backwards ? " DESC, " : ", ", columns(whole, table, true)) + (backwards ? " DESC" : "");
        long rows = 0;
        try (PreparedStatement insert = whole.prepareStatement("INSERT OR IGNORE INTO " + table + "("
                        + String.join(", ", columns) + ") VALUES("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
                Statement select = source.createStatement();
                ResultSet row = select.executeQuery(
                        "SELECT " + String.join(", ", columns) + " FROM " + table + " ORDER BY " + key)) {
            while (next(row)) {
                rows += insert(insert, row, columns.size());
            }
            return new Copied(rows, false);
        } catch (Torn damage) {
            return new Copied(rows, true);
        } catch (Unsaved e) {
            throw e;
        } catch (SQLException e) {
            if (!SqliteFile.isDamage(e)) {
                throw e;
            }
            return new Copied(rows, true);
        }
    }

    private static boolean next(ResultSet row) throws Torn {
        try {
            return row.next();
        } catch (SQLException e) {
            throw new Torn(e);
        }
    }

    private static long insert(PreparedStatement insert, ResultSet row, int columns) throws SQLException {
        for (int i = 1; i <= columns; i++) {
            insert.setObject(i, row.getObject(i));
        }
        try {
            return insert.executeUpdate();
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                return 0; // not of its type
            }
            throw new Unsaved(e);
        }
    }

    private static List<String> columns(Connection connection, String table, boolean key) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (row.next()) {
                if (!key || row.getInt("pk") > 0) {
                    columns.add(row.getString("name"));
                }
            }
        }
        return columns;
    }

    /** What was read cannot be written: that is no fault of the damaged file. */
    private static final class Unsaved extends SQLException {
        private static final long serialVersionUID = 1;

        Unsaved(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        }
    }

    /** Reading stops here. */
    private static final class Torn extends Exception {
        private static final long serialVersionUID = 1;

        Torn(SQLException cause) {
            super(cause);
        }
    }
}
