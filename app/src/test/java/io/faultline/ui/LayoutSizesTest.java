package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutSizesTest {
    @ParameterizedTest
    @CsvSource({
        "1024,0,312,0",
        "1179,0,348,0",
        "1180,0,350,224",
        "1366,0,350,232",
        "1599,0,388,268",
        "1600,98,388,268",
        "1920,98,444,320",
        "2560,148,540,416",
        "3840,148,540,416"
    })
    void givesTheColumnsTheWidthsOfTheDesign(double window, double map, double ladder, double funding) {
        assertThat(LayoutSizes.map(window)).isEqualTo(map);
        assertThat(LayoutSizes.ladder(window)).isEqualTo(ladder);
        assertThat(LayoutSizes.funding(window)).isEqualTo(funding);
    }

    @ParameterizedTest
    @CsvSource({
        "1024,640,100,0,374",
        "1366,768,124,0,478",
        "1920,1080,206,2,640",
        "2560,1440,218,3,936",
        "1920,800,132,0,502",
        "2560,1080,206,3,588"
    })
    void dockAndLanesLeaveThePlotItsHeight(double width, double height, double dock, int lanes, double plot) {
        assertThat(LayoutSizes.dock(height)).isEqualTo(dock);
        assertThat(LayoutSizes.lanes(width, height, dock)).isEqualTo(lanes);
        double around = 40 + 28 + 32 + 20 + 22 + 24;
        assertThat(height - around - dock - lanes * LayoutSizes.lane(lanes)).isEqualTo(plot);
    }

    @Test
    void aLowWindowKeepsOnlyTheDocksTabs() {
        assertThat(LayoutSizes.dock(639)).isEqualTo(LayoutSizes.TAB_ROW);
    }
}
