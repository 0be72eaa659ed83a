package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.HistoryBar;
import io.faultline.market.HistoryKind;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DamagedHistoryTest {
    private static final int BARS = 5_000;
    private static final TimeSpan ALL = new TimeSpan(Rows.T0, Rows.minute(100_000));
    private static final Series MINUTES = new Series(Rows.BTC, HistoryKind.BARS, Timeframe.MINUTE);

    private final Path folder;
    private final Path file;

    DamagedHistoryTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("history.db");
    }

    @BeforeEach
    void fill() {
        try (HistoryStore store = open()) {
            store.offer(Rows.minutes(Source.LIVE, 0, BARS)).join();
        }
    }

    private HistoryStore open() {
        return new HistoryStore(folder, Retention.standard(), () -> Rows.T0 * 1_000_000);
    }

    private static List<HistoryBar> bars(HistoryStore store) {
        return store.read(reader -> reader.bars(Rows.BTC, Timeframe.MINUTE, ALL), List.of());
    }

    private List<String> keptAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("history-damaged-.*[.]db"))
                    .toList();
        }
    }

    @Test
    void opensAFileCutShortAsFarAsItIsWhole() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(whole.length * 6L / 10 / 4096 * 4096 + 77);
        }
        try (HistoryStore store = open()) {
            List<HistoryBar> left = bars(store);
            assertThat(left).hasSizeBetween(BARS / 4, BARS - 1);
            assertThat(left).allMatch(bar -> bar.usd() >= 1_000);
            assertThat(store.status().notice())
                    .contains(
                            "damaged", String.valueOf(left.size()), keptAside().get(0));
            assertThat(store.read(reader -> reader.coverage(MINUTES), Coverage.NONE))
                    .as("nobody knows what is missing")
                    .isEqualTo(Coverage.NONE);
            assertThat(store.offer(Rows.minutes(Source.REST, 0, BARS)).join()).isTrue();
            assertThat(bars(store)).hasSize(BARS);
        }
        assertThat(Files.size(folder.resolve(keptAside().get(0)))).isLessThan(whole.length);
    }

    @Test
    void keepsAFileThatIsNoHistoryAndBeginsAnew() throws IOException {
        byte[] other = "This is somebody's novel, not a database. "
                .repeat(1000)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, other);
        try (HistoryStore store = open()) {
            assertThat(bars(store)).isEmpty();
            assertThat(store.status().notice()).contains("damaged", "0 rows");
            assertThat(store.status().problem()).isEmpty();
            assertThat(store.offer(Rows.minutes(Source.REST, 0, 10)).join()).isTrue();
        }
        assertThat(Files.readAllBytes(folder.resolve(keptAside().get(0)))).isEqualTo(other);
    }

    @Test
    void savesWhatIsBeforeAndBehindABadPage() throws IOException {
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = damaged.length() / 2 / 4096 * 4096;
            damaged.seek(middle);
            damaged.write(new byte[4096]);
        }
        try (HistoryStore store = open()) {
            List<HistoryBar> left = bars(store);
            assertThat(left).hasSizeBetween(BARS * 8 / 10, BARS - 1);
            assertThat(left.get(0).startMillis()).isEqualTo(Rows.minute(0));
            assertThat(left.get(left.size() - 1).startMillis()).isEqualTo(Rows.minute(BARS - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neitherFailsNorInventsBarsWhateverBytesAreWrong(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 40; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Files.write(file, bytes);
        try (HistoryStore store = open()) {
            List<HistoryBar> left = bars(store);
            assertThat(left.size()).as("seed %d", seed).isLessThanOrEqualTo(BARS);
            assertThat(store.offer(Rows.minutes(Source.LIVE, BARS, 10)).join())
                    .as("seed %d: %s", seed, store.status())
                    .isTrue();
        }
    }

    @Test
    void leavesTheHistoryOfANewerProgramAlone() throws Exception {
        try (Connection connection = Contents.HISTORY.connect(file, false);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);
        try (HistoryStore store = open()) {
            assertThat(store.offer(Rows.minutes(Source.LIVE, 0, 1)).join()).isFalse();
            assertThat(store.status().problem()).contains("newer Faultline", "99");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void leadsAnOlderFileToTheNewestVersionWithItsRows() throws Exception {
        List<List<String>> steps = new ArrayList<>(Schema.STEPS);
        steps.add(List.of("ALTER TABLE bar ADD COLUMN trades INTEGER NOT NULL DEFAULT 7"));
        try (Connection connection = Contents.HISTORY.connect(file, false)) {
            Schema.upgrade(connection, steps);
            assertThat(Schema.version(connection)).isEqualTo(steps.size());
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT count(*), min(trades), max(trades) FROM bar")) {
                assertThat(row.next()).isTrue();
                assertThat(List.of(row.getInt(1), row.getInt(2), row.getInt(3))).isEqualTo(List.of(BARS, 7, 7));
            }
            Schema.upgrade(connection, steps); // again: nothing is left to do
        }
    }

    @Test
    void leavesAVersionWholeWhenTheNextStepFails() throws Exception {
        List<List<String>> steps = new ArrayList<>(Schema.STEPS);
        steps.add(List.of("ALTER TABLE bar ADD COLUMN trades INTEGER", "ALTER TABLE nonsense ADD COLUMN x INTEGER"));
        try (Connection connection = Contents.HISTORY.connect(file, false)) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Schema.upgrade(connection, steps)))
                    .isInstanceOf(java.sql.SQLException.class);
        }
        try (HistoryStore store = open()) {
            assertThat(bars(store)).hasSize(BARS);
            assertThat(store.status().notice()).isEmpty();
        }
    }
}
