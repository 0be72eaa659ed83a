package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitEstimateTest {
    /** From a table of the normal distribution. */
    @ParameterizedTest
    @CsvSource({
        "0, .5",
        "0.5, .6914624612740131",
        "-0.5, .3085375387259869",
        "1, .8413447460685429",
        "1.28, .8997274320455579",
        "1.3, .9",
        "-1.3, .1",
        "40, .9",
        "-40, .1"
    })
    void isTheNormalDistributionHeldWithinItsTails(double z, double share) {
        assertThat(SplitEstimate.normal(z)).isCloseTo(share, within(1e-12));
    }

    @Test
    void halvesTheVolumeOfBarsThatNeverMoved() {
        SplitEstimate estimate = new SplitEstimate();
        for (int i = 0; i < 60; i++) {
            assertThat(estimate.share(100, 100)).isEqualTo(0.5);
        }
    }

    @Test
    void measuresAReturnAgainstTheFiftyBarsThatEndWithIt() {
        SplitEstimate estimate = new SplitEstimate();
        estimate.share(100, 900); // must be forgotten by the time it counts
        double share = 0;
        for (int i = 0; i < 50; i++) {
            share = estimate.share(100, i % 2 == 0 ? 101 : 100 / 1.01);
        }
        // Returns of ± ln 1.01 in turn, the last one down: one deviation below zero.
        assertThat(share).isCloseTo(.15865525393145707, within(1e-9));
    }
}
