package io.faultline.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the records' file held when it could not be opened where it is: read from a copy in the system's temporary
 * folder. An absent file held nothing.
 *
 * @param revision of the newest change in it
 */
record RecordCopy(long revision, List<KeptRecord> records) {
    private static final RecordCopy NOTHING = new RecordCopy(0, List.of());

    /** Null if it cannot be read, or a newer program has made it. */
    static @Nullable RecordCopy of(Path folder) {
        Path original = folder.resolve(Contents.RECORDS.name() + ".db");
        List<Path> copied = new ArrayList<>();
        try {
            if (!Files.exists(original) || Files.size(original) == 0) {
                return NOTHING;
            }
            Path temporary = Files.createTempDirectory("faultline");
            copied.add(temporary);
            Path copy = temporary.resolve(original.getFileName());
            copied.addAll(SqliteFile.parts(copy));
            Files.copy(original, copy);
            Path log = SqliteFile.parts(original).get(1);
            if (Files.exists(log)) {
                Files.copy(log, SqliteFile.parts(copy).get(1));
            }
            return read(copy);
        } catch (IOException | SQLException e) {
            RecordStore.LOG.warn("{} cannot be read: {}", original, e.toString());
            return null;
        } finally {
            delete(copied);
        }
    }

    private static @Nullable RecordCopy read(Path copy) throws SQLException {
        try (Connection connection = Contents.RECORDS.connect(copy, false)) {
            int version = Schema.version(connection);
            if (version > Contents.RECORDS.steps().size()) {
                return null;
            }
            RecordTable table = new RecordTable(connection);
            return version == 0 ? NOTHING : new RecordCopy(table.revision(), table.all());
        }
    }

    private static void delete(List<Path> copied) {
        for (int i = copied.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(copied.get(i));
            } catch (IOException e) {
                RecordStore.LOG.debug("a copy stays behind: {}", e.toString());
            }
        }
    }

    List<KeptRecord> list(String kind) {
        return records.stream().filter(record -> record.kind().equals(kind)).toList();
    }
}
