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

/**
 * Puts a damaged file aside and takes what can still be read of it into a new one: from the beginning of each table up to
 * the damage, and from its end back to it. The rows are kept, but not the claim that they are complete.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    private Salvage() {}

    /** Returns what has been done, in words. */
    static String run(Path file, String stamp) throws IOException, SQLException, HistoryException {
        Path aside = free(file, stamp);
        List<Path> from = HistoryFile.parts(file);
        List<Path> to = HistoryFile.parts(aside);
        for (int i = 0; i < from.size(); i++) {
            if (Files.exists(from.get(i))) {
                Files.move(from.get(i), to.get(i));
            }
        }
        long saved = 0;
        try (Connection whole = HistoryFile.connect(file, false)) {
            HistoryFile.upgrade(whole);
            saved = copyAll(aside, whole);
        }
        Files.deleteIfExists(to.get(2)); // made again by whoever reads it
        String words = "the history was damaged: " + saved + " rows were saved, and the damaged file is kept as "
                + aside.getFileName();
        LOG.warn("{}", words);
        return words;
    }

    private static Path free(Path file, String stamp) {
        Path aside = file.resolveSibling("history-damaged-" + stamp + ".db");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling("history-damaged-" + stamp + "-" + i + ".db");
        }
        return aside;
    }

    private static long copyAll(Path damaged, Connection whole) throws SQLException {
        long saved = 0;
        try (Connection source = HistoryFile.connect(damaged, true);
                Statement lenient = source.createStatement()) {
            // Else a file shorter than its first page says is refused whole.
            lenient.execute("PRAGMA writable_schema = ON");
            for (String table : Schema.TABLES) {
                Transaction.begin(whole);
                Copied copied = copy(source, whole, table, false);
                long rows = copied.rows();
                if (copied.torn()) {
                    rows += copy(source, whole, table, true).rows();
                }
                Transaction.commit(whole);
                saved += table.equals("instrument") ? 0 : rows;
            }
        } catch (SQLException e) {
            Transaction.rollBack(whole);
            LOG.warn("nothing more can be read of the damaged history: {}", e.getMessage());
        }
        return saved;
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
        } catch (SQLException e) {
            if (!HistoryFile.isDamage(e)) {
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
        } catch (SQLException notOfItsType) {
            return 0;
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

    /** Reading stops here. */
    private static final class Torn extends Exception {
        private static final long serialVersionUID = 1;

        Torn(SQLException cause) {
            super(cause);
        }
    }
}
