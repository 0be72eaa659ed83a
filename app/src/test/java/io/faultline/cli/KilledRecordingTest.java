package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.BookView;
import io.faultline.desk.ReplayControl;
import io.faultline.journal.JournalReader;
import io.faultline.practice.LoopbackExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole program, recording from an exchange, killed without warning ({@code kill -9}) at a moment by chance. */
@Timeout(90)
class KilledRecordingTest {
    private static final String SYMBOL = "BTCUSDT";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({"journal, 1", "journal, 2", "journal.jsonl.gz, 3"})
    void leavesAJournalThatSaysItIsTruncatedAndReplaysToABookThatTheExchangeHad(
            String name, long seed, @TempDir Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        Path words = folder.resolve("words.txt");
        Random random = new Random(seed);
        try (LoopbackExchange exchange = LoopbackExchange.generated(seed, Duration.ofMillis(10), SYMBOL)) {
            Process recording = record(exchange, out, words);
            try {
                // A snapshot of the book is less than 10 kB, so some of its changes are in too.
                int enough = 20_000 + random.nextInt(20_000);
                await().atMost(LIMIT).until(() -> bytes(out) > enough || !recording.isAlive());
                assertThat(recording.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS))
                        .as(Files.readString(words))
                        .isFalse();
            } finally {
                recording.destroyForcibly();
                recording.waitFor();
            }

            assertSaysThatItIsTruncated(out);
            BookView book = replayed(out);
            assertThat(book.live()).isTrue();
            assertThat(Witness.listing(book.depth()))
                    .isEqualTo(exchange.trueLevels(SYMBOL, book.lastId(), Integer.MAX_VALUE));
        }
    }

    private static Process record(LoopbackExchange exchange, Path out, Path words) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Faultline.class.getName(),
                        "record",
                        "--out",
                        out.toString(),
                        "--binance-endpoints",
                        exchange.rest() + "," + exchange.websocket())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
    }

    private static long bytes(Path out) throws IOException {
        if (!Files.exists(out)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(KilledRecordingTest::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void assertSaysThatItIsTruncated(Path out) throws IOException {
        try (JournalReader reader = JournalReader.open(List.of(out))) {
            long frames = 0;
            while (reader.next() != null) {
                frames++;
            }
            assertThat(reader.report().wholeFrames()).isEqualTo(frames).isPositive();
            assertThat(reader.report().truncatedTail()).isTrue();
            assertThat(reader.report().badLines()).isZero();
        }
    }

    private static BookView replayed(Path out) throws IOException {
        try (ReplaySession replay = Markets.replay(List.of(out), Optional.of(SYMBOL), Venues.live())) {
            ReplayControl control = replay.replay().orElseThrow();
            control.seek(Long.MAX_VALUE);
            await().atMost(LIMIT).until(() -> !control.seeking() && control.ended());
            await().atMost(LIMIT).until(() -> replay.view().timeNanos() == control.lastNanos());
            return replay.view().venues().get(0).book();
        }
    }
}
