package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.HeatColumns;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MassColumnsTest {
    private static final int BIN = 23_100;
    private static final long T = 1_700_000_000_000L;
    private static final long MINUTE = 60_000;

    private final MassColumns columns = new MassColumns();

    private static HeatColumn column(long start, long end, double usd) {
        return HeatColumns.column(start, end, BIN, Map.of(BIN, usd), Map.of(), Tier.Band.X10);
    }

    private static GridView.Heat heat(List<HeatColumn> past) {
        return new GridView.Heat(PictureChoice.DEFAULT, past, null, false);
    }

    @Test
    void tellsFromWhenOnThePictureMayHaveChanged() {
        HeatColumn first = column(T, T + 1000, 1e6);
        HeatColumn second = column(T + 1000, T + 2000, 1e6);
        List<HeatColumn> one = List.of(first);
        GridView.Heat begun = heat(one);

        assertThat(columns.take(begun)).isEqualTo(MassColumns.EVERYTHING);
        assertThat(columns.take(begun)).isEqualTo(MassColumns.NOTHING);
        HeatColumn forming = column(T + 1000, T + 1300, 1e6);
        assertThat(columns.take(new GridView.Heat(PictureChoice.DEFAULT, one, forming, false)))
                .as("one begins")
                .isEqualTo(T + 1000);
        assertThat(columns.take(heat(List.of(first, second))))
                .as("it has ended")
                .isEqualTo(T + 1000);
        assertThat(columns.take(heat(List.of(column(T, T + 1000, 1e6), second))))
                .as("an older one is another, as where older ones were joined")
                .isEqualTo(MassColumns.NOTHING);
        assertThat(columns.take(heat(List.of(column(T, T + 2000, 1e6)))))
                .as("computed anew")
                .isEqualTo(MassColumns.EVERYTHING);
        PictureChoice other =
                new PictureChoice(Selection.ALL, Basis.EXPECTED_FORCED, LookBack.ALL_POSITIONS, Window.H24);
        assertThat(columns.take(new GridView.Heat(other, List.of(), null, false)))
                .isEqualTo(MassColumns.EVERYTHING);
    }

    @Test
    void findsTheColumnOfAnInstant() {
        HeatColumn first = column(T, T + 1000, 1e6);
        HeatColumn later = column(T + 3000, T + 4000, 2e6);
        columns.take(heat(List.of(first, later)));

        assertThat(columns.at(T + 999)).isSameAs(first);
        assertThat(columns.at(T + 1000)).as("between two").isNull();
        assertThat(columns.at(T + 3000)).isSameAs(later);
        assertThat(columns.at(T - 1)).isNull();
        assertThat(columns.at(T + 4000)).isNull();
    }

    @Test
    void takesAColumnThatLastsFarTooLongForTheLastStateBeforeAHole() {
        long now = T + 600 * MINUTE;
        HeatColumn bar = column(now - 20 * MINUTE, now - 19 * MINUTE, 1e6);
        HeatColumn hole = column(now - 19 * MINUTE, now - 5 * MINUTE, 1e6);
        HeatColumn coarse = column(now - 500 * MINUTE, now - 495 * MINUTE, 1e6);
        columns.take(heat(List.of(coarse, bar, hole, column(now - 5 * MINUTE, now, 1e6))));

        assertThat(columns.at(now - 18 * MINUTE - 1)).isSameAs(hole);
        assertThat(columns.at(now - 17 * MINUTE))
                .as("fourteen minutes without input")
                .isNull();
        assertThat(columns.at(now - 496 * MINUTE))
                .as("bars of five minutes are usual so long ago")
                .isSameAs(coarse);
    }

    @Test
    void saysSinceWhenAtLeastHalfWasThere() {
        List<HeatColumn> past = new ArrayList<>();
        double[] usd = {9e6, 1e6, 5e6, 8e6, 9e6};
        for (int i = 0; i < usd.length; i++) {
            past.add(column(T + i * MINUTE, T + (i + 1) * MINUTE, usd[i]));
        }
        columns.take(heat(past));

        assertThat(columns.heldSince(PositionSide.LONG, BIN, T + 4 * MINUTE + 1))
                .isEqualTo(T + 2 * MINUTE);
        assertThat(columns.heldSince(PositionSide.LONG, BIN, T + 10)).isEqualTo(T);
        assertThat(Objects.requireNonNull(columns.newest()).usd(PositionSide.SHORT, BIN))
                .isZero();
    }
}
