package io.faultline.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarScaleTest {
    private static final long SECOND = 1_000_000_000L;

    private final BarScale scale = new BarScale();

    @Test
    void keepsTheScaleWhileTheLargestRowIsWithinAQuarter() {
        scale.follow(100, 0);

        assertThat(scale.follow(125, 10 * SECOND)).isEqualTo(100);
        assertThat(scale.follow(75, 20 * SECOND)).isEqualTo(100);
    }

    @Test
    void changesOnlyAfterTwoSecondsOffByMoreThanAQuarter() {
        scale.follow(100, 0);

        assertThat(scale.follow(200, SECOND)).isEqualTo(100);
        assertThat(scale.follow(210, 2 * SECOND)).isEqualTo(100);
        assertThat(scale.follow(220, 3 * SECOND)).isEqualTo(220);
    }

    @Test
    void aSpellWithinAQuarterStartsTheTwoSecondsAgain() {
        scale.follow(100, 0);
        scale.follow(200, SECOND);
        scale.follow(110, 2 * SECOND);

        assertThat(scale.follow(200, 4 * SECOND)).isEqualTo(100);
        assertThat(scale.follow(200, 6 * SECOND)).isEqualTo(200);
    }

    @Test
    void timeThatGoesBackInAReplayNeitherSticksNorJumps() {
        scale.follow(100, 100 * SECOND);
        scale.follow(200, 101 * SECOND);

        assertThat(scale.follow(200, SECOND)).isEqualTo(100);
        assertThat(scale.follow(200, 3 * SECOND)).isEqualTo(200);
    }

    @Test
    void barsOfALargerRowStayFullLength() {
        scale.follow(100, 0);

        assertThat(scale.share(150)).isEqualTo(1);
        assertThat(scale.share(25)).isEqualTo(0.25);
        assertThat(scale.share(Double.NaN)).isZero();
    }

    @Test
    void takesTheNextValueAtOnceAfterAReset() {
        scale.follow(100, 0);
        scale.reset();

        assertThat(scale.follow(9, 1)).isEqualTo(9);
    }
}
