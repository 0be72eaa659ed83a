package io.faultline.desk;

import io.faultline.alarm.AlarmWatch;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.MarkSample;
import io.faultline.alarm.MemoryHost;
import io.faultline.alarm.WatchRule;
import io.faultline.alarm.WatchState;
import io.faultline.liquidation.cluster.TrackerState;

/** A board with one symbol's real watch, whose marks, clusters and time a test makes. One thread at a time. */
public final class AlarmStand {
    private final AlarmBoard board = new AlarmBoard();
    private final AlarmBoard.Post post;
    private final AlarmWatch watch;
    private long now;

    /** @param nowMillis since 1970 */
    public AlarmStand(String symbol, long nowMillis) {
        now = nowMillis;
        post = board.open(symbol);
        WatchState nothing = WatchState.empty(symbol);
        watch = new AlarmWatch(nothing, WatchRule.DEFAULT, board.ids(), post.inbox(), new MemoryHost(post.inbox()));
        show();
    }

    public AlarmBoard board() {
        return board;
    }

    public long nowMillis() {
        return now;
    }

    /** Those are the clusters from now on. */
    public synchronized void clusters(ClustersView view) {
        watch.clusters(new TrackerState(1_000, 100, 100, view.tracks()), true, 0);
        show();
    }

    /** Marks, a fifth of a second apart. */
    public synchronized void marks(double... prices) {
        for (double price : prices) {
            now += 250;
            watch.mark(new MarkSample("binance", now, now, price));
            show();
        }
    }

    /** Hears what people want. */
    public synchronized AlarmsView tick() {
        watch.tick(now);
        show();
        return watch.view();
    }

    /** That much later. */
    public synchronized void later(long millis) {
        now += millis;
        tick();
    }

    private void show() {
        post.show(watch.view());
    }
}
