package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.PositionSide;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that no market has: the grid stays finite and says what it did. */
class AbsurdInputTest {
    private static final double[] ABSURD = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, Double.MIN_VALUE, -1, 0, 1e300
    };

    private final VenueGrid grid = new VenueGrid(Vectors.scheme("BINANCE"), ModelParameters.DEFAULT, 60_000, 1_000);

    private static GridStep step(double mark, double openInterest) {
        return new GridStep(
                10,
                mark,
                mark,
                mark,
                new Prints.Builder().add(60_000, 500_000, 500_000).build(),
                openInterest,
                0,
                0);
    }

    @Test
    void refusesNegativeOpenInterestAndKeepsTheLastOne() {
        grid.step(step(60_000, 1_005));
        assertThat(grid.step(step(60_000, -5)).flags()).containsExactly(GridFlag.OI_REFUSED);
        assertThat(grid.openInterest()).isEqualTo(1_005);
    }

    @Test
    void doesNotLetOneAbsurdSampleCutTheMass() {
        grid.step(step(60_000, 1_005));
        double before = grid.massUsd(PositionSide.LONG);
        assertThat(grid.step(step(60_000, 1)).flags()).containsExactly(GridFlag.OI_REFUSED);
        assertThat(grid.step(step(60_000, 1_005)).flags()).isEmpty();
        assertThat(grid.massUsd(PositionSide.LONG)).isGreaterThan(before);
    }

    @Test
    void takesAChangeOfUnitWithoutCountingItAsFlow() {
        grid.step(step(60_000, 1_005));
        assertThat(grid.step(step(60_000, 1_005_000)).flags()).containsExactly(GridFlag.OI_REFUSED);
        StepReport report = grid.step(step(60_000, 1_006_000));
        assertThat(report.flags()).containsExactly(GridFlag.OI_RESET);
        assertThat(report.openedUsd()).isEqualTo(.1 * 1e6 / 2);
        assertThat(grid.openInterest()).isEqualTo(1_006_000);
        assertThat(grid.carryUsd()).isZero();
    }

    @Test
    void keepsItsMarkWhenTheNewOneIsNoPrice() {
        assertThat(grid.step(step(Double.NaN, 1_005)).flags()).contains(GridFlag.INPUT_REFUSED);
        assertThat(grid.mark()).isEqualTo(60_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, .7, 10, .1, 1e6, 1e-6})
    void followsAMarkThatJumps(double factor) {
        grid.step(step(60_000, 1_005));
        double mark = 60_000 * factor;
        grid.step(new GridStep(10, mark, Math.min(mark, 60_000), Math.max(mark, 60_000), Prints.NONE, 1_005, 0, 0));
        grid.step(new GridStep(10, mark, mark, mark, Prints.ofBar(mark, mark * 1.01, 1e6, 1e6), 1_010, 0, 0));
        assertThat(grid.massUsd(PositionSide.LONG)).isPositive();
        assertThat(grid.massUsd(PositionSide.SHORT)).isPositive();
        assertFinite();
    }

    @Test
    void leavesOutImpossiblePrints() {
        Prints prints = new Prints.Builder()
                .add(Double.NaN, 1, 1)
                .add(-5, 1, 1)
                .add(60_000, -1, 1)
                .add(60_000, 1e300, 1)
                .add(60_000, 100, 100)
                .build();
        assertThat(prints.count()).isEqualTo(1);
        StepReport report = grid.step(new GridStep(10, 60_000, 60_000, 60_000, prints, 1_000, 0, 0));
        assertThat(report.flags()).containsExactly(GridFlag.INPUT_REFUSED);
        assertThat(report.openedUsd()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysFiniteWhateverItIsGiven(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StepReport report = grid.step(new GridStep(
                    some(random, 10),
                    some(random, 60_000),
                    some(random, 59_900),
                    some(random, 60_100),
                    random.nextInt(5) == 0
                            ? null
                            : new Prints.Builder()
                                    .add(some(random, 60_000), some(random, 1e5), some(random, 1e5))
                                    .add(60_000, 1e4, 1e4)
                                    .build(),
                    some(random, 1_000),
                    some(random, 1_000),
                    some(random, 1_000)));
            assertThat(report.closeFraction()).as("seed %d, step %d", seed, i).isBetween(0.0, 1.0);
        }
        assertFinite();
    }

    private static double some(Random random, double sensible) {
        return random.nextInt(3) == 0
                ? ABSURD[random.nextInt(ABSURD.length)]
                : sensible * (1 + .01 * random.nextGaussian());
    }

    private void assertFinite() {
        SoftAssertions all = new SoftAssertions();
        for (PositionSide side : PositionSide.values()) {
            all.assertThat(grid.massUsd(side)).isFinite().isNotNegative();
            ForcedFlow flow = grid.calibration(side).expect(1e6);
            all.assertThat(flow.meanUsd()).isFinite();
            all.assertThat(flow.lowUsd()).isFinite();
            all.assertThat(flow.highUsd()).isFinite();
            for (Tier tier : Tier.values()) {
                for (int bin = grid.base(); bin < grid.base() + Bins.COUNT; bin++) {
                    double usd = grid.massUsd(side, tier, bin);
                    if (!(usd >= 0 && usd < 1e15)) {
                        all.assertThat(usd).as(side + " " + tier + " " + bin).isBetween(0.0, 1e15);
                    }
                }
            }
        }
        all.assertAll();
    }
}
