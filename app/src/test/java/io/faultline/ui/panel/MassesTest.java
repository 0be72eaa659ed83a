package io.faultline.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.GridView;
import io.faultline.liquidation.Profile;
import io.faultline.liquidation.Tier;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.Modelled;
import org.junit.jupiter.api.Test;

class MassesTest {
    private static final double MARK = 61_660;
    private static final GridView VIEW = Modelled.view(MARK, Venue.BINANCE, Venue.BYBIT);

    private final LiquidationControl chosen = new LiquidationControl(choice -> {});

    @Test
    void projectsOnlyWhenTheGridsOrTheChoiceHaveChanged() {
        Masses first = chosen.masses(VIEW);

        assertThat(chosen.masses(VIEW)).isSameAs(first);
        chosen.basis(MassBasis.EXPECTED);
        assertThat(chosen.masses(VIEW)).isNotSameAs(first);
    }

    @Test
    void isTheSumOfItsBandsAndOfItsVenuesInEveryBasis() {
        for (MassBasis basis : MassBasis.values()) {
            chosen.basis(basis);
            Masses masses = chosen.masses(VIEW);
            double all = usd(masses.profile());
            assertThat(all).isPositive();
            assertThat(masses.bands().values().stream()
                            .mapToDouble(MassesTest::usd)
                            .sum())
                    .isCloseTo(all, within(1e-6 * all));
            assertThat(masses.venues().values().stream()
                            .mapToDouble(MassesTest::usd)
                            .sum())
                    .isCloseTo(all, within(1e-6 * all));
        }
    }

    private static double usd(Profile profile) {
        return profile.usdBetween(PositionSide.LONG, MARK * 0.9, MARK);
    }

    @Test
    void leavesOutWhatIsNotChosen() {
        chosen.toggle(Tier.Band.X100);

        Masses masses = chosen.masses(VIEW);

        assertThat(masses.bands()).doesNotContainKey(Tier.Band.X100).containsKey(Tier.Band.X50);
    }

    @Test
    void threeFiguresStandSideBySideWhateverIsShown() {
        Masses masses = chosen.masses(VIEW);
        double atRisk = masses.figures(PositionSide.SHORT, MARK, MARK * 1.05).atRiskUsd();

        chosen.basis(MassBasis.DISCOUNTED);
        Masses discounted = chosen.masses(VIEW);

        assertThat(discounted.figures(PositionSide.SHORT, MARK, MARK * 1.05).atRiskUsd())
                .isEqualTo(atRisk);
        assertThat(discounted.factor()).isEqualTo(0.75);
        assertThat(discounted.profile().usdBetween(PositionSide.SHORT, MARK, MARK * 1.05) * discounted.factor())
                .isCloseTo(atRisk * 0.75, within(1e-6 * atRisk));
    }

    @Test
    void withoutAModelNothingIsKnown() {
        Masses none = chosen.masses(GridView.NONE);

        assertThat(none.known()).isFalse();
        assertThat(none.covers(1, 2)).isFalse();
        assertThat(none.mark()).isNaN();
        assertThat(none.bands()).isEmpty();
    }
}
