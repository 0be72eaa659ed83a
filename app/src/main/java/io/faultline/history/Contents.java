package io.faultline.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * What a store's file holds.
 *
 * @param name of the file, without its ending; its lock and its damaged copies are named after it
 * @param title in a sentence, for people
 * @param tables whose rows are worth saving from a damaged file, in the order in which they can be filled
 * @param steps statements by version, see {@link Schema#STEPS}
 * @param synchronous whether a commit waits for the disk
 */
record Contents(String name, String title, List<String> tables, List<List<String>> steps, SynchronousMode synchronous) {
    /** The market's past. What a power cut takes is a gap, and is asked for again. */
    static final Contents HISTORY =
            new Contents("history", "the history", Schema.TABLES, Schema.STEPS, SynchronousMode.NORMAL);

    /** What cannot be had again: alarms, plans, notes. What is said to be written survives a power cut. */
    static final Contents RECORDS = new Contents(
            "faultline",
            "the store of alarms, plans and notes",
            List.of("record", "sequence"),
            List.of(List.of(
                    "CREATE TABLE record(kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,"
                            + " text TEXT NOT NULL, PRIMARY KEY(kind, id)) STRICT, WITHOUT ROWID",
                    "CREATE TABLE sequence(one INTEGER PRIMARY KEY CHECK(one = 1), revision INTEGER NOT NULL)"
                            + " STRICT")),
            SynchronousMode.FULL);

    /** Whether a row of that table is something to people. */
    boolean counted(String table) {
        return !table.equals("instrument") && !table.equals("sequence");
    }

    /** A connection to that file. */
    Connection connect(Path file, boolean readOnly) throws SQLException {
        return SqliteFile.connect(file, readOnly, synchronous);
    }
}
