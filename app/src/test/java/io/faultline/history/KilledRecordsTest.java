package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A store killed without warning ({@code kill -9}) has every write that it said it had, each whole. */
@Timeout(60)
class KilledRecordsTest {
    private static final int KILLS = 3;

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRecords.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader said(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void everyWriteAcknowledgedBeforeTheKillIsThereAndWhole(@TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(3);
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int acknowledged = runAndKill(folder, random);
            try (RecordStore store = new RecordStore(folder, () -> 0)) {
                List<KeptRecord> pair = store.list("pair").join().records();
                List<KeptRecord> log = store.list("log").join().records();
                assertThat(store.status().notice()).isEmpty();
                assertThat(store.owner()).as("the dead own nothing").isTrue();
                assertThat(pair).extracting(KeptRecord::id).containsExactly("left", "right");
                assertThat(pair.get(0).text()).isEqualTo(pair.get(1).text());
                assertThat(pair.get(0).revision()).isEqualTo(pair.get(1).revision());
                int last = Integer.parseInt(pair.get(0).text().trim());
                assertThat(last).isGreaterThanOrEqualTo(acknowledged).isPositive();
                assertThat(log.size()).isGreaterThanOrEqualTo(last);
                assertThat(pair.get(0).revision()).isGreaterThan(before);
                before = pair.get(0).revision();
            }
        }
    }

    private static int runAndKill(Path folder, Random random) throws IOException, InterruptedException {
        int acknowledged = 0;
        Process process = start(folder);
        try (BufferedReader lines = said(process)) {
            for (int i = 1 + random.nextInt(20); i > 0; i--) {
                acknowledged = Integer.parseInt(lines.readLine());
            }
            assertThat(process.waitFor(random.nextInt(100), TimeUnit.MILLISECONDS))
                    .isFalse();
            process.toHandle().destroyForcibly(); // Leaves its output open, unlike Process.
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = Integer.parseInt(line);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return acknowledged;
    }

    @Test
    void aSecondProgramOnTheFolderWorksAndSaysThatItIsNotTheOwner(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process process = start(folder);
        try (BufferedReader lines = said(process)) {
            assertThat(lines.readLine()).isNotNull();
            try (RecordStore store = new RecordStore(folder, () -> 0)) {
                RecordStatus status = store.opened().join();
                assertThat(status.owner()).isFalse();
                assertThat(status.notice()).contains("another Faultline");
                assertThat(store.write(List.of(RecordChange.put("pair", "left", "mine")))
                                .join()
                                .outcome())
                        .isEqualTo(Written.Outcome.REFUSED);
                for (int i = 0; i < 10; i++) {
                    assertThat(store.write(List.of(RecordChange.put("note", "n" + i, "x", RecordChange.NEW)))
                                    .join()
                                    .onDisk())
                            .as("%s", store.status())
                            .isTrue();
                }
                String last = lines.readLine();
                for (int i = 0; i < 100; i++) {
                    last = lines.readLine();
                }
                assertThat(last).as("the other goes on").isNotNull();
                process.destroyForcibly();
                process.waitFor();
                assertThat(store.claim().join()).isTrue();
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
