package io.faultline.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.Aftermath;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.Firing;
import io.faultline.alarm.Freshness;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.Signal;
import io.faultline.alarm.StageEvent;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.LedgerView;
import io.faultline.market.Venue;
import io.faultline.signal.PathState;
import io.faultline.ui.Modelled;
import io.faultline.ui.SyntheticMarket;
import io.faultline.ui.panel.ClusterControl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterNewsTest {
    private static final GridView GRID = Modelled.view(61_660, Venue.BINANCE);
    private static final ClustersView CLUSTERS = Modelled.clusters(GRID.grids(), PathState.HOLLOW, PathState.UNKNOWN);
    private static final ClusterView CLUSTER = CLUSTERS.clusters().get(0);

    private final SyntheticMarket market = new SyntheticMarket(7).open().run(1);
    private final ClusterNews news = new ClusterNews();

    private DeskView view(AlarmsView alarms) {
        DeskView view = market.view();
        return new DeskView(
                view.symbol(),
                view.timeNanos(),
                view.venues(),
                view.history(),
                view.forming(),
                GRID,
                CLUSTERS,
                List.of(),
                alarms,
                LedgerView.NONE);
    }

    private static LogEntry line(long number, Signal signal, String cluster) {
        Firing firing = new Firing(
                new AlarmHead(1, "BTCUSDT", "price ≥ 61,700"),
                signal,
                StageEvent.Cause.PRICE,
                1_778_595_000_000L + number * 1000,
                1_778_595_000_000L + number * 1000,
                61_700,
                cluster,
                5e6,
                0,
                Freshness.FRESH);
        return new LogEntry(number, Aftermath.of(firing), "", false);
    }

    private static AlarmsView log(LogEntry... newestFirst) {
        return new AlarmsView(
                "BTCUSDT",
                AlarmsView.Watching.LIVE,
                List.of(),
                List.of(),
                List.of(newestFirst),
                1,
                Optional.empty(),
                "",
                AlarmsView.NONE.notice());
    }

    @Test
    void tellsWhatAlarmsSaidSinceTheLastLookNewestFirstAndOnce() {
        LogEntry old = line(4, Signal.ENTRY, "S9");
        LogEntry near = line(5, Signal.PERIMETER, CLUSTER.name());
        LogEntry reached = line(6, Signal.PRICE_REACHED, "");
        news.meet(view(AlarmsView.NONE));
        news.meet(view(log(old)));
        news.meet(view(log(near, old)));

        List<ClusterNews.Item> items =
                news.look(view(log(reached, near, old)), 1).items();

        assertThat(items).extracting(ClusterNews.Item::what).containsExactly("alarm", "alarm");
        assertThat(items)
                .extracting(ClusterNews.Item::words)
                .containsExactly("BTC price ≥ 61,700, at 61,700", "BTC is near " + CLUSTER.name() + ", at 61,700");
        assertThat(items)
                .extracting(ClusterNews.Item::id)
                .as("Enter selects the cluster of the second")
                .containsExactly(ClusterControl.NONE, CLUSTER.id());
        assertThat(news.look(view(log(reached, near, old)), 1).items()).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoMoreThanALineOfTheLog() {
        news.meet(view(log()));

        assertThat(news.look(view(log(line(1, Signal.REARMED, CLUSTER.name()))), 1)
                        .items())
                .isEmpty();
    }
}
