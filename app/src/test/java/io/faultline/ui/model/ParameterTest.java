package io.faultline.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.TierWeights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
    @Test
    void saysOfEachParameterWhatItIsAndMayBe() {
        assertThat(Parameter.MAKER.text(ModelParameters.DEFAULT)).isEqualTo("0.45");
        assertThat(Parameter.MAKER.terms()).isEqualTo("0 to 1, at first 0.45");
        assertThat(Parameter.HALF_LIFE.terms()).isEqualTo("24 to 720, at first 168");
        assertThat(Parameter.ALL).hasSize(7).allMatch(each -> !each.words().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "x, is no number such as 0.45",
        "'0,45', is no number such as 0.45",
        "'', must be a number",
        "NaN, is no number such as 0.45",
        "0.45d, is no number such as 0.45",
        "1e999999999999, is no number such as 0.45",
        "1e9999, must be from 0 to 1",
        "-0.1, must be from 0 to 1",
        "1.0001, must be from 0 to 1"
    })
    void takesNoNumberThatCannotBe(String text, String words) {
        assertThatThrownBy(() -> Parameter.CHURN.read(text)).hasMessage(words);
    }

    @Test
    void takesWholeSecondsOnly() {
        assertThat(Parameter.STEP.read(" 20.0 ")).isEqualTo(20);
        assertThatThrownBy(() -> Parameter.STEP.read("20.5")).hasMessage("must be a whole number");
    }

    @Test
    void leavesWeightsThatNobodyChangedAsTheyAre() {
        TierWeights odd = TierWeights.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(Weights.read(Weights.texts(odd), odd)).isSameAs(odd);
        List<String> first = Weights.texts(TierWeights.DEFAULT);
        assertThat(first).startsWith("10", "14", "22").endsWith("3");
        assertThat(Weights.read(first, odd)).isEqualTo(TierWeights.DEFAULT);
    }

    @Test
    void scalesWeightsToASumOfOne() {
        List<String> texts = List.of("1", "1", "1", "1", "1", "1", "1", "1", "2");
        assertThat(Weights.texts(Weights.read(texts, TierWeights.DEFAULT)))
                .startsWith("10")
                .endsWith("20");
    }

    @Test
    void takesNoWeightsThatCannotBe() {
        List<String> texts = new ArrayList<>(Weights.texts(TierWeights.DEFAULT));
        texts.set(3, "-1");
        assertThatThrownBy(() -> Weights.read(texts, TierWeights.DEFAULT)).hasMessage("must be 0 or more each");
        texts.replaceAll(text -> "0");
        assertThatThrownBy(() -> Weights.read(texts, TierWeights.DEFAULT)).hasMessage("one must be above 0");
    }
}
