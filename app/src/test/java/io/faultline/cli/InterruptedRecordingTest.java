package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.journal.JournalReader;
import io.faultline.practice.LoopbackExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, recording until somebody ends it: that is how a recording without {@code --for} ends well. */
class InterruptedRecordingTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {"journal.jsonl.gz", "journal"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy() gives a program no moment there")
    void endsWithAWholeJournalItsLastWordsAndZero(String name, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        Path words = folder.resolve("words.txt");
        try (LoopbackExchange exchange = LoopbackExchange.generated(3, Duration.ofMillis(20), "BTCUSDT")) {
            Process recording = record(exchange, out, words);
            try {
                await().atMost(LIMIT)
                        .until(() -> Files.readString(words).contains("public: up") || !recording.isAlive());
                recording.destroy();

                assertThat(recording.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } finally {
                recording.destroyForcibly();
            }
            assertThat(recording.exitValue()).as(Files.readString(words)).isZero();
        }
        try (JournalReader reader = JournalReader.open(List.of(out))) {
            long frames = 0;
            while (reader.next() != null) {
                frames++;
            }
            assertThat(frames).isPositive();
            assertThat(reader.report().truncatedTail()).isFalse();
            assertThat(Files.readString(words)).contains(reader.report().bytes() + " bytes, 0 frames lost");
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
                        "--venues",
                        "binance",
                        "--binance-endpoints",
                        exchange.rest() + "," + exchange.websocket())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
    }
}
