package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void labelsPricesAtRoundNumbersAFingerApart() {
        for (double perPixel = 0.01; perPixel < 100; perPixel *= 1.07) {
            double step = Steps.price(perPixel, 0.01);
            double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
            assertThat(mantissa).isIn(1.0, 2.0, 2.5, 5.0);
            assertThat(step / perPixel)
                    .as("pixels between labels at %s a pixel", perPixel)
                    .isBetween(50.0, 110.0);
        }
    }

    @Test
    void keepsPriceLabelsOnTheTick() {
        assertThat(Steps.price(0.0033, 0.1)).isEqualTo(0.2);
        assertThat(Steps.price(0.0001, 0.5)).isEqualTo(0.5);
    }

    @Test
    void labelsTimesAtRoundDistancesThatDoNotTouch() {
        assertThat(Steps.seconds(300.0 / 800)).isEqualTo(30);
        assertThat(Steps.seconds(86_400.0 / 800)).isEqualTo(14_400);
        assertThat(Steps.seconds(1e9)).isEqualTo(7 * 86_400);
    }

    @Test
    void choosesBarsWideEnoughToRead() {
        long second = 1_000_000_000L;
        assertThat(Steps.bar(300e9 / 800, 6)).isEqualTo(5 * second);
        assertThat(Steps.bar(3600e9 / 800, 6)).isEqualTo(60 * second);
        assertThat(Steps.bar(1e18, 6)).isEqualTo(86_400 * second);
    }

    @Test
    void stepsThroughTheWindowsAndShorterStretches() {
        long minute = 60_000_000_000L;
        assertThat(Steps.span(60 * minute, 1)).isEqualTo(240 * minute);
        assertThat(Steps.span(60 * minute, -1)).isEqualTo(30 * minute);
        assertThat(Steps.span(70 * minute, 1)).as("between two").isEqualTo(240 * minute);
        assertThat(Steps.span(70 * minute, -1)).isEqualTo(60 * minute);
        assertThat(Steps.span(minute, -1)).isEqualTo(minute);
        assertThat(Steps.span(30 * 1440 * minute, 1)).isEqualTo(30 * 1440 * minute);
    }
}
