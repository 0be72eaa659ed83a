package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.DeskView;
import io.faultline.desk.History;
import io.faultline.desk.TimeLog;
import io.faultline.desk.Views;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeekendNoteTest {
    private static final long DAY = 86_400_000_000_000L;
    /** The market's day is Sunday 11 May 2025, 22:00 UTC: the weekend has just ended. */
    private final SyntheticMarket market = new SyntheticMarket(1).snapshot();

    @Test
    void saysNothingOnAWorkingDay() {
        assertThat(WeekendNote.of(market.view(), market.now())).isEmpty();
    }

    @Test
    void claimsNoMeanOfOpenInterestThatNobodySaid() {
        DeskView view = market.view();
        assertThat(WeekendNote.of(view, market.now() - DAY)).isEqualTo("weekend: books are thin");
    }

    @Test
    void weighsEachSampleByHowLongItStood() {
        List<History.OpenInterestSample> samples = new ArrayList<>();
        for (int minute = 0; minute <= 600; minute++) {
            samples.add(new History.OpenInterestSample(minute * 60_000_000_000L, minute < 300 ? 100 : 200));
        }
        TimeLog<History.OpenInterestSample> log = Views.log(samples);

        assertThat(WeekendNote.meanBase(log, 0)).isCloseTo(150, within(4.0));
        assertThat(WeekendNote.meanBase(log, 400 * 60_000_000_000L)).isCloseTo(200, within(1e-9));
    }
}
