package io.faultline.desk;

import io.faultline.alarm.AlarmHost;
import io.faultline.alarm.AlarmInbox;
import io.faultline.alarm.AlarmUpdate;
import io.faultline.alarm.AlarmWatch;
import io.faultline.alarm.AlarmsView;
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
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has a symbol's alarms watch what its desk sees, and puts up what they show. It reads the desk and changes nothing in it,
 * so alarms are no part of the desk's state. On the desk's thread.
 */
final class AlarmDesk {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SignalDesk signals;
    private final AlarmBoard board;
    private final AlarmBoard.Post post;
    private final AlarmWatch watch;
    private ClustersView seen = ClustersView.NONE;
    private AlarmsView shown;

    /** @param hosts make who keeps what is to be kept, and answers there */
    AlarmDesk(WatchState kept, SignalDesk signals, AlarmBoard board, Function<AlarmInbox, AlarmHost> hosts) {
        this.signals = signals;
        this.board = board;
        post = board.open(kept.symbol());
        AlarmHost noting = new Noting(hosts.apply(post.inbox()), signals);
        watch = new AlarmWatch(kept, WatchRule.DEFAULT, board.ids(), post.inbox(), noting);
        shown = watch.view();
        post.show(shown);
    }

    /** Looks at the clusters, if they were looked for since. */
    void look() {
        ClustersView now = signals.view();
        if (now.sightedMillis() != seen.sightedMillis() || now.rebuilds() != seen.rebuilds()) {
            watch.clusters(signals.tracker(), now.known(), now.rebuilds());
        }
        seen = now;
    }

    void mark(MarkPrice mark) {
        watch.mark(MarkSample.of(mark));
    }

    /** A liquidation that was not reported before, of a contract whose size is known. */
    void forced(Liquidation report, double contractSize) {
        double usd = report.price().doubleValue() * report.size().doubleValue() * contractSize;
        watch.forced(ForcedPrint.of(report, usd));
    }

    /** What has become of a connection: only those that carry marks matter. */
    void see(FeedStatus status) {
        if (!status.topics().contains(Topic.MARK)) {
            return;
        }
        String source = status.venue().id();
        switch (status.state()) {
            case OFF, BLOCKED -> watch.gone(source);
            case LOST, LIMITED, MAINTENANCE, ERROR -> watch.interrupted(source);
            case CONNECTING, UP, SILENT -> {} // nothing is lost by it: the gate sees the pause itself
        }
    }

    /** Something that the venue said never came. */
    void lost(Venue venue) {
        watch.interrupted(venue.id());
    }

    /**
     * Lets time pass, and hears what people want.
     *
     * @param nowNanos since 1970
     * @return whether what is shown is another
     */
    boolean tick(long nowNanos) {
        watch.tick(nowNanos / NANOS_PER_MILLI);
        return show();
    }

    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    private boolean show() {
        AlarmsView now = watch.view();
        boolean changed = now != shown;
        if (changed) {
            shown = now;
            post.show(now);
        }
        return changed;
    }

    /** @param wakes is run, on any thread, when people have left something */
    void wake(Runnable wakes) {
        post.wake(wakes);
    }

    AlarmsView view() {
        return shown;
    }

    /** Hands out what is not kept yet, for the last time. */
    void close() {
        watch.close();
        board.leave(shown.symbol(), post);
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
