package io.faultline.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final double NONE = Double.NaN;
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "0.4|0",
                "912|912",
                "999.49|999",
                "999.5|1.00k",
                "1234|1.23k",
                "9994|9.99k",
                "9995|10.0k",
                "45600|45.6k",
                "99940|99.9k",
                "99950|100k",
                "456000|456k",
                "999499|999k",
                "999500|1.00M",
                "1234567|1.23M",
                "45600000|45.6M",
                "412000000|412M",
                "12840000000|12.8B",
                "1234500000000|1.23T",
                "1234500000000000|1,235T",
                "-38400000|−38.4M",
                "-12|−12",
                "NaN|?",
                "Infinity|?"
            })
    void usdHasThreeDigits(double usd, String text) {
        assertThat(Numbers.usd(usd)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "7|7",
                "456|456",
                "1234|1.2k",
                "1000000|1M",
                "9960000|10M",
                "28620000|29M",
                "999700|1M",
                "157300000|157M",
                "-1250000000|−1.3B",
                "NaN|?"
            })
    void roundUsdHasTwoDigitsOrAllBeforeThePoint(double usd, String text) {
        assertThat(Numbers.roundUsd(usd)).isEqualTo(text);
    }

    @Test
    void usdInFullHasCommas() {
        assertThat(Numbers.usdInFull(1_234_567.5)).isEqualTo("1,234,568");
        assertThat(Numbers.usdInFull(-999)).isEqualTo("−999");
        assertThat(Numbers.usdInFull(NONE)).isEqualTo("?");
        assertThat(Numbers.usdInFull(1e19)).isEqualTo("10000000000000000000");
    }

    @Test
    void pricesHaveTheDecimalsOfTheTick() {
        assertThat(Numbers.price(104_218.4, 1)).isEqualTo("104,218.4");
        assertThat(Numbers.price(104_200, 0)).isEqualTo("104,200");
        assertThat(Numbers.price(2.315, 4)).isEqualTo("2.3150");
        assertThat(Numbers.price(0.00001234, 8)).isEqualTo("0.00001234");
        assertThat(Numbers.price(999.95, 1)).isEqualTo("1,000.0");
        assertThat(Numbers.price(-1.25, 2)).isEqualTo("−1.25");
        assertThat(Numbers.price(NONE, 2)).isEqualTo("–");
    }

    @Test
    void percentagesHaveARealMinusAndANarrowSpace() {
        assertThat(Numbers.percent(0.000108, 4)).isEqualTo("0.0108\u00a0%");
        assertThat(Numbers.percent(-0.0141, 2)).isEqualTo("−1.41\u00a0%");
        assertThat(Numbers.percent(-0.00000001, 2))
                .as("no minus before nothing")
                .isEqualTo("0.00\u00a0%");
        assertThat(Numbers.percent(0.47, 0)).isEqualTo("47\u00a0%");
        assertThat(Numbers.percent(NONE, 2)).isEqualTo("–");
    }

    @Test
    void changesShowTheirSign() {
        assertThat(Numbers.change(0.021, 1)).isEqualTo("+2.1\u00a0%");
        assertThat(Numbers.change(-0.018, 1)).isEqualTo("−1.8\u00a0%");
        assertThat(Numbers.change(0.0001, 1)).isEqualTo("0.0\u00a0%");
        assertThat(Numbers.change(NONE, 1)).isEqualTo("–");
    }

    @Test
    void agesGetCoarserAsTheyGrow() {
        assertThat(Numbers.age(-5)).isEqualTo("0 ms");
        assertThat(Numbers.age(42_000_000)).isEqualTo("42 ms");
        assertThat(Numbers.age(999_999_999)).isEqualTo("999 ms");
        assertThat(Numbers.age(3_400_000_000L)).isEqualTo("3.4 s");
        assertThat(Numbers.age(12 * SECOND)).isEqualTo("12 s");
        assertThat(Numbers.age(119 * SECOND)).isEqualTo("119 s");
        assertThat(Numbers.age(120 * SECOND)).isEqualTo("2 min");
        assertThat(Numbers.age((6 * 3600 + 10 * 60) * SECOND)).isEqualTo("6 h 10");
        assertThat(Numbers.age((28 * 3600) * SECOND)).isEqualTo("1 d 04");
    }

    @Test
    void anAgeUnderTenSecondsIsNeverWrittenAsTen() {
        assertThat(Numbers.age(9_999_000_000L)).isEqualTo("9.9 s");
    }

    @Test
    void countdownsEndAtZero() {
        assertThat(Numbers.countdown((3600 + 33 * 60 + 55) * SECOND)).isEqualTo("01:33:55");
        assertThat(Numbers.countdown(-SECOND)).isEqualTo("00:00:00");
        assertThat(Numbers.countdown(100 * 3600 * SECOND)).isEqualTo("100:00:00");
    }

    @Test
    void timesAreUtcAndDefinedBefore1970Too() {
        assertThat(Numbers.time(1_778_595_965 * SECOND)).isEqualTo("14:26:05");
        assertThat(Numbers.time(-SECOND)).isEqualTo("23:59:59");
    }
}
