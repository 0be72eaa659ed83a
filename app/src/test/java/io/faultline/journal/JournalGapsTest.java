package io.faultline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalGapsTest {
    private static final long SECOND = 1_000_000_000L;
    private final JournalGaps gaps = new JournalGaps();

    @Test
    void joinsWhatLiesCloseAndNamesWhatLiesBetween() {
        cover(0, 5);
        cover(100, 120);
        cover(14, 20);
        cover(128, 140);

        assertThat(gaps.gaps()).containsExactly(new JournalGaps.Gap(20 * SECOND, 100 * SECOND));
    }

    @Test
    void whatOneFileLacksAnotherMayHave() {
        cover(0, 10);
        cover(60, 70);
        assertThat(gaps.gaps()).hasSize(1);

        cover(5, 65);

        assertThat(gaps.gaps()).isEmpty();
    }

    @Test
    void nothingLacksInOneStretchOrNone() {
        assertThat(gaps.gaps()).isEmpty();
        for (int second = 0; second < 100; second += 9) {
            cover(second, second);
        }
        assertThat(gaps.gaps()).isEmpty();
    }

    private void cover(long from, long to) {
        gaps.covered(from * SECOND, to * SECOND);
    }
}
