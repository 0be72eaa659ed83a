package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceGridTest {
    @Test
    void putsEqualPricesOfDifferentScalesIntoOneRow() {
        PriceGrid grid = PriceGrid.of(0.5);

        assertThat(grid.row(618_005, 1)).isEqualTo(123_601);
        assertThat(grid.row(6_180_050, 2)).isEqualTo(123_601);
        assertThat(grid.row(61_800, 0)).isEqualTo(123_600);
    }

    @Test
    void isExactWhereFloatingPointIsNot() {
        PriceGrid grid = PriceGrid.of(0.1);

        for (long price = 1; price < 10_000; price++) {
            assertThat(grid.row(price, 1)).isEqualTo(price);
            assertThat(grid.row(price * 10 + 9, 2)).isEqualTo(price);
        }
    }

    @Test
    void beginsARowAtTheLowestPriceOfThatScaleInIt() {
        PriceGrid grid = PriceGrid.of(2.5);

        assertThat(grid.first(3, 1)).isEqualTo(75);
        assertThat(grid.first(3, 0)).isEqualTo(8);
        assertThat(grid.row(8, 0)).isEqualTo(3);
        assertThat(grid.row(7, 0)).isEqualTo(2);
    }

    @Test
    void holdsTicksOfTinyPrices() {
        PriceGrid grid = PriceGrid.of(1e-10);

        assertThat(grid.row(12_345, 10)).isEqualTo(12_345);
    }
}
