package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeatScaleTest {
    private static final int BACKGROUND = 0x0B0E13;
    private static final int[] TIDE = {
        0x0B0E13, 0x0D1D27, 0x032B3C, 0x003A51, 0x004966, 0x00587B, 0x00688F, 0x0078A1,
        0x0087B2, 0x1597C2, 0x41A6CF, 0x61B6DB, 0x80C5E5, 0x9ED4EF, 0xBBE4F7, 0xD8F3FF
    };

    private final HeatScale scale = HeatScale.tide(BACKGROUND);

    @Test
    void passesThroughEachStopAfterTheFade() {
        for (int stop = 2; stop < TIDE.length; stop++) {
            assertThat(scale.colour(stop / 15.0)).as("stop %d", stop).isEqualTo(0xFF000000 | TIDE[stop]);
        }
    }

    @Test
    void fadesInFromTheBackground() {
        assertThat(scale.colour(0)).isEqualTo(0xFF000000 | BACKGROUND);
        HeatScale onWhite = HeatScale.tide(0xFFFFFF);
        assertThat(onWhite.colour(0)).isEqualTo(0xFFFFFFFF);
        assertThat(onWhite.colour(0.05) & 0xff).isBetween(0x80, 0xfe);
    }

    @Test
    void mixesInLinearLightAndNotInEncodedValues() {
        HeatScale greys = HeatScale.hue(0x000000, 0xFFFFFF);
        assertThat(greys.colour(0.5) & 0xff).isBetween(187, 189);
    }

    @Test
    void keepsToItsEndsOutsideZeroAndOne() {
        assertThat(scale.colour(-3)).isEqualTo(scale.colour(0));
        assertThat(scale.colour(7)).isEqualTo(scale.colour(1));
    }
}
