package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DamagedRecordsTest {
    private static final int RECORDS = 600;

    private final Path folder;
    private final Path file;

    DamagedRecordsTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("faultline.db");
    }

    @BeforeEach
    void fill() {
        try (RecordStore store = open()) {
            store.write(IntStream.range(0, RECORDS)
                            .mapToObj(i -> RecordChange.put("note", id(i), text(i)))
                            .toList())
                    .join();
        }
    }

    private static String id(int i) {
        return String.format("%04d", i);
    }

    private static String text(int i) {
        return ("note " + i + ". ").repeat(20);
    }

    private RecordStore open() {
        return new RecordStore(folder, () -> 1_700_000_000_000_000_000L);
    }

    private static Map<String, String> notes(RecordStore store) {
        return store.list("note").join().records().stream()
                .collect(Collectors.toMap(KeptRecord::id, KeptRecord::text, (a, b) -> a, TreeMap::new));
    }

    private List<String> keptAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("faultline-damaged-.*[.]db"))
                    .toList();
        }
    }

    @Test
    void keepsAFileThatIsNoStoreAndBeginsAnew() throws IOException {
        byte[] other = "Somebody's novel. ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Files.write(file, other);
        try (RecordStore store = open()) {
            assertThat(notes(store)).isEmpty();
            assertThat(store.status().problem()).isEmpty();
            assertThat(store.status().notice())
                    .contains("damaged", "0 rows", keptAside().get(0));
        }
        assertThat(Files.readAllBytes(folder.resolve(keptAside().get(0)))).isEqualTo(other);
    }

    @Test
    void opensAFileCutShortAsFarAsItIsWhole() throws IOException {
        long whole = Files.size(file);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(whole * 6 / 10 / 4096 * 4096 + 77);
        }
        try (RecordStore store = open()) {
            Map<String, String> left = notes(store);
            assertThat(left.size()).isBetween(RECORDS / 4, RECORDS - 1);
            left.forEach((id, text) -> assertThat(text).isEqualTo(text(Integer.parseInt(id))));
            assertThat(store.status().notice())
                    .contains("damaged", left.size() + " rows", keptAside().get(0));
            long revision = store.write(List.of(RecordChange.put("note", "new", "x")))
                    .join()
                    .revision();
            assertThat(revision).as("above every revision that is left").isGreaterThan(1);
        }
    }

    @Test
    void takesAnEmptyFileForANewOne() throws IOException {
        Files.write(file, new byte[0]);
        try (RecordStore store = open()) {
            assertThat(notes(store)).isEmpty();
            assertThat(store.status().notice()).isEmpty();
            assertThat(store.write(List.of(RecordChange.put("note", "a", "x")))
                            .join()
                            .onDisk())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neitherFailsNorRunsOutOfRevisionsWhateverBytesAreWrong(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 40; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Files.write(file, bytes);
        try (RecordStore store = open()) {
            assertThat(notes(store).size()).as("seed %d", seed).isLessThanOrEqualTo(RECORDS + 40);
            Written written = store.write(List.of(RecordChange.put("note", id(3), "after")))
                    .join();
            assertThat(written.onDisk()).as("seed %d: %s", seed, written).isTrue();
            assertThat(notes(store)).containsEntry(id(3), "after");
        }
    }

    @Test
    void goesOnWithASalvageThatWasInterrupted() throws IOException {
        Files.copy(file, folder.resolve("faultline-saved.db"));
        Files.write(file, new byte[5_000]);
        Files.write(folder.resolve("faultline.db-wal"), "left".getBytes(StandardCharsets.UTF_8));
        try (RecordStore store = open()) {
            assertThat(notes(store)).hasSize(RECORDS);
            assertThat(store.status().problem()).isEmpty();
        }
        assertThat(keptAside()).hasSize(1);
        assertThat(Files.size(folder.resolve(keptAside().get(0)))).isEqualTo(5_000);
        assertThat(folder.resolve("faultline-saved.db")).doesNotExist();
    }

    @Test
    void leavesTheStoreOfANewerProgramAlone() throws Exception {
        try (Connection connection = Contents.RECORDS.connect(file, false);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);
        try (RecordStore store = open()) {
            Listing listing = store.list("note").join();
            assertThat(listing.records()).isEmpty();
            assertThat(listing.problem()).contains("newer Faultline", "99");
            Written written =
                    store.write(List.of(RecordChange.put("note", "a", "x"))).join();
            assertThat(written.outcome()).isEqualTo(Written.Outcome.HELD);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    /** A write-ahead log torn at any byte: each write is there whole or not at all, and the first ones rather than the last. */
    @Test
    void hasEveryWriteWholeOrNotAtAllWhereverItsLogIsTorn(@TempDir Path crashed) throws IOException {
        Path log = folder.resolve("faultline.db-wal");
        byte[] database;
        byte[] whole;
        try (RecordStore store = open()) {
            for (int i = 1; i <= 12; i++) {
                store.write(List.of(
                                RecordChange.put("pair", "left", "" + i),
                                RecordChange.put("pair", "right", "" + i),
                                RecordChange.put("pair", "n" + i, "x".repeat(500))))
                        .join();
            }
            database = Files.readAllBytes(file);
            whole = Files.readAllBytes(log);
        }
        assertThat(whole.length).isGreaterThan(20_000);
        Random random = new Random(5);
        long last = 0;
        for (int length = 0; length <= whole.length; length += 1 + random.nextInt(whole.length / 12)) {
            Files.write(crashed.resolve("faultline.db"), database);
            Files.write(crashed.resolve("faultline.db-wal"), Arrays.copyOf(whole, length));
            Files.deleteIfExists(crashed.resolve("faultline.db-shm"));
            try (RecordStore store = new RecordStore(crashed, () -> 0)) {
                Map<String, String> pair = store.list("pair").join().records().stream()
                        .collect(Collectors.toMap(KeptRecord::id, KeptRecord::text));
                assertThat(pair.get("left")).as("cut at %d", length).isEqualTo(pair.get("right"));
                int writes = Math.max(0, pair.size() - 2);
                assertThat(pair.getOrDefault("left", "0")).isEqualTo("" + writes);
                assertThat(writes).isGreaterThanOrEqualTo((int) last);
                last = writes;
                assertThat(store.status().notice()).isEmpty();
            }
        }
        assertThat(last).as("or nothing was torn off late enough").isGreaterThan(6);
    }
}
