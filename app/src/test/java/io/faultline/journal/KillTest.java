package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorder killed without warning ({@code kill -9}) has kept every frame that it said it had. */
class KillTest {
    @ParameterizedTest
    @CsvSource({"j.jsonl.gz, 1", "j.jsonl.gz, 2", "j, 3", "j, 4"})
    @Timeout(60)
    void everyFrameAcknowledgedBeforeTheKillComesBack(String name, long seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        Random random = new Random(seed);
        long acknowledged = 0;
        Process recorder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRecorder.class.getName(),
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader acknowledgements =
                new BufferedReader(new InputStreamReader(recorder.getInputStream(), StandardCharsets.UTF_8))) {
            for (int lines = 1 + random.nextInt(4); lines > 0; lines--) {
                acknowledged = Long.parseLong(acknowledgements.readLine());
            }
            assertThat(recorder.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS))
                    .as(() -> "ended by itself with " + recorder.exitValue())
                    .isFalse();
            recorder.toHandle().destroyForcibly(); // Leaves its output open, unlike Process.
            for (String line = acknowledgements.readLine(); line != null; line = acknowledgements.readLine()) {
                acknowledged = Long.parseLong(line);
            }
        } finally {
            recorder.destroyForcibly();
            recorder.waitFor();
        }

        try (JournalReader reader = JournalReader.open(List.of(out))) {
            int next = 0;
            for (var frame = reader.next(); frame != null; frame = reader.next()) {
                if (!frame.equals(SampleFrames.numbered(next))) {
                    assertThat(frame).isEqualTo(SampleFrames.numbered(next));
                }
                next++;
            }
            assertThat(reader.report().wholeFrames())
                    .isGreaterThanOrEqualTo(acknowledged)
                    .isPositive();
            assertThat(reader.report().truncatedTail()).isTrue();
            assertThat(reader.report().badLines()).isZero();
        }
    }
}
