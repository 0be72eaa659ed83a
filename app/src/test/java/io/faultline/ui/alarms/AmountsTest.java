package io.faultline.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5M|5e6", "250k|250e3", "1.2b|1.2e9", "1,000,000|1e6", "$ 45.6M|45.6e6", "912|912"})
    void readsUsdAsPeopleTypeThem(String typed, double usd) {
        assertThat(Amounts.usd(typed)).hasValue(usd);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2|0.02", "2.5 %|0.025", "1,5|0.015"})
    void readsPercent(String typed, double fraction) {
        assertThat(Amounts.percent(typed).orElseThrow())
                .isCloseTo(fraction, org.assertj.core.data.Offset.offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "five", "-5M", "0", "1e999", "NaN"})
    void takesNothingElse(String typed) {
        assertThat(Amounts.usd(typed)).isEmpty();
    }
}
