package io.faultline.ui.clusters;

import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.Firing;
import io.faultline.alarm.LogEntry;
import io.faultline.desk.ClusterChange;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.TapeLabel;
import io.faultline.liquidation.cluster.Track;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the clusters, and what their alarms and others said, since the user last looked. JavaFX thread only. */
public final class ClusterNews {
    private @Nullable ClustersView seen;

    /** The log's last line; negative before there was a log. */
    private long seenLog = -1;

    /**
     * Something that happened.
     *
     * @param id of the cluster; {@link ClusterControl#NONE} where it is no matter of one
     * @param what in a word or two: born, dissolved, grown, shrunk, migrated, what was seen on the tape, or an alarm
     * @param words the rest of it
     * @param millis when, event time since 1970
     */
    public record Item(int id, String what, String words, long millis) {}

    /**
     * What there is to tell.
     *
     * @param sinceMillis when the user last looked; 0 where clusters were not known yet
     * @param rebuilt whether the model was built anew since, so that nothing can be compared
     */
    public record News(long sinceMillis, boolean rebuilt, List<Item> items) {
        public News {
            items = List.copyOf(items);
        }
    }

    /** Takes the first clusters and the first log that are known as what the user has seen; costs nothing later. */
    public void meet(DeskView now) {
        if (seen == null && now.clusters().known()) {
            seen = now.clusters();
        }
        if (seenLog < 0 && now.alarms().watching() != AlarmsView.Watching.NOWHERE) {
            seenLog = newest(now.alarms());
        }
    }

    /** What happened since the last call, newest first. */
    public News look(DeskView view, int decimals) {
        ClustersView now = view.clusters();
        ClustersView then = seen;
        long thenLog = seenLog;
        if (now.known()) {
            seen = now;
            seenLog = Math.max(thenLog, newest(view.alarms()));
        }
        if (then == null) {
            return new News(0, false, List.of());
        }
        List<Item> items = new ArrayList<>();
        for (ClusterChange change : now.since(then)) {
            items.add(item(change, decimals));
        }
        fired(now, then, items);
        alarms(view.alarms(), now, thenLog, items);
        items.sort(Comparator.comparingLong(Item::millis).reversed());
        return new News(then.asOfMillis(), now.rebuilds() != then.rebuilds(), items);
    }

    private static Item item(ClusterChange change, int decimals) {
        Track track = change.track();
        double usd = track.cluster().massUsd();
        String size = Numbers.usd(usd) + " at risk, " + ClusterWords.range(track.cluster(), decimals);
        String words = track.name() + ", "
                + switch (change.kind()) {
                    case BORN -> size;
                    case DISSOLVED -> "was " + size;
                    case GROWN, SHRUNK ->
                        Numbers.change(usd / change.thenUsd() - 1, 0) + ", from " + Numbers.usd(change.thenUsd())
                                + " to " + size;
                    case MIGRATED -> ClusterWords.moved(track.migration()) + ", " + size;
                };
        return new Item(track.id(), CardWords.lower(change.kind().name()), words, change.millis());
    }

    /** What was seen on the tape in clusters, but for walls. */
    private static void fired(ClustersView now, ClustersView then, List<Item> items) {
        for (long i = now.labels().end() - 1; i >= now.labels().begin(); i--) {
            TapeLabel label = now.labels().get(i);
            if (label == null || label.millis() <= then.asOfMillis()) {
                break;
            }
            String what = switch (label.kind()) {
                case CASCADE_BEGAN -> "fired";
                case ABSORBED -> "absorbed";
                case EXHAUSTED -> "exhausted";
                case EDGE_RECLAIMED -> "edge reclaimed";
                case LONG_WICK -> "long wick";
                case REFILLED, PULLED, EATEN, LEFT -> "";
            };
            if (!what.isEmpty() && label.trackId() != 0) {
                String forced = Double.isNaN(label.usd()) ? "" : ", " + Numbers.usd(label.usd()) + " forced so far";
                items.add(new Item(label.trackId(), what, label.cluster() + forced, label.millis()));
            }
        }
    }

    /** The log's last line, which has no other's number. */
    private static long newest(AlarmsView alarms) {
        return alarms.log().stream().mapToLong(LogEntry::number).max().orElse(0);
    }

    /** What alarms said since, whenever it had happened: what was crossed while nobody watched is news too. */
    private static void alarms(AlarmsView alarms, ClustersView now, long since, List<Item> items) {
        for (LogEntry entry : alarms.log()) {
            Firing firing = entry.firing();
            if (since >= 0 && entry.number() > since && firing.signal().calls()) {
                int cluster = now.clusters().stream()
                        .filter(each -> each.name().equals(firing.cluster()))
                        .mapToInt(ClusterView::id)
                        .findFirst()
                        .orElse(ClusterControl.NONE);
                int decimals = AlarmWords.decimals(firing.price());
                boolean priced = Double.isFinite(firing.price());
                String at = priced ? ", at " + AlarmWords.price(firing.price(), decimals) : "";
                String words = AlarmWords.headline(firing) + at;
                items.add(new Item(cluster, "alarm", words, firing.exchangeMillis()));
            }
        }
    }
}
