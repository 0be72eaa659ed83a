package io.faultline.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * A store's file in its folder. Whoever opens it alone checks it, mends it and leads it to the newest version; whoever
 * finds it open shares it, for SQLite lets several programs write in turn.
 */
final class SqliteFile implements AutoCloseable {
    private static final int BUSY_MILLIS = 5_000;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A JVM's own locks do not exclude each other: they fail. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Contents contents;
    private final Path file;
    private final FileChannel lockFile;
    private final String notice;

    private SqliteFile(Contents contents, Path file, FileChannel lockFile, String notice) {
        this.contents = contents;
        this.file = file;
        this.lockFile = lockFile;
        this.notice = notice;
    }

    /**
     * Makes it usable, whatever state it is in.
     *
     * @param nowNanos since 1970, for the name of a damaged copy
     * @throws HistoryException in words for people, if it cannot be used
     */
    @SuppressWarnings("resource") // the lock lives as long as its channel
    static SqliteFile open(Contents contents, Path folder, long nowNanos) throws HistoryException {
        synchronized (ONE_AT_A_TIME) {
            FileChannel channel = null;
            try {
                Files.createDirectories(folder);
                channel = FileChannel.open(
                        folder.resolve(contents.name() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.READ);
                Path file = folder.resolve(contents.name() + ".db");
                String stamp = STAMP.format(Instant.ofEpochSecond(0, nowNanos));
                return new SqliteFile(contents, file, channel, notice(contents, channel, file, stamp));
            } catch (IOException | SQLException e) {
                close(channel);
                throw new HistoryException(contents.title() + " in " + folder + " cannot be opened: " + words(e), e);
            } catch (HistoryException e) {
                close(channel);
                throw e;
            }
        }
    }

    /** Prepares the file if nobody else has it open, and sees to it that nobody else does so from now on. */
    private static String notice(Contents contents, FileChannel channel, Path file, String stamp)
            throws IOException, SQLException, HistoryException {
        try {
            String notice = "another Faultline has " + contents.title() + " of this folder open: both write to it";
            FileLock alone = channel.tryLock();
            if (alone != null) {
                notice = prepare(contents, file, stamp);
                alone.release();
            }
            channel.lock(0, Long.MAX_VALUE, true); // waits while another program prepares it
            return notice;
        } catch (OverlappingFileLockException ofThisProgram) {
            return ""; // whose lock keeps others from having it alone
        }
    }

    private static String prepare(Contents contents, Path file, String stamp)
            throws SQLException, IOException, HistoryException {
        Salvage salvage = new Salvage(contents, file);
        salvage.finish(stamp);
        boolean sound;
        try (Connection connection = contents.connect(file, false)) {
            sound = isSound(connection);
            if (sound) {
                upgrade(contents, connection);
            }
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            sound = false;
        }
        return sound ? "" : salvage.run(stamp);
    }

    static void upgrade(Contents contents, Connection connection) throws SQLException, HistoryException {
        int version = Schema.version(connection);
        int known = contents.steps().size();
        if (version > known) {
            throw new HistoryException("a newer Faultline has made " + contents.title() + " (version " + version
                    + ", this one knows " + known + "): it is left as it is");
        }
        Schema.upgrade(connection, contents.steps());
    }

    private static boolean isSound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            return row.next() && "ok".equals(row.getString(1));
        }
    }

    /** Whether the file is at fault, not its surroundings. */
    static boolean isDamage(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** What is wrong, in words and without the library's own. */
    static String words(Exception e) {
        if (e instanceof SQLException sql) {
            if (isDamage(sql)) {
                return "the file is damaged; it will be mended at the next start";
            }
            int code = sql.getErrorCode() & 0xff;
            if (code == SQLiteErrorCode.SQLITE_FULL.code) {
                return "the disk, or the room allowed on it, is full";
            }
            if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
                return "the file or the disk is read-only";
            }
            if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
                return "the file cannot be opened or made";
            }
            if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
                return "the disk fails, or is full";
            }
            if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
                return "another program keeps the file for itself";
            }
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be written";
        }
        if (e instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is a file, not a folder";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        String message = e.getMessage();
        return e instanceof IOException || message == null
                ? e.getClass().getSimpleName() + (message == null ? "" : ": " + message)
                : message;
    }

    /** A new connection. */
    Connection connect(boolean readOnly) throws SQLException {
        return contents.connect(file, readOnly);
    }

    static Connection connect(Path file, boolean readOnly, SQLiteConfig.SynchronousMode synchronous)
            throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(synchronous);
        }
        return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
    }

    /** The names of the files that belong to one database. */
    static List<Path> parts(Path file) {
        return List.of(
                file,
                file.resolveSibling(file.getFileName() + "-wal"),
                file.resolveSibling(file.getFileName() + "-shm"));
    }

    /** What happened on opening that people should know; empty if nothing. */
    String notice() {
        return notice;
    }

    /** Bytes of the file, the part of it included that is not yet in its place. */
    long bytes() {
        long bytes = 0;
        for (Path part : parts(file)) {
            try {
                bytes += Files.exists(part) ? Files.size(part) : 0;
            } catch (IOException goneMeanwhile) {
                bytes += 0;
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        close(lockFile);
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(SqliteFile.class).debug("closing the lock", e);
            }
        }
    }
}
