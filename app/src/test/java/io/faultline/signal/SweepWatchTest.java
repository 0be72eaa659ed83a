package io.faultline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import org.junit.jupiter.api.Test;

class SweepWatchTest {
    private static final double MID = 10_000;
    private long now;

    @Test
    void seesABookThatTakesWhatIsForced() {
        SweepWatch watch = new SweepWatch(0, MID, 10);
        watch.observe(sample(MID, 0, 5e6, 0));
        for (int i = 0; i < 5; i++) {
            watch.observe(sample(MID - 1, 1e6, 5e6, 1e6));
        }
        Absorption absorption = watch.absorption();
        assertThat(absorption.refillRatio()).isCloseTo(1, within(1e-9));
        assertThat(absorption.absorbed()).isTrue();
        assertThat(watch.forcedUsd()).isEqualTo(5e6);
    }

    @Test
    void seesABookThatGivesWay() {
        SweepWatch watch = new SweepWatch(0, MID, 10);
        double rests = 10e6;
        watch.observe(sample(MID, 0, rests, 0));
        for (int i = 0; i < 5; i++) {
            rests -= 1e6;
            watch.observe(sample(MID - 20 * i, 1e6, rests, 1e6));
        }
        assertThat(watch.absorption().absorbed()).isFalse();
        assertThat(watch.absorption().refillRatio()).isCloseTo(0, within(1e-9));
    }

    @Test
    void countsARefillOnlyWithinThreeSeconds() {
        SweepWatch watch = new SweepWatch(0, MID, 10);
        watch.observe(sample(MID, 0, 5e6, 0));
        watch.observe(sample(MID, 1e6, 3e6, 2e6));
        watch.observe(sample(MID, 1e6, 4e6, 0));
        now += 3_000;
        watch.observe(sample(MID, 1e6, 5e6, 0));
        assertThat(watch.absorption().refillRatio()).as("half came in time").isCloseTo(0.5, within(1e-9));
    }

    @Test
    void seesTheFlowRunOut() {
        SweepWatch watch = new SweepWatch(0, MID, 10);
        for (int second = 0; second < 10; second++) {
            watch.observe(sample(MID, 1e6, 5e6, 0));
        }
        assertThat(watch.exhausted()).isFalse();
        for (int second = 0; second < 15; second++) {
            watch.observe(sample(MID, 0.1e6, 5e6, 0));
        }
        assertThat(watch.exhausted()).isTrue();
    }

    @Test
    void countsNoSampleTwice() {
        SweepWatch watch = new SweepWatch(0, MID, 10);
        SweepSample sample = sample(MID, 1e6, 5e6, 0);
        watch.observe(sample);
        watch.observe(sample);
        assertThat(watch.forcedUsd()).isEqualTo(1e6);
    }

    private SweepSample sample(double mid, double forcedUsd, double restsUsd, double tradedUsd) {
        now += 1_000;
        return new SweepSample(now, mid, forcedUsd, bin(restsUsd), bin(tradedUsd));
    }

    private static SideBins bin(double usd) {
        double price = Bins.centre(Bins.of(MID) - 2);
        return SideBins.of(new BookLevels(new double[] {price}, new double[] {usd / price}));
    }
}
