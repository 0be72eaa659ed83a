package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.faultline.liquidation.ModelParameters;
import io.faultline.signal.FundingJudgement;
import io.faultline.signal.PathRule;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {
    private static final SignalRules OWN = SignalRules.DEFAULT
            .withSignificantShare(0.01)
            .withPath(PathRule.DEFAULT.withBars(0.3, 2.5))
            .withFunding(FundingJudgement.DEFAULT.withHeavyPer8h(0.0005))
            .withEstimate(SignalRules.Estimate.MEASURED)
            .withDiscount(0.2);

    @Test
    void comesBackToTheBit() {
        assertThat(RuleText.read(RuleText.of(OWN))).contains(OWN);
        assertThat(RuleText.read(RuleText.of(SignalRules.DEFAULT))).contains(SignalRules.DEFAULT);
        assertThat(RuleText.of(OWN)).isNotEqualTo(RuleText.of(SignalRules.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "significantShare=0.005;hollowBelow=0.2;defendedFrom=2.0;heavyPer8h=3.0E-4;estimate=DISCOUNTED",
                "significantShare=0.005;hollowBelow=0.2;defendedFrom=2.0;heavyPer8h=3.0E-4;estimate=WHOLE;discount=0.25",
                "significantShare=0.005;hollowBelow=0.2;defendedFrom=2.0;heavyPer8h=3.0E-4;estimate=DISCOUNTED;discount=0.5",
                "significantShare=0.005;hollowBelow=NaN;defendedFrom=2.0;heavyPer8h=3.0E-4;estimate=DISCOUNTED;discount=0.25"
            })
    void isNoneWhereAnythingIsMissingOrOutOfRange(String line) {
        assertThat(RuleText.read(line)).isEmpty();
    }

    @Test
    void aPathIsHeldAgainstTheMassLessTheUsersDiscount() {
        SignalStory usual = SignalStory.built();
        SignalStory cautious = SignalStory.built();
        cautious.desk.signals().use(SignalRules.DEFAULT.withDiscount(0.30));
        usual.pass(11_000);
        cautious.pass(11_000);

        ClusterView before = usual.view().clusters().get(0);
        ClusterView after = cautious.view().clusters().get(0);
        assertThat(after.mass().atRiskUsd()).isEqualTo(before.mass().atRiskUsd());
        assertThat(after.path().overall().hollowRatio())
                .as("less is expected to come, so what rests on the way is more of it")
                .isCloseTo(
                        Objects.requireNonNull(before.path().overall().hollowRatio()) * 0.75 / 0.70,
                        withinPercentage(0.01));
    }

    @Test
    void otherRulesAreAnotherEpochOfTheLedgerAndTheUsualOnesTheOneOfEver() {
        String usual = LedgerEpochs.id(ModelParameters.DEFAULT, SignalRules.DEFAULT);
        String own = LedgerEpochs.id(ModelParameters.DEFAULT, OWN);

        assertThat(own).isNotEqualTo(usual);
        assertThat(LedgerEpochs.id(ModelParameters.DEFAULT, OWN)).isEqualTo(own);
    }
}
