package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.PositionSide;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatSliceTest {
    private static final int MIDDLE = 23_100;
    private static final int BIN = MIDDLE + 10;

    private final HeatSlice slice = new HeatSlice();

    private static HeatColumn column(double usd, Tier.Band band, int middle) {
        return HeatColumns.column(0, 1, middle, Map.of(), Map.of(BIN, usd), band);
    }

    @Test
    void holdsTheHighestOfEachBinAndTheBandThatWentWithIt() {
        slice.begin(BIN - 2, 5);
        slice.add(column(2e6, Tier.Band.X25, MIDDLE));
        slice.add(column(9e6, Tier.Band.X100, MIDDLE + 30));
        slice.add(column(1e6, Tier.Band.X5, MIDDLE));

        assertThat(slice.painted(PositionSide.SHORT, 2)).isEqualTo(Companding.of(9e6));
        assertThat(slice.largest(2)).isEqualTo(5);
        assertThat(slice.painted(PositionSide.LONG, 2)).isZero();
        assertThat(slice.largest(3)).isZero();
    }

    @Test
    void saysTheSameAsColumnsThatWereJoined() {
        HeatColumn joined = column(2e6, Tier.Band.X25, MIDDLE).joined(column(9e6, Tier.Band.X100, MIDDLE + 30));
        slice.begin(BIN, 1);
        slice.add(joined);
        byte once = slice.painted(PositionSide.SHORT, 0);
        slice.begin(BIN, 1);
        slice.add(column(2e6, Tier.Band.X25, MIDDLE));
        slice.add(column(9e6, Tier.Band.X100, MIDDLE + 30));

        assertThat(slice.painted(PositionSide.SHORT, 0)).isEqualTo(once);
        assertThat(slice.largest(0)).isEqualTo(5);
    }

    @Test
    void findsNothingOutsideTheColumnsWindow() {
        slice.begin(MIDDLE + Bins.COUNT, 3);
        slice.add(column(2e6, Tier.Band.X25, MIDDLE));
        slice.begin(MIDDLE - 2 * Bins.COUNT, 4 * Bins.COUNT);
        slice.add(column(2e6, Tier.Band.X25, MIDDLE));

        assertThat(slice.painted(PositionSide.SHORT, BIN - slice.firstBin())).isEqualTo(Companding.of(2e6));
    }

    @Test
    void becomesTheSameAsAnother() {
        HeatSlice other = new HeatSlice();
        slice.begin(BIN - 2, 5);
        slice.add(column(2e6, Tier.Band.X25, MIDDLE));
        other.become(slice);
        slice.begin(BIN - 2, 5);

        assertThat(other.firstBin()).isEqualTo(BIN - 2);
        assertThat(other.painted(PositionSide.SHORT, 2)).isEqualTo(Companding.of(2e6));
    }
}
