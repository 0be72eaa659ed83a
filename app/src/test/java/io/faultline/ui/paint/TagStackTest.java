package io.faultline.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagStackTest {
    private static double[] spread(double... y) {
        TagStack.spread(y, y.length);
        return y;
    }

    @Test
    void leavesTagsAloneThatAreFarEnough() {
        assertThat(spread(100, 130, 60)).containsExactly(100, 130, 60);
    }

    @Test
    void neverMovesTheFirstAndPushesTheOthersAway() {
        assertThat(spread(100, 105)).containsExactly(100, 118);
        assertThat(spread(100, 95)).containsExactly(100, 82);
        assertThat(spread(100, 100)).containsExactly(100, 118);
    }

    @Test
    void pushesOnWhatItPushedInto() {
        assertThat(spread(100, 104, 110)).containsExactly(100, 118, 136);
        assertThat(spread(100, 110, 104)).containsExactly(100, 136, 118);
        assertThat(spread(100, 98, 96, 101)).containsExactly(100, 82, 64, 118);
    }
}
