package io.faultline.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.GridView;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.Modelled;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsymmetryWordsTest {
    private static final List<GridSnapshot> GRIDS = Modelled.grids(61_660, Venue.BINANCE);
    private final LiquidationControl chosen = new LiquidationControl(choice -> {});

    @Test
    void saysTheHeavierSideAndThatItIsNoneUnderTwoToOne() {
        Masses masses = chosen.masses(GRIDS);
        double longs = masses.atRiskWithinUsd(PositionSide.LONG, 0.05);
        double shorts = masses.atRiskWithinUsd(PositionSide.SHORT, 0.05);
        String heavier = longs >= shorts ? "longs" : "shorts";

        assertThat(AsymmetryWords.ratio(masses, 0.05)).startsWith(heavier + " ").endsWith(" : 1");
        boolean side = Math.max(longs, shorts) >= 2 * Math.min(longs, shorts);
        assertThat(AsymmetryWords.verdict(masses, 0.05))
                .isEqualTo(
                        side
                                ? AsymmetryWords.ratio(masses, 0.05)
                                        + (longs > shorts ? ", magnet down" : ", magnet up")
                                : "under 2 : 1, no side");
    }

    @Test
    void theDistanceDecides() {
        Masses masses = chosen.masses(GRIDS);

        assertThat(AsymmetryWords.ratio(masses, 1e-9)).isEqualTo("–");
        assertThat(AsymmetryWords.verdict(masses, 1e-9)).isEqualTo("nothing within 0\u00a0%");
    }

    @Test
    void whatIsNotModelledIsUnknownAndNotBalanced() {
        Masses none = chosen.masses(GridView.NONE);

        assertThat(AsymmetryWords.ratio(none, 0.05)).isEqualTo("?");
        assertThat(AsymmetryWords.verdict(none, 0.05)).isEqualTo("nothing is modelled yet");
    }
}
