package io.faultline.alarm;

import io.faultline.alarm.text.AlarmRow;
import io.faultline.alarm.text.AlarmRows;
import io.faultline.alarm.text.KeptAlarms;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.HistoryBar;
import io.faultline.market.Ohlc;
import io.faultline.market.PositionSide;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A watch of BTCUSDT that is fed one mark a second, and the disk that it is kept on. */
final class Watch implements AlarmHost {
    static final long START = 1_700_000_040_000L; // a full minute

    /** Kind and id of each record, and its text. */
    final Map<String, AlarmRow> disk = new TreeMap<>();

    final ArrayDeque<AlarmUpdate> underWay = new ArrayDeque<>();
    final List<LogEntry> fired = new ArrayList<>();
    final List<LogEntry> followed = new ArrayList<>();
    final List<MissedSpan> wanted = new ArrayList<>();
    private final WatchRule rule;
    AlarmInbox inbox = new AlarmInbox();
    AlarmIds ids = new AlarmIds(0);
    AlarmWatch watch;
    long exchange = START;
    long lag = 300;
    String source = "binance";
    int rebuilds;
    boolean slowDisk;

    Watch(Alarm... armed) {
        this(WatchRule.DEFAULT, armed);
    }

    Watch(WatchRule rule, Alarm... armed) {
        this.rule = rule;
        watch = new AlarmWatch(WatchState.empty("BTCUSDT"), rule, ids, inbox, this);
        for (Alarm alarm : armed) {
            inbox.send(new AlarmCommand.Add(alarm));
        }
    }

    @Override
    public void keep(AlarmUpdate update) {
        underWay.add(update);
        if (!slowDisk) {
            answer();
        }
    }

    @Override
    public void wantBars(MissedSpan missed) {
        wanted.add(missed);
    }

    @Override
    public void fired(LogEntry entry) {
        fired.add(entry);
    }

    @Override
    public void followed(LogEntry entry) {
        followed.add(entry);
    }

    /** The disk has taken what is under way. */
    Watch answer() {
        while (!underWay.isEmpty()) {
            AlarmUpdate update = underWay.remove();
            for (AlarmRow row : AlarmRows.of(update)) {
                if (row.text() == null) {
                    disk.remove(row.kind() + " " + row.id());
                } else {
                    disk.put(row.kind() + " " + row.id(), row);
                }
            }
            inbox.send(new AlarmCommand.Kept(update.number(), true, ""));
        }
        return this;
    }

    /** The disk has not taken what is under way. */
    Watch refuse(boolean held, String why) {
        while (!underWay.isEmpty()) {
            inbox.send(new AlarmCommand.Kept(underWay.remove().number(), held, why));
        }
        return this;
    }

    KeptAlarms kept() {
        return KeptAlarms.read(List.copyOf(disk.values()));
    }

    /** As after kill -9: what is not on disk is gone. */
    Watch kill() {
        underWay.clear();
        inbox = new AlarmInbox();
        KeptAlarms kept = kept();
        ids = new AlarmIds(kept.highestId());
        watch = new AlarmWatch(kept.of("BTCUSDT"), rule, ids, inbox, this);
        return this;
    }

    /** Closed in an orderly way, and opened again. */
    Watch restart() {
        watch.close();
        answer();
        return kill();
    }

    Watch send(AlarmCommand command) {
        inbox.send(command);
        return this;
    }

    Watch clusters(Track... tracks) {
        return clusters(true, tracks);
    }

    /** An update of the clusters, once settled. */
    Watch settled(Track... tracks) {
        return clusters(tracks).clusters(tracks);
    }

    Watch clusters(boolean known, Track... tracks) {
        int next = 1;
        for (Track track : tracks) {
            next = Math.max(next, track.id() + 1);
        }
        watch.clusters(new TrackerState(next, next, next, List.of(tracks)), known, rebuilds);
        return this;
    }

    /** A second each. */
    Watch see(double... prices) {
        for (double price : prices) {
            exchange += 1_000;
            watch.mark(sample(price));
        }
        return this;
    }

    MarkSample sample(double price) {
        return new MarkSample(source, exchange, exchange + lag, price);
    }

    Watch forced(double usd) {
        watch.forced(new ForcedPrint(Venue.BYBIT, exchange, exchange + lag, PositionSide.LONG, 100, usd));
        return this;
    }

    /** Time passes, and nothing comes. */
    Watch pass(long millis) {
        exchange += millis;
        watch.tick(exchange + lag);
        return this;
    }

    /** Time passes while the program does not run or sleeps. */
    Watch away(long millis) {
        exchange += millis;
        return this;
    }

    List<LogEntry> log() {
        return watch.view().log();
    }

    /** What is shown in the log, oldest first. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (LogEntry entry : log()) {
            words.add(0, entry.firing().signal() + " " + entry.firing().freshness());
        }
        return words;
    }

    /** What calls for the user, newest first. */
    List<String> calling() {
        return watch.view().calling().stream()
                .map(entry -> entry.firing().signal() + " " + entry.firing().freshness())
                .toList();
    }

    Watch acknowledge(LogEntry entry) {
        return send(new AlarmCommand.Acknowledge(Set.of(entry.number()))).pass(50);
    }

    static PriceAlarm price(long id, double level) {
        return PriceAlarm.at(
                new AlarmHead(id, "BTCUSDT", "level " + level),
                new PriceRule(level, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, false),
                null);
    }

    static ClusterAlarm cluster(long id, Track track) {
        return ClusterAlarm.on(new AlarmHead(id, "BTCUSDT", track.name()), track, ClusterAlarmRule.DEFAULT);
    }

    /** A bar of a minute from START on. */
    static HistoryBar bar(int minute, double open, double high, double low, double close) {
        Ohlc prices = new Ohlc(
                2, Math.round(open * 100), Math.round(high * 100), Math.round(low * 100), Math.round(close * 100));
        return new HistoryBar(Timeframe.MINUTE, START + minute * 60_000L, prices, null, 1, 1, Double.NaN, Set.of());
    }
}
