package io.faultline.liquidation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private final ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);

    @Test
    void meetsALongClusterFromAboveAndAShortOneFromBelow() {
        Cluster longs = only(PositionSide.LONG);
        Cluster shorts = only(PositionSide.SHORT);
        assertThat(longs.nearPrice()).isEqualTo(longs.highPrice()).isGreaterThan(longs.farPrice());
        assertThat(shorts.nearPrice()).isEqualTo(shorts.lowPrice()).isLessThan(shorts.farPrice());
        double above = longs.highPrice() * 1.01;
        assertThat(longs.distance(above)).isCloseTo(1 - 1 / 1.01, within(1e-12));
        assertThat(shorts.distance(above)).as("price is past it").isNegative();
    }

    @Test
    void countsMassOnTheRawProfileAndDensityPerTenthOfAPercent() {
        Cluster cluster = only(PositionSide.LONG);
        double widthInTenths = (cluster.highPrice() - cluster.lowPrice()) / cluster.centroid() * 1000;
        assertThat(cluster.densityUsdPerTenthPercent()).isCloseTo(cluster.massUsd() / widthInTenths, within(1e-3));
        assertThat(cluster.shareOf(10 * cluster.massUsd())).isCloseTo(0.1, within(1e-12));
        assertThat(cluster.densestPrice()).isBetween(cluster.lowPrice(), cluster.highPrice());
        assertThat(cluster.contains(cluster.densestPrice())).isTrue();
        assertThat(cluster.contains(cluster.highPrice()))
                .as("the bin above begins here")
                .isFalse();
    }

    @Test
    void callsThirtyBasisPointsTightAndAHundredAndFiftySpread() {
        assertThat(ofBins(6).spacing()).isEqualTo(Cluster.Spacing.TIGHT);
        assertThat(ofBins(7).spacing()).isEqualTo(Cluster.Spacing.MEDIUM);
        assertThat(ofBins(29).spacing()).isEqualTo(Cluster.Spacing.MEDIUM);
        assertThat(ofBins(30).spacing()).isEqualTo(Cluster.Spacing.SPREAD);
    }

    @Test
    void sumsWhatAnotherProfileHasBetweenTheEdges() {
        Cluster cluster = only(PositionSide.LONG);
        Profile half = new Bumps(120).with(25e6, 60, 4).profile(PositionSide.LONG);
        assertThat(cluster.massIn(half)).isCloseTo(cluster.massUsd() / 2, within(1.0));
        assertThat(cluster.massIn(new Profile(PositionSide.LONG, 0, new double[10])))
                .isZero();
    }

    @Test
    void raisesTheBarWithOpenInterest() {
        Profile profile = new Bumps(120).with(50e6, 60, 4).profile(PositionSide.LONG);
        double mass = detector.detect(profile, 0).get(0).massUsd();
        assertThat(detector.detect(profile, mass * 199)).hasSize(1);
        assertThat(detector.detect(profile, mass * 201)).isEmpty();
    }

    @Test
    void refusesMassThatCannotBe() {
        for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Profile(PositionSide.LONG, 7, new double[] {0, bad}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bin 8");
        }
    }

    @Test
    void looksAtAnEmptyProfileWithoutFindingAnything() {
        assertThat(detector.detect(new Profile(PositionSide.LONG, 0, new double[0]), 1))
                .isEmpty();
        assertThat(detector.detect(new Profile(PositionSide.LONG, 0, new double[40]), 0))
                .isEmpty();
    }

    private Cluster only(PositionSide side) {
        List<Cluster> found = detector.detect(new Bumps(120).with(50e6, 60, 4).profile(side), 10e9);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Cluster ofBins(int bins) {
        double[] usd = new double[bins];
        usd[0] = 1;
        return Cluster.of(PositionSide.LONG, 100, 1, new BinMasses(100, usd));
    }
}
