package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import org.junit.jupiter.api.Test;

class OracleMassTest {
    private final OracleMass oracle = new OracleMass(60_000);

    @Test
    void keepsOpeningsAtTheirLiquidationPrice() {
        oracle.deposit(PositionSide.LONG, 59_000, 1e6);
        oracle.deposit(PositionSide.LONG, 59_000, 5e5);
        oracle.deposit(PositionSide.SHORT, 61_000, 2e6);
        assertThat(usd(PositionSide.LONG, 59_000)).isEqualTo(1.5e6);
        assertThat(usd(PositionSide.SHORT, 61_000)).isEqualTo(2e6);
        assertThat(oracle.mass().totalUsd(PositionSide.LONG)).isEqualTo(1.5e6);
    }

    @Test
    void losesWhatTheMarkPasses() {
        oracle.deposit(PositionSide.LONG, 59_000, 1e6);
        oracle.deposit(PositionSide.LONG, 58_000, 1e6);
        oracle.deposit(PositionSide.SHORT, 61_000, 1e6);
        oracle.deposit(PositionSide.SHORT, 62_000, 1e6);

        oracle.sweep(Bins.centre(Bins.of(59_000)) + 1);
        assertThat(usd(PositionSide.LONG, 59_000)).isEqualTo(1e6);
        oracle.sweep(Bins.centre(Bins.of(59_000)));
        assertThat(usd(PositionSide.LONG, 59_000)).isZero();
        assertThat(usd(PositionSide.LONG, 58_000)).isEqualTo(1e6);

        oracle.sweep(61_500);
        assertThat(usd(PositionSide.SHORT, 61_000)).isZero();
        assertThat(usd(PositionSide.SHORT, 62_000)).isEqualTo(1e6);
    }

    @Test
    void takesClosingsFromAllBinsOfTheSideAlike() {
        oracle.deposit(PositionSide.LONG, 59_000, 1e6);
        oracle.deposit(PositionSide.LONG, 50_000, 3e6);
        oracle.deposit(PositionSide.SHORT, 61_000, 1e6);

        oracle.close(PositionSide.LONG, .25);

        assertThat(usd(PositionSide.LONG, 59_000)).isCloseTo(7.5e5, within(1e-6));
        assertThat(usd(PositionSide.LONG, 50_000)).isCloseTo(2.25e6, within(1e-6));
        assertThat(usd(PositionSide.SHORT, 61_000)).isEqualTo(1e6);
    }

    @Test
    void staysExactThroughManyClosings() {
        for (int i = 0; i < 5_000; i++) {
            oracle.deposit(PositionSide.LONG, 59_000, 1e6);
            oracle.close(PositionSide.LONG, .5);
        }
        assertThat(usd(PositionSide.LONG, 59_000)).isCloseTo(1e6, within(1e-3));
    }

    private double usd(PositionSide side, double price) {
        return oracle.mass().usd(side, Bins.of(price));
    }
}
