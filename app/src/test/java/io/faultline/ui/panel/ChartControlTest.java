package io.faultline.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartControlTest {
    private final ChartControl control = new ChartControl();

    @Test
    void stepsThroughTheLengthsOfBarsAndBackToThoseOfTheZoom() {
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < ChartLook.BARS.size(); i++) {
            seen.add(control.look().barSeconds());
            control.nextBars();
        }

        assertThat(seen).isEqualTo(ChartLook.BARS);
        assertThat(control.look()).isEqualTo(ChartLook.USUAL);
    }

    @Test
    void tellsOfAChangeOnceAndOfNoneNever() {
        List<ChartLook> told = new ArrayList<>();
        control.onChange(() -> told.add(control.look()));
        control.volume(true);
        control.volume(true);
        control.leastTrade(1e6);

        assertThat(told)
                .containsExactly(
                        new ChartLook(true, 0, true, 0, false, 0, true, true),
                        new ChartLook(true, 0, true, 0, false, 1e6, true, true));
        assertThat(control.version()).isEqualTo(2);
    }

    @Test
    void takesTheUsualForWhatNoWindowCouldHaveWritten() {
        assertThat(new ChartLook(true, 7, true, -1, false, Double.NaN, false, true))
                .isEqualTo(ChartLook.USUAL);
    }

    @Test
    void anotherSymbolHasSizesOfItsOwn() {
        assertThat(new ChartLook(false, 60, true, 1e6, true, 5e6, true, true).ofAnotherSymbol())
                .isEqualTo(new ChartLook(false, 60, true, 0, true, 0, true, true));
    }
}
