package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.ReplayControl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a replay has come to. */
@Timeout(90)
class ReplayArrivalTest {
    /** The crowd acts this often. */
    private static final long STEP_NANOS = 10_000_000_000L;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private Path journal;

    @BeforeEach
    void record() throws IOException {
        journal = folder.resolve("crowd.jsonl");
        CrowdJournal.write(journal, 5, 1, false);
    }

    @Test
    void showsTheMarketOfThePlaceThatItSaysItHasComeTo() throws IOException {
        try (ReplaySession replay = Markets.replay(List.of(journal), Optional.empty(), Venues.live())) {
            ReplayControl control = replay.replay().orElseThrow();
            await().until(() -> control.lastNanos() > control.firstNanos());
            long length = control.lastNanos() - control.firstNanos();
            for (double share : new double[] {.9, .3, .6, 1}) {
                long to = control.firstNanos() + (long) (share * length);

                control.seek(to);
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .atMost(Duration.ofSeconds(40))
                        .until(() -> !control.seeking());

                assertThat(replay.view().timeNanos()).isBetween(to - STEP_NANOS, to);
            }
        }
    }
}
