package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.Settings;
import org.junit.jupiter.api.Test;

class FramePaceTest {
    private static final long PULSE = 16_666_667L;

    @Test
    void drawsEveryPulseUnlessToldOtherwise() {
        assertThat(drawn(Settings.USUAL, false)).isEqualTo(600);
    }

    @Test
    void drawsAsManyASecondAsAreSet() {
        assertThat(drawn(Settings.USUAL.with(KnownSettings.FRAME_CAP, 30.0), false))
                .isBetween(295, 305);
        assertThat(drawn(Settings.USUAL.with(KnownSettings.FRAME_CAP, 10.0), false))
                .isBetween(95, 105);
    }

    @Test
    void drawsOnceASecondWhileNobodySeesIt() {
        assertThat(drawn(Settings.USUAL, true)).isBetween(10, 11);
        assertThat(drawn(Settings.USUAL.with(KnownSettings.REST_WHEN_HIDDEN, false), true))
                .isEqualTo(600);
    }

    /** Of ten seconds of pulses. */
    private static int drawn(Settings settings, boolean hidden) {
        FramePace pace = new FramePace();
        int drawn = 0;
        for (int i = 0; i < 600; i++) {
            drawn += pace.due(i * PULSE, settings, hidden) ? 1 : 0;
        }
        return drawn;
    }
}
