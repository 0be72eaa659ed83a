package io.faultline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridBar;
import io.faultline.market.PositionSide;
import org.junit.jupiter.api.Test;

class CoinglassMapTest {
    private static final long HOUR = 3_600_000;

    private final CoinglassMap byInterest = new CoinglassMap(CoinglassMap.Basis.OPEN_INTEREST);
    private final CoinglassMap byVolume = new CoinglassMap(CoinglassMap.Basis.VOLUME);
    private long millis;

    private GridBar bar(double open, double high, double low, double close, double coins) {
        millis += HOUR;
        return new GridBar(
                millis,
                3600,
                open,
                high,
                low,
                close,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                800,
                400,
                coins,
                Double.NaN,
                Double.NaN);
    }

    private void steps(GridBar... bars) {
        for (GridBar bar : bars) {
            byInterest.step(bar);
            byVolume.step(bar);
        }
    }

    private static double at(CoinglassMap map, PositionSide side, double price) {
        return map.massUsd(side, Bins.of(price));
    }

    @Test
    void depositsRisesOfOpenInterestOnBothSidesInFiveEqualParts() {
        steps(bar(1000, 1000, 1000, 1000, 50), bar(1000, 1004, 996, 1000, 60));
        for (double leverage : new double[] {5, 10, 25, 50, 100}) {
            assertThat(at(byInterest, PositionSide.LONG, 1000 * (1 - 1 / leverage)))
                    .isEqualTo(10 * 1000 / 5.0);
            assertThat(at(byInterest, PositionSide.SHORT, 1000 * (1 + 1 / leverage)))
                    .isEqualTo(10 * 1000 / 5.0);
        }
        assertThat(at(byInterest, PositionSide.LONG, 1000 * (1 - 1 / 3.0))).isZero();
    }

    @Test
    void ignoresFallsOfOpenInterestAndChangesOfUnit() {
        steps(bar(1000, 1000, 1000, 1000, 50), bar(1000, 1000, 1000, 1000, 40));
        steps(bar(1000, 1000, 1000, 1000, 40_000), bar(1000, 1000, 1000, 1000, Double.NaN));
        assertThat(at(byInterest, PositionSide.LONG, 900)).isZero();
        steps(bar(1000, 1000, 1000, 1000, 40_005));
        assertThat(at(byInterest, PositionSide.LONG, 900)).isEqualTo(1000);
    }

    @Test
    void depositsTakerBuysAsLongsAndTakerSellsAsShorts() {
        steps(bar(1000, 1000, 1000, 1000, 50));
        assertThat(at(byVolume, PositionSide.LONG, 990)).isEqualTo(200);
        assertThat(at(byVolume, PositionSide.SHORT, 1010)).isEqualTo(100);
        assertThat(at(byVolume, PositionSide.LONG, 800))
                .as("5x is no part of it")
                .isZero();
    }

    @Test
    void takesTheMiddleOfABarForItsEntries() {
        steps(bar(990, 1012, 988, 1010, 50));
        assertThat(at(byVolume, PositionSide.LONG, 900)).isEqualTo(200);
    }

    @Test
    void countsUpToTheLowButClearsOnlyUpToTheClose() {
        steps(bar(1000, 1000, 1000, 1000, 50), bar(1000, 1000, 975, 985, 50));
        assertThat(byVolume.sweptUsd(PositionSide.LONG))
                .as("100x at 990 and 50x at 980")
                .isEqualTo(400);
        assertThat(at(byVolume, PositionSide.LONG, 990))
                .as("between open and close")
                .isZero();
        assertThat(at(byVolume, PositionSide.LONG, 980))
                .as("only the wick was there")
                .isEqualTo(200);
        steps(bar(985, 986, 984, 985, 50));
        assertThat(byVolume.sweptUsd(PositionSide.LONG)).isZero();
    }

    @Test
    void countsShortsUpToTheHigh() {
        steps(bar(1000, 1000, 1000, 1000, 50), bar(1000, 1021, 1000, 1015, 50));
        assertThat(byVolume.sweptUsd(PositionSide.SHORT)).isCloseTo(200, within(1e-9));
        assertThat(byVolume.sweptUsd(PositionSide.LONG)).isZero();
        assertThat(at(byVolume, PositionSide.SHORT, 1010)).isZero();
        assertThat(at(byVolume, PositionSide.SHORT, 1020)).isEqualTo(100);
    }

    @Test
    void neverDecaysOrCloses() {
        steps(bar(1000, 1000, 1000, 1000, 50), bar(1000, 1000, 1000, 1000, 60));
        for (int i = 0; i < 2_000; i++) {
            byInterest.step(bar(1000, 1001, 999, 1000, 60 - i % 2));
        }
        assertThat(at(byInterest, PositionSide.LONG, 800)).isGreaterThanOrEqualTo(2000);
    }
}
