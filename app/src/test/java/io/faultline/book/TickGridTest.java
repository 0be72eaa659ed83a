package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TickGridTest {
    @Test
    void growsFinerWithEachPriceThatIsNoMultiple() {
        TickGrid grid = TickGrid.NONE;
        assertThat(grid.key(61_800_20)).isEqualTo(TickGrid.OFF_GRID);
        grid = grid.including(61_800_20);
        assertThat(grid.key(61_800_20)).isEqualTo(1);
        grid = grid.including(61_800_30);
        assertThat(grid.step()).isEqualTo(10);
        assertThat(grid.including(61_900_00)).isSameAs(grid);
        assertThat(grid.including(61_800_25).step()).isEqualTo(5);
    }

    @Test
    void findsTheMultipleOfAnyStepAndNoOther() {
        long seed = 17;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            long step = 1 + (random.nextLong() >>> (2 + random.nextInt(61)));
            long price = 1 + (random.nextLong() >>> (2 + random.nextInt(61)));
            long multiple = price / step * step;
            TickGrid grid = TickGrid.of(step);
            if (multiple > 0) {
                assertThat(grid.key(multiple)).as("step %d", step).isEqualTo(multiple / step);
            }
            assertThat(grid.key(price))
                    .as("price %d, step %d", price, step)
                    .isEqualTo(multiple == price ? price / step : TickGrid.OFF_GRID);
            assertThat(grid.keyAtOrBelow(price)).isEqualTo(price / step);
            assertThat(grid.keyAtOrAbove(price)).isEqualTo((price - 1) / step + 1);
        }
    }
}
