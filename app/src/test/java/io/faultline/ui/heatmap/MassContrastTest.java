package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.HeatColumns;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MassContrastTest {
    private static final long T = 1_700_000_000_000L;
    private static final int MIDDLE = Bins.of(104_000);

    private final MassColumns columns = new MassColumns();
    private final MassPainter painter = new MassPainter();
    private final MassContrast looking = new MassContrast();
    private final Contrast contrast = new Contrast();
    private final HeatView view;

    MassContrastTest() {
        TimeAxis time = new TimeAxis();
        PriceAxis price = new PriceAxis();
        time.span(3600 * SECOND);
        time.now((T + 3_600_000) * 1_000_000);
        price.tick(0.1);
        price.place(0, 600);
        price.fit(99_000, 109_000);
        view = HeatView.of(time, price, 400, 600, 20, 1);
        painter.aim(view);
        show(PictureChoice.DEFAULT, 1);
    }

    /** A hundred bins below the middle that hold 1 to 100 million, times a factor; none in the rest. */
    private void show(PictureChoice choice, double factor) {
        Map<Integer, Double> longs = new HashMap<>();
        for (int i = 1; i <= 100; i++) {
            longs.put(MIDDLE - 60 + i, i * 1e6 * factor);
        }
        HeatColumn column = HeatColumns.column(T, T + 3_600_000, MIDDLE, longs, Map.of(), Tier.Band.X25);
        HeatColumn last = HeatColumns.column(T + 3_600_000, T + 3_601_000, MIDDLE, longs, Map.of(), Tier.Band.X25);
        columns.take(new GridView.Heat(choice, List.of(column, last), null, false));
    }

    private boolean look(long clock) {
        return looking.look(contrast, columns, view, painter, 1, clock);
    }

    @Test
    void laysHalfOfTheCellsUnderTheLowHandleAndOneInTwoHundredOverTheHigh() {
        assertThat(look(0)).isTrue();

        assertThat(contrast.handles().low()).isCloseTo(50e6, within(4e6));
        assertThat(contrast.handles().high()).isCloseTo(150e6, within(12e6));
        assertThat(contrast.quartile(0)).isCloseTo(25e6, within(2e6));
        assertThat(contrast.quartile(2)).isCloseTo(75e6, within(6e6));
    }

    @Test
    void looksAgainAfterTenSecondsAndAtOnceWhenAnotherPictureIsShown() {
        look(0);
        show(PictureChoice.DEFAULT, 10);
        assertThat(look(9 * SECOND)).isFalse();
        assertThat(look(11 * SECOND)).isTrue();
        assertThat(contrast.handles().low()).isCloseTo(500e6, within(40e6));

        show(new PictureChoice(Selection.ALL, Basis.AT_RISK, LookBack.BUILT_IN_WINDOW, Window.H24), 0.1);
        assertThat(look(12 * SECOND)).isTrue();
        assertThat(contrast.handles().low()).isCloseTo(5e6, within(4e5));
    }

    @Test
    void leavesHandlesThatWereSetByHandUntilThePadlockIsOpened() {
        look(0);
        Handles mine = new Handles(10, 1e9);
        contrast.set(mine);
        assertThat(look(20 * SECOND)).isFalse();
        assertThat(contrast.handles()).isEqualTo(mine);

        contrast.auto(true);
        assertThat(look(21 * SECOND)).as("at once").isTrue();
        assertThat(contrast.handles().low()).isGreaterThan(1e6);
    }

    @Test
    void staysWhereItIsWhileItIsNearlyRight() {
        look(0);
        Handles before = contrast.handles();
        show(PictureChoice.DEFAULT, 1.01);
        assertThat(look(20 * SECOND)).isFalse();
        assertThat(contrast.handles()).isEqualTo(before);
    }
}
