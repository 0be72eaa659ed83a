package io.faultline.ui.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceAxisTest {
    private final PriceAxis axis = new PriceAxis();

    PriceAxisTest() {
        axis.tick(0.1);
        axis.place(100, 640);
        axis.recentre(104_218.4);
    }

    @Test
    void everyZoomStepKeepsRowsReadableAndGroupingsRound() {
        axis.zoom(10_000, 320);
        for (int step = 0; step < 216; step++) {
            assertThat(axis.rowHeight()).isBetween(PriceAxis.MIN_ROW, PriceAxis.MAX_ROW);
            long mantissa = axis.ticksPerRow();
            while (mantissa % 10 == 0) {
                mantissa /= 10;
            }
            assertThat(mantissa).isIn(1L, 2L, 5L);
            double before = axis.grouping() / axis.rowHeight();
            axis.zoom(-1, 320);
            assertThat(axis.grouping() / axis.rowHeight()).isGreaterThanOrEqualTo(before);
        }
        long coarsest = axis.ticksPerRow();
        axis.zoom(-5, 320);
        assertThat(axis.ticksPerRow()).as("ends there").isEqualTo(coarsest).isEqualTo(50_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pricesAndPixelsGoBackAndForth(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            axis.zoom(random.nextInt(41) - 20, random.nextDouble() * 640);
            axis.pan(random.nextInt(21) - 10);
            double y = random.nextDouble() * 640;
            assertThat(axis.y(axis.price(y))).as("seed %d round %d", seed, i).isCloseTo(y, within(1e-3));
        }
    }

    @Test
    void zoomKeepsThePriceUnderThePointerWithinHalfARow() {
        for (int steps : new int[] {-9, -30, 12, 27}) {
            double price = axis.price(200);
            axis.zoom(steps, 200);
            assertThat(Math.abs(axis.y(price) - 200)).isLessThanOrEqualTo(axis.rowHeight() / 2.0 + 1e-6);
        }
    }

    @Test
    void rowsStartAtMultiplesOfTheGrouping() {
        axis.fit(100_000, 108_000);

        assertThat(axis.low() / axis.grouping()).isCloseTo((double) axis.lowRow(), within(1e-6));
        assertThat(axis.y(axis.low())).isCloseTo(axis.height(), within(1e-6));
        assertThat(axis.high() - axis.low()).isGreaterThanOrEqualTo(8000);
        assertThat(axis.highRow() * axis.grouping()).isLessThan(axis.high());
    }

    @Test
    void fitsARangeInRowsOfTheUsualHeight() {
        for (double range : new double[] {3, 80, 247, 1900}) {
            axis.fit(104_218.4 - range / 2, 104_218.4 + range / 2);

            assertThat(axis.rowHeight()).isEqualTo(PriceAxis.USUAL_ROW);
            assertThat(axis.high() - axis.low()).isGreaterThanOrEqualTo(range);
            assertThat(axis.high() - axis.low())
                    .as("no coarser than it must be")
                    .isLessThan(2.6 * Math.max(range, 4));
        }
    }

    @Test
    void keepsStillWhileThePriceIsInTheMiddleThird() {
        long version = axis.version();

        axis.keepInView(axis.price(axis.height() / 3 + 2));
        axis.keepInView(axis.price(axis.height() * 2 / 3 - 2));

        assertThat(axis.version()).isEqualTo(version);
    }

    @Test
    void recentresByWholeRowsWhenThePriceLeavesTheMiddleThird() {
        double price = axis.price(axis.height() / 3 - 5);

        axis.keepInView(price);

        assertThat(Math.abs(axis.y(price) - axis.height() / 2)).isLessThanOrEqualTo(axis.rowHeight() / 2.0 + 1e-6);
        assertThat(axis.low() / axis.grouping()).isCloseTo((double) axis.lowRow(), within(1e-6));
    }

    @Test
    void doesNotMoveUnderTheMouseOrAfterAPan() {
        double price = axis.price(10);
        axis.hold(true);
        long low = axis.lowRow();
        axis.keepInView(price);
        assertThat(axis.lowRow()).isEqualTo(low);

        axis.hold(false);
        axis.pan(3);
        axis.keepInView(price);
        assertThat(axis.lowRow()).isEqualTo(low + 3);
        assertThat(axis.follows()).isFalse();

        axis.recentre(price);
        assertThat(axis.follows()).isTrue();
    }

    @Test
    void regroupingKeepsTheHeightOfRows() {
        axis.zoom(-20, 320);
        int height = axis.rowHeight();
        double finer = axis.groupingAt(-1);

        axis.regroup(-1, 320);

        assertThat(axis.grouping()).isEqualTo(finer);
        assertThat(axis.rowHeight()).isEqualTo(height);
    }

    @Test
    void thereIsNothingFinerThanATick() {
        axis.zoom(10_000, 320);
        long version = axis.version();

        axis.regroup(-1, 320);

        assertThat(axis.groupingAt(-1)).isNaN();
        assertThat(axis.grouping()).isEqualTo(0.1);
        assertThat(axis.version()).isEqualTo(version);
    }

    @Test
    void anotherTickKeepsThePricesShown() {
        double middle = axis.price(320);

        axis.tick(0.01);

        assertThat(Math.abs(axis.price(320) - middle)).isLessThanOrEqualTo(axis.grouping());
        assertThatIllegalArgumentException().isThrownBy(() -> axis.tick(0));
        assertThatIllegalArgumentException().isThrownBy(() -> axis.tick(Double.NaN));
    }

    @Test
    void zoomsAndPansNoFartherThanThereCanBeAPrice() {
        PriceAxis axis = new PriceAxis();
        axis.tick(0.1);
        axis.place(0, 600);
        axis.recentre(60_000);
        axis.keepInView(60_000);

        axis.zoom(-1_000, 300);
        assertThat(axis.high() - axis.low()).isBetween(100_000.0, 240_000.0);

        axis.pan(-1_000_000);
        assertThat(axis.price(300)).isBetween(-axis.grouping(), axis.grouping());

        axis.pan(1_000_000);
        assertThat(axis.price(300)).isCloseTo(240_000, within(2 * axis.grouping()));
        axis.zoom(1_000, 300);
        assertThat(axis.grouping()).isEqualTo(0.1);
    }
}
