package io.faultline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import org.junit.jupiter.api.Test;

class ProfileScoreTest {
    private static final double MARK = 1000;
    private static final double OPEN_INTEREST = 1e9;

    private static double model(PositionSide side, int bin) {
        double wave = 1e5 * (1 + Math.sin(bin * .07)) * (side == PositionSide.LONG ? 2 : 1);
        return wave + (bin % 37 == 0 ? 3e6 : 0);
    }

    private static double truth(PositionSide side, int bin) {
        return bin % 5 == 0 ? 0 : 2e5 * (1 + Math.sin(bin * .07 + .5)) + (bin % 37 == 1 ? 2e6 : 0);
    }

    /** The expected figures were computed with numpy from the same functions. */
    @Test
    void correlatesAsAnotherProgramDoes() {
        ProfileScore score = new ProfileScore(MARK, OPEN_INTEREST, ProfileScoreTest::truth);
        assertThat(score.of(ProfileScoreTest::model)).isCloseTo(.7726882465350803, within(1e-9));
        assertThat(score.levelOf(ProfileScoreTest::model)).isCloseTo(1.1665088850091918, within(1e-9));
    }

    @Test
    void knowsTheTruthItself() {
        ProfileScore score = new ProfileScore(MARK, OPEN_INTEREST, ProfileScoreTest::truth);
        assertThat(score.of(ProfileScoreTest::truth)).isCloseTo(1, within(1e-12));
        assertThat(score.of((side, bin) -> 7 * truth(side, bin)))
                .as("only the shape")
                .isCloseTo(1, within(1e-12));
        assertThat(score.levelOf((side, bin) -> 7 * truth(side, bin))).isCloseTo(7, within(1e-12));
    }

    @Test
    void looksOnlyFromADistanceThatIsKnownToOneThatMatters() {
        ProfileScore score = new ProfileScore(MARK, OPEN_INTEREST, ProfileScoreTest::truth);
        double before = score.of(ProfileScoreTest::model);
        int mark = Bins.of(MARK);
        ProfileScore.Mass elsewhere = (side, bin) -> {
            double way = Bins.centre(bin) / MARK - 1;
            boolean isFar = Math.abs(way) > .17;
            boolean isBehind = side == PositionSide.LONG ? bin > mark + 1 : bin < mark - 1;
            return isFar || isBehind ? 1e9 : model(side, bin);
        };
        assertThat(score.of(elsewhere)).isEqualTo(before);
    }

    @Test
    void hasNoFigureOfNothing() {
        ProfileScore score = new ProfileScore(MARK, OPEN_INTEREST, ProfileScoreTest::truth);
        assertThat(score.of((side, bin) -> 0)).isNaN();
        assertThat(new ProfileScore(MARK, OPEN_INTEREST, (side, bin) -> 0).of(ProfileScoreTest::model))
                .isNaN();
    }
}
