package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.HistoryBar;
import io.faultline.market.HistoryKind;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store killed without warning ({@code kill -9}) has every row that it said it had, and claims no more than it has. */
class KilledHistoryTest {
    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHistory.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Opens it once the other program has said something. */
    private static HistoryStore openAfter(String said, Path folder) {
        assertThat(said).isNotNull();
        return new HistoryStore(folder, Retention.standard(), () -> Rows.T0 * 1_000_000);
    }

    @Test
    @Timeout(60)
    void anotherProgramWritesToTheSameFolderInTurnAndSaysSo(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process process = start(folder);
        try (BufferedReader acknowledgements =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                HistoryStore store = openAfter(acknowledgements.readLine(), folder)) {
            for (int i = 0; i < 20; i++) {
                assertThat(store.offer(Rows.minutes(Source.LIVE, -100 - i, 1)).join())
                        .as("%s", store.status())
                        .isTrue();
            }
            assertThat(store.status().notice()).contains("another Faultline");
            String before = acknowledgements.readLine();
            for (int i = 0; i < 200; i++) {
                before = acknowledgements.readLine();
            }
            assertThat(before).as("the other goes on").isNotNull();
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @Timeout(60)
    void everyRowAcknowledgedBeforeTheKillIsThere(long seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        long acknowledged = 0;
        Process process = start(folder);
        try (BufferedReader acknowledgements =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int lines = 1 + random.nextInt(40); lines > 0; lines--) {
                acknowledged = Long.parseLong(acknowledgements.readLine());
            }
            assertThat(process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS))
                    .isFalse();
            process.toHandle().destroyForcibly(); // Leaves its output open, unlike Process.
            for (String line = acknowledgements.readLine(); line != null; line = acknowledgements.readLine()) {
                acknowledged = Long.parseLong(line);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }

        TimeSpan all = new TimeSpan(Rows.T0, Rows.minute(acknowledged + 10_000));
        try (HistoryStore store = new HistoryStore(folder, Retention.standard(), () -> Rows.T0 * 1_000_000)) {
            List<HistoryBar> bars = store.read(reader -> reader.bars(Rows.BTC, Timeframe.MINUTE, all), List.of());
            Coverage coverage = store.read(
                    reader -> reader.coverage(new Series(Rows.BTC, HistoryKind.BARS, Timeframe.MINUTE)), Coverage.NONE);

            assertThat(store.status().notice()).isEmpty();
            assertThat(bars.size()).isGreaterThanOrEqualTo((int) acknowledged).isPositive();
            assertThat(coverage.known())
                    .containsExactly(new Coverage.Known(new TimeSpan(Rows.T0, Rows.minute(bars.size())), Source.LIVE));
            assertThat(bars.get(bars.size() - 1).startMillis()).isEqualTo(Rows.minute(bars.size() - 1));
        }
    }
}
