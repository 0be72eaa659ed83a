package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameMeterTest {
    private static final long MILLI = 1_000_000;
    private final FrameMeter meter = new FrameMeter();

    @Test
    void readsNothingBeforeASecondHasPassed() {
        meter.pulse(5 * MILLI, MILLI);

        assertThat(meter.latest().pulsesPerSecond()).isZero();
    }

    @Test
    void readsTheLastSecond() {
        for (int i = 1; i <= 100; i++) {
            meter.event(20 * MILLI);
            meter.pulse(20L * i * MILLI, i % 50 == 0 ? 12 * MILLI : 2 * MILLI);
        }

        FrameMeter.Reading reading = meter.latest();
        assertThat(reading.pulsesPerSecond()).isCloseTo(50, within(1.5));
        assertThat(reading.pulseP50Nanos()).isCloseTo(2 * MILLI, within(50_000L));
        assertThat(reading.pulseP99Nanos()).isCloseTo(12 * MILLI, within(200_000L));
        assertThat(reading.eventP50Nanos()).isCloseTo(20 * MILLI, within(200_000L));
    }

    @Test
    void forgetsTheWarmUp() {
        meter.pulse(1, 500 * MILLI);
        meter.reset();
        meter.pulse(2, MILLI);

        assertThat(meter.pulseNanos().getTotalCount()).isEqualTo(1);
        assertThat(meter.pulseNanos().getMaxValue()).isLessThan(2 * MILLI);
    }
}
