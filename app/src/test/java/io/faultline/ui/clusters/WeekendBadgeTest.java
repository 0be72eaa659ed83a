package io.faultline.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.AlarmsView;
import io.faultline.desk.CardChoice;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.MarketReading;
import io.faultline.market.Venue;
import io.faultline.signal.PathState;
import io.faultline.ui.Modelled;
import org.junit.jupiter.api.Test;

class WeekendBadgeTest {
    private static final ClustersView WORKING_DAY =
            Modelled.clusters(Modelled.grids(61_660, Venue.BINANCE), PathState.HOLLOW, PathState.OPEN);
    private static final ClustersView WEEKEND = onAWeekend(WORKING_DAY);

    private static ClustersView onAWeekend(ClustersView day) {
        MarketReading is = day.market();
        MarketReading market = new MarketReading(
                true,
                is.openInterestUsd(),
                is.eligible(),
                is.openInterestOverWeek(),
                is.depthUsd(),
                is.depthOverUsual(),
                is.cvd1hUsd(),
                is.return1h(),
                is.divergence(),
                is.regime(),
                is.realised(),
                is.realisedWeek(),
                is.reportedPerDayUsd(),
                is.charts());
        return new ClustersView(
                day.known(),
                day.rebuilds(),
                day.asOfMillis(),
                day.sightedMillis(),
                day.rules(),
                day.mark(),
                day.mid(),
                day.sides(),
                day.asymmetry(),
                market,
                day.funding(),
                day.venues(),
                day.walls(),
                day.sweeps(),
                day.labels(),
                day.events());
    }

    private static CardChoice choice(boolean weekendCounts) {
        CardChoice usual = CardChoice.DEFAULT;
        return new CardChoice(
                usual.discount(), usual.distances(), usual.scale(), usual.rule(), usual.timeframe(), weekendCounts);
    }

    private static boolean isMarked(ClustersView view, CardChoice choice) {
        assertThat(view.clusters()).isNotEmpty();
        long marked = 0;
        for (ClusterView cluster : view.clusters()) {
            CardText card = CardText.of(cluster, view, AlarmsView.NONE, choice, 1);
            marked += card.lines().stream().anyMatch(line -> line.words().startsWith("weekend")) ? 1 : 0;
        }
        assertThat(marked).as("all or none").isIn(0L, (long) view.clusters().size());
        return marked > 0;
    }

    @Test
    void everyCardIsMarkedOnAWeekendUnlessItIsSwitchedOff() {
        assertThat(isMarked(WEEKEND, choice(true))).isTrue();
        assertThat(isMarked(WEEKEND, choice(false))).isFalse();
        assertThat(isMarked(WORKING_DAY, choice(true))).isFalse();
    }
}
