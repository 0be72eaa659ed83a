package io.faultline.ui.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_778_595_965 * SECOND;

    private final TimeAxis axis = new TimeAxis();

    TimeAxisTest() {
        axis.now(NOW);
        axis.span(600 * SECOND);
    }

    @Test
    void followsNowUntilItIsPanned() {
        axis.now(NOW + SECOND);
        assertThat(axis.endNanos()).isEqualTo(NOW + SECOND);

        axis.pan(-0.5);
        axis.now(NOW + 2 * SECOND);
        assertThat(axis.endNanos()).isEqualTo(NOW + SECOND - 300 * SECOND);
        assertThat(axis.follows()).isFalse();

        axis.followNow(NOW + 3 * SECOND);
        assertThat(axis.endNanos()).isEqualTo(NOW + 3 * SECOND);
        assertThat(axis.spanNanos()).as("keeps the zoom").isEqualTo(600 * SECOND);
    }

    @Test
    void instantsAndPixelsGoBackAndForth() {
        for (double x = 0; x <= 864; x += 7.5) {
            assertThat(axis.x(axis.nanos(x, 864), 864)).isCloseTo(x, within(1e-6));
        }
        assertThat(axis.nanos(0, 864)).isEqualTo(axis.startNanos());
        assertThat(axis.nanos(864, 864)).isEqualTo(axis.endNanos());
    }

    @Test
    void zoomKeepsTheInstantUnderThePointer() {
        axis.pan(-1);
        long under = axis.nanos(200, 800);

        axis.zoom(0.5, 0.25);

        assertThat(axis.x(under, 800)).isCloseTo(200, within(0.01));
    }

    @Test
    void zoomWhileFollowingKeepsTheRightEdge() {
        axis.zoom(4, 0.25);

        assertThat(axis.endNanos()).isEqualTo(NOW);
        assertThat(axis.spanNanos()).isEqualTo(2400 * SECOND);
    }

    @Test
    void spansHaveEnds() {
        axis.span(1);
        assertThat(axis.spanNanos()).isEqualTo(10 * SECOND);
        axis.span(Long.MAX_VALUE);
        assertThat(axis.spanNanos()).isEqualTo(31L * 24 * 3600 * SECOND);
    }

    @Test
    void theVersionGrowsOnlyWithChange() {
        long version = axis.version();

        axis.now(NOW);
        axis.span(600 * SECOND);

        assertThat(axis.version()).isEqualTo(version);
    }
}
