package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({"1024,260,224", "1366,352,232", "1920,444,320", "2560,540,416", "3840,540,416"})
    void givesLadderAndFundingTheWidthsOfTheDesignInStepsOfFour(double window, double ladder, double funding) {
        assertThat(Columns.usual(window, 1)).isEqualTo(ladder);
        assertThat(Columns.usual(window, 2)).isEqualTo(funding);
    }
}
