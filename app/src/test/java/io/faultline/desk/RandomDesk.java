package io.faultline.desk;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmHost;
import io.faultline.alarm.AlarmInbox;
import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmUpdate;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.MissedSpan;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.Signal;
import io.faultline.alarm.text.AlarmRow;
import io.faultline.alarm.text.AlarmRows;
import io.faultline.alarm.text.KeptAlarms;
import io.faultline.alarm.text.TrackerText;
import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.ClusterNames;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.VenueSwitch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A whole desk with alarms, in a market by chance: price wanders, positions open where it is, so that clusters are born,
 * move and are swept; frames come twice, books fall out of step, connections are lost, venues go and come, the program is
 * closed and killed. What alarms keep goes through its text. A mark a second.
 */
public final class RandomDesk {
    static final String SYMBOL = "BTCUSDT";

    private static final InstrumentId BINANCE = SignalStory.BINANCE;
    private static final InstrumentId BYBIT = SignalStory.BYBIT;
    private static final double HOME = 60_000;
    private static final double BASIS = 1.0004;
    private static final int PAST_STEPS = 80;
    private static final int SETTLED = 90;

    private final SplittableRandom random;
    private final Map<String, AlarmRow> disk = new TreeMap<>();
    private final List<AlarmUpdate> underWay = new ArrayList<>();
    private final List<LogEntry> shown = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Long, Armed> armed = new TreeMap<>();
    private final Map<Integer, Sample.Edges> edges = new HashMap<>();
    private List<KeptGrid> grids = List.of();
    private AlarmBoard board = new AlarmBoard();
    private AlarmInbox inbox = new AlarmInbox();
    private Desk desk;
    private boolean slowDisk;
    private boolean bybit = true;
    private long now = SignalStory.START;
    private double price = HOME;
    private double coins = 2_000;
    private long tradeId;
    private long bookId = 100;
    private int restarts;
    private int seconds;

    /**
     * A mark that counts, and the clusters that the desk showed with it.
     *
     * @param clusters by number; where nothing is known of clusters, those of before
     */
    public record Sample(long millis, double price, Map<Integer, Edges> clusters) {
        /** Where price meets a cluster, and where it leaves it. */
        public record Edges(PositionSide side, double near, double far) {}
    }

    /**
     * An alarm.
     *
     * @param trackId of its cluster, 0 for one on a level
     * @param from number of the first sample that it sees
     */
    public record Armed(int trackId, double level, int from) {}

    /** Warmed up, with alarms on some levels and on every cluster. */
    public RandomDesk(long seed) {
        random = new SplittableRandom(seed);
        desk = begin();
        for (int i = 0; i < PAST_STEPS; i++) {
            now += 49_000; // the grid is to know an hour, so that the next program takes up the clusters at once
            second(0);
        }
        for (int i = 0; i < SETTLED; i++) {
            second(0);
        }
        for (int i = -2; i <= 2; i++) {
            double level = HOME * (1 + i * 0.008);
            AlarmHead head = new AlarmHead(board.nextId(), SYMBOL, "level " + i);
            PriceRule rule = new PriceRule(level, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, false);
            board.send(SYMBOL, new AlarmCommand.Add(PriceAlarm.at(head, rule, null)));
            armed.put(head.id(), new Armed(0, level, samples.size()));
        }
        armClusters();
    }

    /** Lets so many seconds pass, with faults of all kinds in between. */
    public void run(int seconds) {
        for (int i = 1; i <= seconds; i++) {
            second(random.nextInt(40) == 0 ? random.nextDouble(-0.02, 0.02) : random.nextDouble(-0.0015, 0.0015));
            switch (random.nextInt(120)) {
                case 0, 1, 2 -> lose();
                case 3, 4, 5 -> resync();
                case 6, 7 -> turn();
                case 8, 9, 10, 11 -> slowDisk = !slowDisk;
                case 12 -> now += random.nextLong(12_000, 27_000);
                default -> {}
            }
            if (random.nextInt(6) == 0) {
                again(random.nextInt(1, 20));
            }
            if (i % 60 == 30) { // not just before a restart: what was never held against a mark is new after it
                grids = desk.keptGrids();
                armClusters();
            }
            if (i % 400 == 200) {
                restart(random.nextBoolean());
            }
        }
        close();
    }

    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** By the number of the alarm. */
    public Map<Long, Armed> armed() {
        return Map.copyOf(armed);
    }

    /** Lines as they were shown, oldest first, over all of the program's lives. */
    public List<LogEntry> shown() {
        return List.copyOf(shown);
    }

    public int restarts() {
        return restarts;
    }

    /** What is on the disk. */
    public KeptAlarms kept() {
        return KeptAlarms.read(List.copyOf(disk.values()));
    }

    private long nanos() {
        return now * 1_000_000;
    }

    private Desk begin() {
        Desk begun =
                new Desk(SYMBOL, SnapshotRequests.NONE, BookObserver.NONE, ModelStory.TABLES, ModelParameters.DEFAULT);
        board = new AlarmBoard();
        KeptAlarms kept = kept();
        board.begin(kept.highestId(), AlarmSettings.DEFAULT);
        begun.watch(kept.of(SYMBOL), board, to -> {
            inbox = to;
            return new Disk();
        });
        if (!grids.isEmpty()) {
            begun.apply(new ClusterNames(
                    BINANCE, nanos(), TrackerText.write(kept.of(SYMBOL).tracker())));
            grids.forEach(begun::apply);
        }
        return begun;
    }

    /** Price moves, and what follows from that. */
    private void second(double move) {
        now += 1_000;
        answer(); // so no update waits for longer than alarms have patience
        price *= 1 + move + (HOME / price - 1) * 0.003;
        change(1);
        see(); // what is shown now is what alarms hold the mark against
        mark(BINANCE, now, price);
        if (bybit) {
            mark(BYBIT, now, price * BASIS); // does not lead, and would cross by the basis
        }
        if (++seconds % 10 == 0) {
            coins += random.nextDouble(-20, 60);
            for (InstrumentId at : bybit ? List.of(BINANCE, BYBIT) : List.of(BINANCE)) {
                trade(at, TakerSide.BUY);
                trade(at, TakerSide.SELL);
                desk.apply(new OpenInterest(at, nanos(), now, BigDecimal.valueOf(coins)));
            }
        }
        now += random.nextLong(100);
        desk.tickAlarms(nanos());
    }

    private void see() {
        ClustersView view = desk.view().clusters();
        if (view.known()) {
            edges.clear();
            for (Track track : view.tracks()) {
                edges.put(
                        track.id(),
                        new Sample.Edges(
                                track.side(),
                                track.cluster().nearPrice(),
                                track.cluster().farPrice()));
            }
        }
        samples.add(new Sample(now, rounded(price), Map.copyOf(edges)));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private void mark(InstrumentId at, long millis, double value) {
        desk.apply(new MarkPrice(at, nanos(), millis, BigDecimal.valueOf(rounded(value)), null));
    }

    private void trade(InstrumentId at, TakerSide taker) {
        long size = Math.round(4e6 / price * 1_000);
        desk.apply(new Trade(at, nanos(), now, ++tradeId, 1, taker, 1, 3, Math.round(price * 10), size));
    }

    /** A change of Bybit's book. */
    private void change(int step) {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(BYBIT, nanos(), now, bookId + 1, bookId + step, bookId, 1, 3);
        delta.addAsk(Math.round(price * 10 + 500), 1_000);
        bookId += step;
        desk.apply(delta);
    }

    /** A change is lost, and a snapshot mends it. */
    private void resync() {
        bookId += 3;
        change(1);
        long[] bids = {Math.round(price * 10 - 10), Math.round(price * 10 - 500)};
        long[] asks = {Math.round(price * 10 + 10), Math.round(price * 10 + 500)};
        desk.apply(new BookSnapshot(
                BYBIT,
                nanos(),
                now,
                bookId,
                1,
                3,
                new BookSnapshot.Levels(bids, new long[] {900, 4_000}),
                new BookSnapshot.Levels(asks, new long[] {800, 5_000})));
    }

    /** The connection with marks is lost, and comes back at once. */
    private void lose() {
        desk.apply(new FeedStatus(
                BINANCE.venue(), nanos(), "public", FeedStatus.State.LOST, "cut", 1, nanos(), Set.of(Topic.MARK)));
    }

    /** The other venue is switched off, or on: the grid is made anew. */
    private void turn() {
        bybit = !bybit;
        desk.apply(new VenueSwitch(BYBIT.venue(), nanos(), bybit));
    }

    /** The last frames once more. */
    private void again(int count) {
        now += 300;
        for (Sample sample : samples.subList(Math.max(0, samples.size() - count), samples.size())) {
            mark(BINANCE, sample.millis(), sample.price());
        }
    }

    /** On every cluster that has none yet. */
    private void armClusters() {
        Set<Integer> with = new TreeSet<>();
        desk.alarms().alarms().forEach(each -> {
            if (each.alarm() instanceof ClusterAlarm alarm) {
                with.add(alarm.trackId());
            }
        });
        List<Integer> without = desk.view().clusters().clusters().stream()
                .filter(each -> Math.abs(each.distance()) < 0.06 && !with.contains(each.id()))
                .map(ClusterView::id)
                .toList();
        if (!desk.view().clusters().known() || without.isEmpty()) {
            return;
        }
        board.send(
                SYMBOL,
                new AlarmCommand.ArmClusters(
                        without, ClusterAlarmRule.DEFAULT, Set.of(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE)));
        desk.tickAlarms(nanos());
        desk.alarms().alarms().forEach(each -> {
            if (each.alarm() instanceof ClusterAlarm alarm && without.contains(alarm.trackId())) {
                armed.put(alarm.id(), new Armed(alarm.trackId(), 0, samples.size()));
            }
        });
    }

    private void close() {
        desk.alarmDesk().close(nanos());
        answer();
    }

    /** @param killed whether what is not on the disk is lost: to the program those marks never came */
    private void restart(boolean killed) {
        restarts++;
        if (killed) {
            underWay.clear();
        } else {
            close();
            grids = desk.keptGrids();
        }
        Long newest =
                kept().of(SYMBOL).alarms().newestMillis().get(BINANCE.venue().id());
        samples.removeIf(sample -> newest == null || sample.millis() > newest);
        edges.clear();
        if (!samples.isEmpty()) {
            edges.putAll(samples.get(samples.size() - 1).clusters());
        }
        bybit = true;
        desk = begin();
        resync();
    }

    private void answer() {
        for (AlarmUpdate update : List.copyOf(underWay)) {
            write(update);
        }
        underWay.clear();
    }

    private void write(AlarmUpdate update) {
        for (AlarmRow row : AlarmRows.of(update)) {
            if (row.text() == null) {
                disk.remove(row.kind() + " " + row.id());
            } else {
                disk.put(row.kind() + " " + row.id(), row);
            }
        }
        inbox.send(new AlarmCommand.Kept(update.number(), true, ""));
    }

    /** Takes an update at once, or when the next second comes. */
    private final class Disk implements AlarmHost {
        @Override
        public void keep(AlarmUpdate update) {
            underWay.add(update);
            if (!slowDisk) {
                answer();
            }
        }

        @Override
        public void wantBars(MissedSpan missed) {
            inbox.send(new AlarmCommand.Missed(List.of()));
        }

        @Override
        public void fired(LogEntry entry) {
            shown.add(entry);
        }
    }
}
