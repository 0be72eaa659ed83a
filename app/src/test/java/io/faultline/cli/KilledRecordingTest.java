package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.BookView;
import io.faultline.desk.DeskView;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.VenueView;
import io.faultline.journal.JournalReader;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole program, recording two symbols from four venues, killed without warning ({@code kill -9}) at a moment by
 * chance: {@code -Dfaultline.kills=50} times as often as here.
 */
class KilledRecordingTest {
    private static final List<Venue> FOUR = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Enough, compressed, for some books' snapshots and changes. */
    private static final int LEAST_BYTES = 60_000;

    static IntStream kills() {
        return IntStream.rangeClosed(1, Integer.getInteger("faultline.kills", 5));
    }

    @ParameterizedTest
    @MethodSource("kills")
    void leavesAJournalThatReplaysToBooksThatTheExchangeHad(int seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path out = folder.resolve(seed % 2 == 0 ? "journal.jsonl.gz" : "journal");
        Path words = folder.resolve("words.txt");
        Random random = new Random(seed);
        try (PracticeExchange exchange = PracticeExchange.start(PracticeSettings.of(seed, FOUR, SYMBOLS)
                .withMessagesPerSecond(40)
                .withUpdatesKept(3_000))) {
            Process recording = record(exchange, out, words);
            try {
                await().atMost(LIMIT).until(() -> bytes(out) > LEAST_BYTES || !recording.isAlive());
                assertThat(recording.waitFor(random.nextInt(3_000), TimeUnit.MILLISECONDS))
                        .as(Files.readString(words))
                        .isFalse();
            } finally {
                recording.destroyForcibly();
                recording.waitFor();
            }

            assertOpensToTheLastWholeFrame(out);
            int live = 0;
            for (String symbol : SYMBOLS) {
                for (VenueView venue : replayed(out, symbol).venues()) {
                    BookView book = venue.book();
                    if (book.live()) {
                        live++;
                        assertThat(Witness.listing(book.depth()))
                                .as("%s at %d", venue.instrument(), book.lastId())
                                .isEqualTo(exchange.book(venue.instrument().venue(), symbol)
                                        .listing(book.lastId(), Integer.MAX_VALUE));
                    }
                }
            }
            assertThat(live).isPositive();
        }
    }

    private static Process record(PracticeExchange exchange, Path out, Path words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                Faultline.class.getName(),
                "record",
                "--symbol",
                String.join(",", SYMBOLS),
                "--out",
                out.toString()));
        command.addAll(PracticeVenues.options(exchange));
        return new ProcessBuilder(command)
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

    private static void assertOpensToTheLastWholeFrame(Path out) throws IOException {
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

    private static DeskView replayed(Path out, String symbol) throws IOException {
        ReplaySession replay = Markets.replay(List.of(out), Optional.of(symbol), Venues.live());
        try (replay) {
            ReplayControl control = replay.replay().orElseThrow();
            control.seek(Long.MAX_VALUE);
            await().atMost(LIMIT).until(() -> !control.seeking() && control.ended());
        }
        return replay.view(); // the last: all that the replay gave is in it
    }
}
