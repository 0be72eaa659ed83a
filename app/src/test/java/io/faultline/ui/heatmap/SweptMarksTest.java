package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.TimeLog;
import io.faultline.desk.Views;
import io.faultline.liquidation.SweptLevel;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweptMarksTest {
    @Test
    void keepsTheLargestOfTheStretchInView() {
        List<SweptLevel> levels = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            levels.add(new SweptLevel(Venue.OKX, PositionSide.LONG, 1_000 + i, 23_000 + i, 1e3 * (i * 7919 % 1_000)));
        }
        TimeLog<SweptLevel> log = Views.log(levels);
        SweptMarks marks = new SweptMarks();

        assertThat(marks.in(log, 1_100, 1_110)).hasSize(10).allMatch(level -> level.millis() >= 1_100);
        assertThat(marks.in(log, 0, 5_000))
                .hasSize(SweptMarks.MOST)
                .allMatch(level -> level.usd() >= 1e3 * (1_000 - SweptMarks.MOST));
    }
}
