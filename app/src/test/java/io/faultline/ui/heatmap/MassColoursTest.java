package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.Companding;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.theme.HeatColours;
import java.util.List;
import org.junit.jupiter.api.Test;

class MassColoursTest {
    private static final HeatScale INFERNO = HeatScale.of(HeatColours.INFERNO, 0x0B0E13);
    private static final Handles ENDS = new Handles(1e6, 1e8);

    private final MassColours colours = new MassColours();

    private static int painted(double usd) {
        for (int q = 0; q < 256; q++) {
            if (Companding.usd((byte) q) >= usd) {
                return q;
            }
        }
        return 255;
    }

    @Test
    void drawsNothingUnderTheLowHandleAndTheLastColourOverTheHigh() {
        colours.use(HeatType.CUMULATIVE, List.of(INFERNO), ENDS, 1);

        assertThat(colours.argb(painted(0.9e6) - 1, 0, 1)).isZero();
        assertThat(colours.argb(0, 0, 0)).isZero();
        assertThat(colours.argb(painted(2e8), 0, 1)).isEqualTo(INFERNO.colour(1));
        assertThat(colours.argb(0, painted(2e8), 1)).isEqualTo(INFERNO.colour(1));
    }

    @Test
    void sumsBothSidesOfABin() {
        colours.use(HeatType.CUMULATIVE, List.of(INFERNO), ENDS, 1);
        int q = painted(5e6);
        double usd = Companding.usd((byte) q);

        assertThat(colours.argb(q, q, 1)).isEqualTo(INFERNO.colour(ENDS.place(2 * usd)));
    }

    @Test
    void showsLessOfWhatIsDiscounted() {
        int q = painted(5e6);
        double usd = Companding.usd((byte) q);
        colours.use(HeatType.CUMULATIVE, List.of(INFERNO), ENDS, 0.75);

        assertThat(colours.argb(q, 0, 1)).isEqualTo(INFERNO.colour(ENDS.place(0.75 * usd)));
    }

    @Test
    void divergesByTheHeavierSide() {
        HeatScale shorts = HeatScale.moreShorts();
        HeatScale longs = HeatScale.moreLongs();
        colours.use(HeatType.DELTA, List.of(shorts, longs), ENDS, 1);
        int q = painted(5e6);
        int less = painted(2e6);
        double place = ENDS.place(Companding.usd((byte) q));

        assertThat(colours.argb(0, q, 1)).isEqualTo(shorts.colour(place));
        assertThat(colours.argb(q, 0, 1)).isEqualTo(longs.colour(place));
        assertThat(colours.argb(q, less, 1))
                .isEqualTo(longs.colour(ENDS.place(Companding.usd((byte) q) - Companding.usd((byte) less))));
        assertThat(colours.argb(q, q, 1)).as("as much of either").isZero();
    }

    @Test
    void givesEachBandItsHueAndTheValueItsLightness() {
        HeatScale blue = HeatScale.hue(0x0B0E13, 0x3FA9F5);
        HeatScale red = HeatScale.hue(0x0B0E13, 0xF26B4E);
        colours.use(HeatType.TIERS, List.of(blue, red), ENDS, 1);
        int q = painted(5e6);

        assertThat(colours.argb(q, 0, 1)).isEqualTo(blue.colour(ENDS.place(Companding.usd((byte) q))));
        assertThat(colours.argb(q, 0, 2)).isEqualTo(red.colour(ENDS.place(Companding.usd((byte) q))));
        assertThat(colours.argb(255, 0, 2)).isEqualTo(0xFFF26B4E);
    }
}
