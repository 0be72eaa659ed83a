package io.faultline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private final Random random = new Random(7);

    @Test
    void givesTheWholeToASignalThatIsTheSeries() {
        double[] y = noise(50);
        assertThat(Regression.addedR2(y, new double[0][], y)).isCloseTo(1, within(1e-12));
    }

    @Test
    void addsNothingThatTheControlsSayAlready() {
        double[] control = noise(80);
        double[] signal = new double[80];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = 3 - 2 * control[i];
        }
        assertThat(Regression.addedR2(noise(80), new double[][] {control, control}, signal))
                .isZero();
    }

    @Test
    void addsNothingWhereNothingVaries() {
        double[] constant = new double[40];
        java.util.Arrays.fill(constant, 5);
        assertThat(Regression.addedR2(constant, new double[0][], noise(40))).isZero();
        assertThat(Regression.addedR2(noise(40), new double[0][], constant)).isZero();
    }

    @Test
    void isNotMovedByTheSizeOfTheColumns() {
        double[] y = noise(200);
        double[] control = noise(200);
        double[] signal = noise(200);
        double[] large = signal.clone();
        for (int i = 0; i < large.length; i++) {
            large[i] = 1e9 + 1e3 * large[i];
        }
        double[][] controls = {control};
        assertThat(Regression.addedR2(y, controls, large))
                .isCloseTo(Regression.addedR2(y, controls, signal), within(1e-7));
    }

    private double[] noise(int n) {
        return random.doubles(n).toArray();
    }
}
