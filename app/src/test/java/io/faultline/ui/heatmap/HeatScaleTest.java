package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.ui.theme.HeatColours;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatScaleTest {
    private static final int BACKGROUND = 0x0B0E13;
    private static final int[] TIDE = {
        0x0B0E13, 0x0D1D27, 0x032B3C, 0x003A51, 0x004966, 0x00587B, 0x00688F, 0x0078A1,
        0x0087B2, 0x1597C2, 0x41A6CF, 0x61B6DB, 0x80C5E5, 0x9ED4EF, 0xBBE4F7, 0xD8F3FF
    };

    private final HeatScale scale = HeatScale.of(HeatColours.TIDE, BACKGROUND);

    @Test
    void passesThroughEachStopAfterTheFade() {
        for (int stop = 2; stop < TIDE.length; stop++) {
            assertThat(scale.colour(stop / 15.0)).as("stop %d", stop).isEqualTo(0xFF000000 | TIDE[stop]);
        }
    }

    @Test
    void fadesInFromTheBackground() {
        assertThat(scale.colour(0)).isEqualTo(0xFF000000 | BACKGROUND);
        HeatScale onWhite = HeatScale.of(HeatColours.TIDE, 0xFFFFFF);
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

    @Test
    void hasTheDesignsFirstAndLastColours() {
        int[] last = {0xF9FC9D, 0xFDE725, 0xFEE838, 0xD8F3FF, 0x160B39};
        int[] middle = {0xB43359, 0x23888E, 0x757575, 0x0078A1, 0xD54A41};
        List<HeatColours> names = List.of(HeatColours.values());
        for (int at = 0; at < names.size(); at++) {
            HeatColours name = names.get(at);
            HeatScale named = HeatScale.of(name, BACKGROUND);
            assertThat(named.colour(0)).as(name.title()).isEqualTo(0xFF000000 | BACKGROUND);
            assertThat(named.colour(7 / 15.0)).as(name.title()).isEqualTo(0xFF000000 | middle[at]);
            assertThat(named.colour(1)).as(name.title()).isEqualTo(0xFF000000 | last[at]);
        }
    }

    @Test
    void bothArmsOfTheDifferenceAreAsLong() {
        assertThat(HeatScale.moreLongs().colour(0))
                .isEqualTo(HeatScale.moreShorts().colour(0));
        assertThat(HeatScale.moreLongs().colour(1)).isEqualTo(0xFFFFBE5C);
        assertThat(HeatScale.moreShorts().colour(1)).isEqualTo(0xFF86C5FF);
        assertThat(HeatScale.moreShorts().colour(0.5 / 7.5)).isEqualTo(0xFF192130);
    }

    @Test
    void goesFromTheBackgroundToAHue() {
        HeatScale blue = HeatScale.hue(BACKGROUND, 0x3FA9F5);
        assertThat(blue.colour(0)).isEqualTo(0xFF000000 | BACKGROUND);
        assertThat(blue.colour(1)).isEqualTo(0xFF3FA9F5);
    }
}
