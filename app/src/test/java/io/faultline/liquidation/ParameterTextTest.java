package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {
    @Test
    void bringsEveryParameterBackToTheBit() {
        ModelParameters others = new ModelParameters(
                TierWeights.of(1, 2, 3, 4, 5, 6, 7, 8, 9.1), Kernel.POINT, .123, .9, .1 + .2, 24.5, .3, 0, 60);
        for (ModelParameters parameters : new ModelParameters[] {others, ModelParameters.DEFAULT}) {
            assertThat(ParameterText.read(ParameterText.of(parameters))).contains(parameters);
        }
        assertThat(ParameterText.of(others)).isNotEqualTo(ParameterText.of(ModelParameters.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stepSeconds=4", "stepSeconds=x", "kernel=NONE", "churnShare=NaN", "weights=1,2", "weights="})
    void takesNothingThatIsOutOfRange(String field) {
        String name = field.substring(0, field.indexOf('='));
        String line = ParameterText.of(ModelParameters.DEFAULT).replaceFirst(name + "=[^;]*", field);
        assertThat(ParameterText.read(line)).isEmpty();
    }

    @Test
    void takesNothingWhereAParameterIsMissing() {
        assertThat(ParameterText.read("")).isEmpty();
        assertThat(ParameterText.read(ParameterText.of(ModelParameters.DEFAULT).replace("kernel", "other")))
                .isEmpty();
    }
}
