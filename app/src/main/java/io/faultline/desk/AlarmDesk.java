package io.faultline.desk;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHost;
import io.faultline.alarm.AlarmInbox;
import io.faultline.alarm.AlarmUpdate;
import io.faultline.alarm.AlarmWatch;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.Firing;
import io.faultline.alarm.ForcedPrint;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.MarkSample;
import io.faultline.alarm.MissedSpan;
import io.faultline.alarm.WatchRule;
import io.faultline.alarm.WatchState;
import io.faultline.market.FeedStatus;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.signal.PathReading;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has a symbol's alarms watch what its desk sees, and puts up what they show. It reads the desk and changes nothing in it,
 * so alarms are no part of the desk's state. On the desk's thread.
 */
final class AlarmDesk {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String symbol;
    private final SignalDesk signals;
    private AlarmBoard board = AlarmBoard.NONE;
    private @Nullable Watching watching;
    private AlarmsView shown = AlarmsView.NONE;
    private Runnable wakes = () -> {};
    private int looks;

    /** A watch, and where it meets people. */
    private record Watching(AlarmWatch watch, AlarmBoard.Post post) {}

    /** Watches nothing yet. */
    AlarmDesk(String symbol, SignalDesk signals) {
        this.symbol = symbol;
        this.signals = signals;
    }

    /** Shows what that board says of the symbol, whoever watches. */
    void show(AlarmBoard on) {
        board = on;
    }

    /** @param hosts make who keeps what is to be kept, and answers there */
    void watch(WatchState kept, AlarmBoard on, Function<AlarmInbox, AlarmHost> hosts) {
        show(on);
        AlarmBoard.Post post = on.open(symbol);
        AlarmHost noting = new Noting(hosts.apply(post.inbox()), signals);
        watching = new Watching(new AlarmWatch(kept, WatchRule.DEFAULT, on.ids(), post.inbox(), noting), post);
        post.wake(wakes);
        show();
        look(ClustersView.NONE);
    }

    /** Arms alarms as if they were new; one whose cluster is not there is put on that which stands in its place. */
    void armAnew(List<Alarm> alarms) {
        for (Alarm alarm : alarms) {
            boolean gone = alarm instanceof ClusterAlarm cluster
                    && signals.clusters().tracks().stream().noneMatch(track -> track.id() == cluster.trackId());
            board.send(symbol, gone ? new AlarmCommand.Import(List.of(alarm)) : new AlarmCommand.Add(alarm.anew()));
        }
    }

    /**
     * Looks at the clusters, if they were looked for since.
     *
     * @param before what the desk showed until now
     */
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    void look(ClustersView before) {
        ClustersView now = signals.view();
        boolean sighted = now.sightedMillis() != before.sightedMillis() || now.rebuilds() != before.rebuilds();
        if (watching != null && now != before && sighted) {
            looks++;
            int basis = signals.warmingUp() ? -looks : now.rebuilds(); // no two looks at a warming grid are alike
            watching.watch.clusters(signals.tracker(), now.known(), basis);
        }
    }

    void mark(MarkPrice mark) {
        if (watching != null) {
            watching.watch.mark(MarkSample.of(mark));
        }
    }

    /** A liquidation that was not reported before. */
    void forced(Liquidation report, VenueState venue) {
        if (watching != null && venue.sized()) {
            double usd = report.price().doubleValue() * report.size().doubleValue() * venue.contractSize();
            watching.watch.forced(ForcedPrint.of(report, usd));
        }
    }

    /** What has become of a connection: only those that carry marks matter. */
    void see(FeedStatus status) {
        if (watching == null || !status.topics().contains(Topic.MARK)) {
            return;
        }
        String source = status.venue().id();
        switch (status.state()) {
            case OFF, BLOCKED -> watching.watch.gone(source);
            case LOST, LIMITED, MAINTENANCE, ERROR -> watching.watch.interrupted(source);
            case CONNECTING, UP, SILENT -> {} // nothing is lost by it: the gate sees the pause itself
        }
    }

    /** Something that the venue said never came. */
    void lost(Venue venue) {
        if (watching != null) {
            watching.watch.interrupted(venue.id());
        }
    }

    /**
     * Lets time pass, and hears what people want.
     *
     * @param nowNanos since 1970; 0 while nobody knows
     * @return whether what is shown is another
     */
    boolean tick(long nowNanos) {
        if (watching != null) {
            watching.watch.tick(nowNanos / NANOS_PER_MILLI);
        }
        return show();
    }

    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    private boolean show() {
        AlarmsView now = watching == null ? board.view(symbol) : watching.watch.view();
        boolean changed = now != shown;
        shown = now;
        if (changed && watching != null) {
            watching.post.show(now);
        }
        return changed;
    }

    /** @param woken is run, on any thread, when people have left something */
    void wake(Runnable woken) {
        wakes = woken;
        if (watching != null) {
            watching.post.wake(woken);
        }
    }

    /** As of the last tick. */
    AlarmsView view() {
        return shown;
    }

    /** Hears what people want, and hands out what is not kept yet, for the last time. */
    void close(long nowNanos) {
        tick(nowNanos);
        if (watching != null) {
            watching.watch.close();
            board.leave(symbol, watching.post);
        }
    }

    /** Notes the path before the cluster with what fires. */
    private record Noting(AlarmHost host, SignalDesk signals) implements AlarmHost {
        @Override
        public void keep(AlarmUpdate update) {
            host.keep(update);
        }

        @Override
        public void wantBars(MissedSpan missed) {
            host.wantBars(missed);
        }

        @Override
        public void fired(LogEntry entry) {
            host.fired(entry);
        }

        @Override
        public void followed(LogEntry entry) {
            host.followed(entry);
        }

        @Override
        public String note(Firing firing) {
            return firing.cluster().isEmpty()
                    ? ""
                    : signals.view().clusters().stream()
                            .filter(cluster -> cluster.name().equals(firing.cluster()))
                            .findFirst()
                            .map(cluster -> words(cluster.path().overall()))
                            .orElse("");
        }

        private static String words(PathReading path) {
            return switch (path.state()) {
                case INSIDE -> "";
                case UNKNOWN -> "path unknown";
                case DEFENDED -> "path defended" + times(path.wallTimes());
                case HOLLOW -> "path hollow" + times(path.hollowRatio());
                case OPEN -> "path open" + times(path.hollowRatio());
            };
        }

        private static String times(@Nullable Double ratio) {
            return ratio == null ? "" : String.format(Locale.ROOT, " %.2f×", ratio);
        }
    }
}
