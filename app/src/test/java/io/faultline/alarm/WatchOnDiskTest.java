package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.alarm.RandomMarket.Moment;
import io.faultline.alarm.text.AlarmRow;
import io.faultline.alarm.text.AlarmRows;
import io.faultline.alarm.text.KeptAlarms;
import io.faultline.history.KeptRecord;
import io.faultline.history.Listing;
import io.faultline.history.RecordChange;
import io.faultline.history.RecordStore;
import io.faultline.history.Written;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.PositionSide;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watch and the store that keeps it, wired as a program does it. */
@Timeout(60)
class WatchOnDiskTest {
    private static final String SYMBOL = "BTCUSDT";

    private final Path home;
    private final AtomicLong clock = new AtomicLong(1_700_000_000_000_000_000L);

    WatchOnDiskTest(@TempDir Path home) {
        this.home = home;
    }

    /** One run of a program. */
    private final class Run implements AlarmHost, AutoCloseable {
        final RecordStore store;
        final KeptAlarms kept;
        final AlarmInbox inbox = new AlarmInbox();
        final AlarmWatch watch;
        final List<LogEntry> fired = new ArrayList<>();

        Run(Path folder) {
            store = new RecordStore(folder, clock::get);
            List<AlarmRow> rows = new ArrayList<>();
            for (String kind : AlarmRows.KINDS) {
                Listing listing = store.list(kind).join();
                for (KeptRecord record : listing.records()) {
                    rows.add(new AlarmRow(record.kind(), record.id(), record.text()));
                }
            }
            kept = KeptAlarms.read(rows);
            watch = new AlarmWatch(kept.of(SYMBOL), WatchRule.DEFAULT, new AlarmIds(kept.highestId()), inbox, this);
        }

        @Override
        public void keep(AlarmUpdate update) {
            List<RecordChange> changes = AlarmRows.of(update).stream()
                    .map(row -> new RecordChange(row.kind(), row.id(), row.text(), RecordChange.ANY))
                    .toList();
            CompletableFuture<Void> unused =
                    store.write(changes).thenAccept(written -> inbox.send(answer(update, written)));
        }

        private static AlarmCommand answer(AlarmUpdate update, Written written) {
            boolean taken = written.onDisk() || written.outcome() == Written.Outcome.HELD;
            return new AlarmCommand.Kept(update.number(), taken, written.problem());
        }

        @Override
        public void wantBars(MissedSpan missed) {
            inbox.send(new AlarmCommand.Missed(List.of()));
        }

        @Override
        public void fired(LogEntry entry) {
            fired.add(entry);
        }

        void see(Moment moment, long millis) {
            watch.clusters(
                    new TrackerState(9, 9, 9, moment.clusters().tracks()),
                    moment.clusters().known(),
                    0);
            watch.mark(new MarkSample("binance", millis, millis + 300, moment.price()));
        }

        @Override
        public void close() {
            watch.close();
            store.close();
        }
    }

    @Test
    void saysTheSameHoweverOftenTheProgramIsRestarted() {
        for (long seed = 1; seed <= 3; seed++) {
            List<String> whole = run(seed, false);
            assertThat(run(seed, true)).as("seed " + seed).isEqualTo(whole).hasSizeGreaterThan(10);
        }
    }

    private List<String> run(long seed, boolean restarts) {
        SplittableRandom fate = new SplittableRandom(seed);
        Path folder = home.resolve(seed + (restarts ? "-restarted" : "-whole"));
        List<Moment> market = RandomMarket.of(seed);
        Run run = new Run(folder);
        for (Alarm alarm : RandomMarket.alarms()) {
            run.inbox.send(new AlarmCommand.Add(alarm));
        }
        run.watch.tick(Watch.START);
        for (int i = 0; i < market.size(); i++) {
            run.see(market.get(i), Watch.START + i * 1_000L);
            if (restarts && fate.nextInt(40) == 0) {
                run.close();
                run = new Run(folder);
                assertThat(run.kept.problems()).isEmpty();
                run.see(market.get(i), Watch.START + i * 1_000L); // the last frame comes again
            }
        }
        run.close();
        try (Run after = new Run(folder)) {
            return after.watch.view().log().stream()
                    .map(LogEntry::firing)
                    .map(firing ->
                            firing.exchangeMillis() + " " + firing.alarm().id() + " " + firing.signal())
                    .toList();
        }
    }

    @Test
    void showsWhatFiredOnceItIsOnDisk() {
        Run run = new Run(home);
        run.inbox.send(new AlarmCommand.Add(Watch.price(1, 100)));
        run.see(new Moment(99, ClustersNow.UNKNOWN), Watch.START);
        run.see(new Moment(100, ClustersNow.UNKNOWN), Watch.START + 1_000);
        await().until(() -> {
            run.watch.tick(Watch.START + 1_301);
            return !run.watch.view().calling().isEmpty();
        });
        assertThat(run.fired).hasSize(1);
        assertThat(run.store.list("alarm-log").join().records()).hasSize(1);
        run.close();
    }

    @Test
    void goesOnInMemoryWhenNothingCanBeKeptAndSaysSo() throws Exception {
        Path inTheWay = Files.createFile(home.resolve("file"));
        Run run = new Run(inTheWay);
        run.inbox.send(new AlarmCommand.Add(Watch.price(1, 100)));
        run.see(new Moment(99, ClustersNow.UNKNOWN), Watch.START);
        run.see(new Moment(100, ClustersNow.UNKNOWN), Watch.START + 1_000);
        await().until(() -> {
            run.watch.tick(Watch.START + 1_301);
            return !run.watch.view().calling().isEmpty();
        });
        assertThat(run.watch.view().problem()).contains("nothing is being kept on disk");
        Files.delete(inTheWay);
        clock.addAndGet(2_000_000_000L);
        await().until(() -> run.store.status().held() == 0);
        run.close();
        try (Run after = new Run(inTheWay)) {
            assertThat(after.watch.view().log()).hasSize(1);
            assertThat(after.watch.view().armed()).isOne();
        }
    }

    @Test
    void isNeitherLostNorDoubledWhenItsStoreIsDamagedAndMended() throws Exception {
        try (Run run = new Run(home)) {
            run.inbox.send(new AlarmCommand.Add(Watch.price(1, 100)));
            run.see(new Moment(99, ClustersNow.UNKNOWN), Watch.START);
            run.see(new Moment(100, ClustersNow.UNKNOWN), Watch.START + 1_000);
        }
        byte[] bytes = Files.readAllBytes(home.resolve("faultline.db"));
        bytes[30] = 99; // the header's count of free pages
        bytes[36] = 99;
        Files.write(home.resolve("faultline.db"), bytes);
        try (Run after = new Run(home)) {
            assertThat(after.store.status().notice()).contains("was damaged");
            assertThat(after.watch.view().log()).hasSize(1);
            assertThat(after.watch.view().armed()).isOne();
            after.see(new Moment(100.05, ClustersNow.UNKNOWN), Watch.START + 2_000);
            after.watch.close();
            assertThat(after.watch.view().log()).hasSize(1);
        }
    }

    /** Names are given by number: a stranger must not take the number that an alarm goes by. */
    @Test
    void givesNoStrangerAnArmedClustersNumberWhenTheNamesAreLost() {
        Track first = Tracks.live(7, PositionSide.LONG, 97, 98, 80e6);
        try (Run run = new Run(home)) {
            run.see(new Moment(102, Tracks.now(first)), Watch.START);
            run.inbox.send(new AlarmCommand.Add(Watch.cluster(1, first)));
            run.see(new Moment(102, Tracks.now(first)), Watch.START + 1_000);
        }
        try (RecordStore store = new RecordStore(home, clock::get)) {
            store.write(List.of(RecordChange.delete("tracker", SYMBOL))).join();
        }
        try (Run after = new Run(home)) {
            assertThat(after.kept.of(SYMBOL).tracker().nextId()).isEqualTo(8);
            assertThat(after.kept.of(SYMBOL).alarms().alarms()).hasSize(1);
            assertThat(after.kept.highestId()).isOne();
        }
    }
}
