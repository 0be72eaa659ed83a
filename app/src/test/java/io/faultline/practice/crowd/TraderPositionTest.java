package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.MarginScheme;
import io.faultline.liquidation.Position;
import io.faultline.market.PositionSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraderPositionTest {
    private static final double TICK = .1;
    private static final double LOT = .001;

    private final MarginScheme scheme = CrowdMargin.binance2021();

    @ParameterizedTest
    @CsvSource({
        "LONG, 60000, .5, 50, 0",
        "SHORT, 60000, .5, 50, 0",
        "LONG, 60000, 4, 20, .6",
        "SHORT, 43210.5, 250, 5, 0",
        "LONG, 43210.5, 250, 2, 0",
        "SHORT, 60000, .01, 125, 1"
    })
    void isLiquidatedWhereTheMarginMathsSay(
            PositionSide side, double entry, double coins, double leverage, double extra) {
        TraderPosition position = position(side, (1 + extra) / leverage);
        position.grow(Math.round(coins / LOT), Math.round(coins / LOT) * Math.round(entry / TICK));
        position.reckon(scheme, TICK, LOT);

        Position same = new Position(side, entry, coins, leverage, extra * coins * entry / leverage);
        double expected = scheme.liquidationPrice(same).orElseThrow();
        assertThat(position.liquidation() * TICK).isCloseTo(expected, within(expected * 1e-9));
        assertThat(position.massUsd()).isCloseTo(coins * expected, within(coins * expected * 1e-9));
        double bankruptcy = scheme.bankruptcyPrice(same);
        assertThat(position.bankruptcyTicks() * TICK).isCloseTo(bankruptcy, within(2 * TICK));
    }

    @Test
    void isNeverLiquidatedIfALongIsPaidInFull() {
        TraderPosition position = position(PositionSide.LONG, 1);
        position.grow(1_000, 1_000 * 600_000L);
        position.reckon(scheme, TICK, LOT);
        assertThat(position.liquidation()).isZero();
        assertThat(position.massUsd()).isZero();
    }

    @Test
    void staysAboveNothingIfItIsSoldAtItsBankruptcyPrice() {
        for (PositionSide side : PositionSide.values()) {
            TraderPosition position = position(side, 1 / 37.0);
            position.grow(1_237, 1_237 * 600_001L);
            long price = position.bankruptcyTicks();
            assertThat(position.shrink(1_237, 1_237 * price)).isBetween(0L, 1_237L);
            assertThat(position.cash()).isZero();
        }
    }

    @Test
    void paysFundingFromItsMarginSoThatItsLiquidationComesCloser() {
        TraderPosition position = position(PositionSide.LONG, .02);
        position.grow(1_000, 1_000 * 600_000L);
        position.reckon(scheme, TICK, LOT);
        double before = position.liquidation();
        long margin = position.margin();

        position.pay(60_000);
        position.reckon(scheme, TICK, LOT);

        assertThat(position.margin()).isEqualTo(margin - 60_000);
        assertThat(position.liquidation()).isCloseTo(before + 60 / (1 - .005), within(1e-6));
    }

    @Test
    void isLiquidatedAtOnceIfFundingHasEatenItsMargin() {
        for (PositionSide side : PositionSide.values()) {
            TraderPosition position = position(side, .01);
            position.grow(1_000, 1_000 * 600_000L);
            position.pay(position.margin());
            position.reckon(scheme, TICK, LOT);
            assertThat(position.liquidation()).isEqualTo(side == PositionSide.LONG ? Double.POSITIVE_INFINITY : 0);
        }
    }

    @Test
    void givesBackMarginAndProfitInProportionToWhatIsClosed() {
        TraderPosition position = position(PositionSide.LONG, .1);
        position.grow(1_000, 1_000 * 600_000L);

        long free = position.shrink(250, 250 * 612_000L);

        assertThat(free).isEqualTo(250 * 60_000L + 250 * 12_000L);
        assertThat(position.margin()).isEqualTo(750 * 60_000L);
        assertThat(position.entryTicks()).isEqualTo(600_000);
    }

    @Test
    void losesOnWhatIsClosedBeforeAnythingIsGivenBack() {
        TraderPosition position = position(PositionSide.SHORT, .01);
        position.grow(1_000, 1_000 * 600_000L);

        assertThat(position.shrink(500, 500 * 609_000L)).isZero();

        assertThat(position.margin()).isEqualTo(1_000 * 6_000L - 500 * 9_000L);
    }

    @Test
    void putsStopAndProfitOnTheWayToItsLiquidation() {
        Newcomer newcomer = new Newcomer(PositionSide.SHORT, 1, .1, true, 0, 1, .5, 2.5);
        TraderPosition position = new TraderPosition(1, newcomer);
        position.grow(1_000, 1_000 * 600_000L);
        position.reckon(scheme, TICK, LOT);

        double way = position.liquidation() - 600_000;
        assertThat(position.stop()).isCloseTo(600_000 + way / 2, within(1e-6));
        assertThat(position.profit()).as("at most 12 % away").isCloseTo(600_000 * .88, within(1e-6));
    }

    private static TraderPosition position(PositionSide side, double marginShare) {
        return new TraderPosition(1, new Newcomer(side, 1, marginShare, true, 0, 1, Double.NaN, Double.NaN));
    }
}
