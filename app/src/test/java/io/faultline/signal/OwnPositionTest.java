package io.faultline.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnPositionTest {
    private final Cluster cluster = SignalClusters.of(PositionSide.LONG, 9_000, 20, 1e8);
    private final OwnPosition.AtLeverage inside = new OwnPosition.AtLeverage(10, 9_040.0);

    @Test
    void findsTheClusterAndTheNearestLeverageThatMovesItOut() {
        OwnPosition position = OwnPosition.check(
                PositionSide.LONG,
                inside,
                List.of(
                        new OwnPosition.AtLeverage(5, 8_050.0),
                        new OwnPosition.AtLeverage(9, 8_950.0),
                        new OwnPosition.AtLeverage(10, 9_040.0),
                        new OwnPosition.AtLeverage(11, 9_130.0)),
                List.of(cluster));
        assertThat(position.cluster()).hasValue(cluster);
        assertThat(position.wayOut())
                .hasValueSatisfying(way -> assertThat(way.leverage())
                        .as("of two as near, the lower")
                        .isEqualTo(9));
    }

    @Test
    void hasNothingToProposeOutsideOfClusters() {
        OwnPosition position = OwnPosition.check(
                PositionSide.LONG,
                new OwnPosition.AtLeverage(10, 8_900.0),
                List.of(new OwnPosition.AtLeverage(5, 8_000.0)),
                List.of(cluster));
        assertThat(position.cluster()).isEmpty();
        assertThat(position.wayOut()).isEmpty();
    }

    @Test
    void looksAtItsOwnSideOnly() {
        assertThat(OwnPosition.check(PositionSide.SHORT, inside, List.of(), List.of(cluster))
                        .cluster())
                .isEmpty();
    }

    @Test
    void isNowhereWithoutALiquidationPrice() {
        OwnPosition.AtLeverage never = new OwnPosition.AtLeverage(1, null);
        assertThat(OwnPosition.check(PositionSide.LONG, never, List.of(), List.of(cluster))
                        .cluster())
                .isEmpty();
        assertThat(OwnPosition.check(PositionSide.LONG, inside, List.of(never), List.of(cluster))
                        .wayOut())
                .hasValue(never);
    }
}
