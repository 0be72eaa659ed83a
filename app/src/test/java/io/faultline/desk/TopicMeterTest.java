package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.Topic;
import org.junit.jupiter.api.Test;

class TopicMeterTest {
    private static final long MILLI = 1_000_000;
    private static final long START = 1_700_000_000_000L * MILLI;

    @Test
    void givesTheRateOfASteadyTopicAtAnyPointOfASecond() {
        TopicMeter meter = new TopicMeter(Topic.BOOK);
        for (int i = 0; i < 10_000; i++) {
            long now = START + i * MILLI;
            meter.count(now);
            if (i >= 6_000 && i % 100 == 0) {
                assertThat(meter.view(now, 0, 0).perSecond()).isCloseTo(1_000, within(1.0));
            }
        }
    }

    @Test
    void saysNothingASecondWhenNothingHasComeForLong() {
        TopicMeter meter = new TopicMeter(Topic.BOOK);
        meter.count(START);
        assertThat(meter.view(START + 60_000 * MILLI, 0, 0).perSecond()).isZero();
    }
}
