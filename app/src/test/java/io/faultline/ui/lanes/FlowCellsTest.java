package io.faultline.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.Bar;
import io.faultline.desk.History;
import io.faultline.desk.TimeLog;
import io.faultline.desk.Views;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowCellsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long START = 1_000 * 3600 * SECOND;

    private final FlowCells cells = new FlowCells();
    private final Track delta = new Track();

    private static Bar bar(long start, long length, double bought, double sold) {
        return new Bar(start, length, 1, 1, 1, 1, bought, sold);
    }

    private static TimeLog<Bar> log(long length, List<Bar> bars) {
        return Views.log(bars, length);
    }

    private static History history(List<TimeLog<Bar>> logs) {
        History none = Views.history(List.of(), List.of(), List.of());
        return new History(
                none.depth(),
                logs,
                none.marks(),
                none.openInterest(),
                none.liquidations(),
                none.settlements(),
                none.tape(),
                none.large());
    }

    @Test
    void takesCellsThatAreAtLeastSoManyPixelsWide() {
        assertThat(FlowCells.length(300.0 * SECOND / 864, 2)).isEqualTo(SECOND);
        assertThat(FlowCells.length(86_400.0 * SECOND / 864, 2)).isEqualTo(300 * SECOND);
        assertThat(FlowCells.length(31 * 86_400.0 * SECOND / 600, 2)).isEqualTo(14_400 * SECOND);
    }

    @Test
    void longBarsReachBackAndShortOnesGoOnWhereTheyEnd() {
        List<Bar> minutes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            minutes.add(bar(START + i * MINUTE, MINUTE, 60, 30));
        }
        List<Bar> seconds = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            seconds.add(bar(START + 8 * MINUTE + i * SECOND, SECOND, 1, 0.5));
        }
        History history = history(List.of(log(SECOND, seconds), log(MINUTE, minutes)));

        cells.gather(history, bar(START + 13 * MINUTE, SECOND, 5, 0), 300 * SECOND, START, START + 14 * MINUTE);

        assertThat(cells.count()).isEqualTo(3);
        assertThat(cells.bought(0)).isEqualTo(300);
        assertThat(cells.sold(0)).isEqualTo(150);
        assertThat(cells.bought(1)).as("no second counted twice").isEqualTo(300);
        assertThat(cells.bought(2))
                .as("3 min of seconds and the one that forms")
                .isEqualTo(185);
    }

    @Test
    void deltaIsBrokenWhereTheDataHasAGapAndGoesOnAtItsLevel() {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            bars.add(bar(START + i * MINUTE, MINUTE, 10, 4));
        }
        bars.add(bar(START + 20 * MINUTE, MINUTE, 1, 5));
        cells.gather(history(List.of(log(MINUTE, bars))), null, MINUTE, START, START + 21 * MINUTE);

        DeltaTrack.fill(delta, cells);

        assertThat(delta.first()).isZero();
        assertThat(delta.at(START + 3 * MINUTE - 1)).isEqualTo(12);
        assertThat(delta.at(START + 10 * MINUTE)).isNaN();
        assertThat(delta.last()).isEqualTo(14);
        assertThat(delta.most()).isEqualTo(18);
        assertThat(delta.at(START - 1)).isNaN();
    }

    @Test
    void withoutATradeNothingIsKnown() {
        cells.gather(history(List.of(log(SECOND, List.of()))), null, SECOND, START, START + MINUTE);
        DeltaTrack.fill(delta, cells);

        assertThat(delta.size()).isZero();
        assertThat(delta.last()).isNaN();
    }
}
