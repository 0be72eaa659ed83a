package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.DepthColumn;
import io.faultline.ui.theme.HeatColours;
import org.junit.jupiter.api.Test;

class HandlesTest {
    private final Handles handles = new Handles(50_000, 20_000_000);

    @Test
    void placesItsEndsAtZeroAndOne() {
        assertThat(handles.place(50_000)).isCloseTo(0, within(1e-12));
        assertThat(handles.place(20_000_000)).isCloseTo(1, within(1e-12));
        assertThat(handles.place(49_000)).isNegative();
    }

    @Test
    void placesValuesByTheLogarithmicFormula() {
        double v = 1_000_000;
        double expected =
                (Math.log(1 + v / 50_000) - Math.log(2)) / (Math.log(1 + 20_000_000.0 / 50_000) - Math.log(2));
        assertThat(handles.place(v)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void findsTheValueOfAPlace() {
        for (double usd : new double[] {50_000, 123_456, 9_999_999, 20_000_000}) {
            assertThat(handles.usd(handles.place(usd))).isCloseTo(usd, within(usd * 1e-9));
        }
    }

    @Test
    void refusesEndsThatAreNoRange() {
        assertThatThrownBy(() -> new Handles(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Handles(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Handles(5, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void colourTableAgreesWithTheFormulaAtEveryLevel() {
        HeatScale scale = HeatScale.of(HeatColours.TIDE, 0x0B0E13);
        ColourTable table = new ColourTable(scale);
        table.use(handles);
        for (int level = 0; level < 65_536; level++) {
            double usd = DepthColumn.usdOfLevel(level);
            double place = handles.place(usd);
            int argb = table.argb(level);
            if (usd < 50_000 * 0.999) {
                assertThat(argb).as("level %d is under the low handle", level).isZero();
            } else if (usd > 50_000 * 1.001) {
                // A level is rounded to 0.04 %, which is far less than one of 256 colours.
                int index = HeatScale.index(place);
                assertThat(argb)
                        .as("level %d, %s USD", level, usd)
                        .isIn(
                                scale.entry(Math.max(0, index - 1)),
                                scale.entry(index),
                                scale.entry(Math.min(255, index + 1)));
            }
        }
        assertThat(table.argb(65_535)).isEqualTo(scale.colour(1.0));
    }
}
