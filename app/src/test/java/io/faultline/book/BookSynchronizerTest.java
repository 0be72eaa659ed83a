package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.BookSynchronizer.State;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import io.faultline.market.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rules by which a Binance book gets into step, stays there and notices when it is not (exchanges.md 2.4). */
class BookSynchronizerTest {
    private static final long MILLIS = 1_000_000L;

    private final BookDelta.Pool pool = new BookDelta.Pool(8_192);
    private final Set<BookDelta> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Recorder recorder = new Recorder();
    private final BookSynchronizer sync = new BookSynchronizer(Books.BTCUSDT, recorder, recorder);
    private long now = 1_000 * MILLIS;

    /** Whatever happened, every delta is back once the synchroniser has nothing left to wait for. */
    @AfterEach
    void everyDeltaIsReleasedOnce() {
        sync.onDisconnected(now, "end of test");
        Set<BookDelta> back = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < taken.size(); i++) {
            back.add(pool.take());
        }
        assertThat(back).isEqualTo(taken);
    }

    @Test
    void waitsWhileNothingHasCome() {
        assertThat(sync.state()).isEqualTo(State.WAITING);
        assertThat(sync.reason()).isNotBlank();
        assertThat(recorder.events).isEmpty();
    }

    @Test
    void asksForTheSnapshotOnlyOnceAChangeIsBuffered() {
        delta(11, 15, 10);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        delta(16, 20, 15);
        assertThat(recorder.events).containsExactly("wanted 1");
        assertThat(sync.attempt()).isEqualTo(1);
        assertThat(sync.sinceNanos()).isEqualTo(1_001 * MILLIS);
    }

    @Test
    void dropsWhatTheSnapshotHoldsAndAppliesTheRest() {
        delta(1, 5, 0);
        delta(6, 10, 5);
        delta(11, 15, 10);
        delta(16, 20, 15);
        snapshot(12);
        assertThat(recorder.events).containsExactly("wanted 1", "snapshot", "applied 15", "applied 20");
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.reason()).isEmpty();
        assertThat(sync.attempt()).isZero();
        assertThat(counters()).isEqualTo(new SyncCounters(1, 4, 2, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void joinsAChangeThatEndsWithTheSnapshot() {
        delta(6, 12, 5);
        snapshot(12);
        assertThat(recorder.events).containsExactly("wanted 1", "snapshot", "applied 12");
    }

    @Test
    void joinsAChangeThatContinuesTheSnapshotThoughItsIdsLeaveAHole() {
        delta(40, 45, 12);
        snapshot(12);
        assertThat(recorder.events).containsExactly("wanted 1", "snapshot", "applied 45");
    }

    @Test
    void joinsAChangeThatBeginsRightAfterTheSnapshot() {
        delta(13, 15, 9);
        snapshot(12);
        assertThat(recorder.events).containsExactly("wanted 1", "snapshot", "applied 15");
    }

    @Test
    void asksAgainWhenTheSnapshotIsTooOld() {
        delta(21, 25, 20);
        snapshot(12);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).contains("12").contains("too old");
        snapshot(17);
        assertThat(sync.attempt()).isEqualTo(3);
        delta(26, 30, 25);
        snapshot(27);
        assertThat(recorder.events).containsExactly("wanted 1", "wanted 2", "wanted 3", "snapshot", "applied 30");
        assertThat(counters()).isEqualTo(new SyncCounters(3, 2, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void keepsASnapshotThatCameFirstUntilAChangeJoinsIt() {
        snapshot(12);
        assertThat(sync.state()).isEqualTo(State.WAITING);
        assertThat(sync.book().isEmpty(Side.BID)).isTrue();
        delta(6, 10, 5);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        delta(11, 15, 10);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(recorder.events).containsExactly("snapshot", "applied 15");
    }

    @Test
    void isNotLiveBeforeAChangeHasJoinedTheSnapshot() {
        delta(1, 5, 0);
        snapshot(12);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(recorder.events).containsExactly("wanted 1");
        delta(13, 14, 12);
        assertThat(sync.state()).isEqualTo(State.LIVE);
    }

    @Test
    void takesTheNewerOfTwoSnapshotsThatWait() {
        snapshot(12);
        snapshot(30);
        delta(31, 35, 30);
        assertThat(recorder.events).containsExactly("snapshot", "applied 35");
    }

    @Test
    void startsAgainOnAGapWithTheChangeThatShowedIt() {
        goLive(20);
        delta(31, 35, 30);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).contains("30").contains("20");
        assertThat(sync.book().isEmpty(Side.BID)).isTrue();
        assertThat(sync.sinceNanos()).isEqualTo(now);
        delta(36, 40, 35);
        snapshot(33);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(recorder.events).containsExactly("wanted 1", "snapshot", "applied 35", "applied 40");
        assertThat(counters().gaps()).isEqualTo(1);
        assertThat(counters().resyncs()).isEqualTo(1);
    }

    @Test
    void startsAgainOnAGapAmongTheBufferedChanges() {
        delta(11, 15, 10);
        delta(21, 25, 20);
        delta(26, 30, 25);
        snapshot(12);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        snapshot(22);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(recorder.events)
                .containsExactly(
                        "wanted 1", "snapshot", "applied 15", "wanted 1", "snapshot", "applied 25", "applied 30");
        assertThat(counters().gaps()).isEqualTo(1);
    }

    @Test
    void ignoresWhatItHasAlready() {
        goLive(20);
        delta(16, 20, 15);
        delta(6, 10, 5);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(recorder.events).isEmpty();
        assertThat(counters().duplicates()).isEqualTo(2);
        delta(21, 25, 20);
        assertThat(recorder.events).containsExactly("applied 25");
    }

    @Test
    void leavesASnapshotThatNobodyAskedFor() {
        goLive(20);
        snapshot(50);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(recorder.events).isEmpty();
        assertThat(counters().snapshots()).isEqualTo(2);
        delta(31, 35, 30);
        assertThat(recorder.events).containsExactly("wanted 1");
    }

    @Test
    void dropsTheOldestWhenTheBufferIsFullAndAsksOnceForABufferful() {
        for (int i = 1; i <= BookSynchronizer.BUFFER_LIMIT + 5; i++) {
            delta(i, i, i - 1);
        }
        assertThat(counters().bufferOverflows()).isEqualTo(5);
        assertThat(recorder.events).containsExactly("wanted 1", "wanted 2");
        snapshot(4);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        snapshot(5);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(counters().applied()).isEqualTo(BookSynchronizer.BUFFER_LIMIT);
    }

    @Test
    void isLostWhileItsConnectionIsDownAndLiveAgainIfNothingWasMissed() {
        goLive(20);
        sync.onDisconnected(now += MILLIS, "closed by the venue");
        assertThat(sync.state()).isEqualTo(State.LOST);
        assertThat(sync.reason()).isEqualTo("closed by the venue");
        assertThat(sync.sinceNanos()).isEqualTo(now);
        assertThat(sync.book().isEmpty(Side.BID)).isFalse();
        delta(16, 20, 15);
        assertThat(sync.state()).isEqualTo(State.LOST);
        delta(21, 25, 20);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.reason()).isEmpty();
        assertThat(counters().gaps()).isZero();
        assertThat(recorder.events).containsExactly("applied 25");
    }

    @Test
    void countsAGapWhenChangesWereMissedWhileLost() {
        goLive(20);
        sync.onDisconnected(now, "cut");
        delta(31, 35, 30);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(counters().gaps()).isEqualTo(1);
        assertThat(recorder.events).containsExactly("wanted 1");
    }

    @Test
    void startsAfreshWhenTheConnectionBreaksWhileItBuffers() {
        delta(11, 15, 10);
        sync.onDisconnected(now, "cut");
        assertThat(sync.state()).isEqualTo(State.LOST);
        snapshot(12);
        assertThat(sync.state()).isEqualTo(State.LOST);
        delta(31, 35, 30);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(recorder.events).containsExactly("wanted 1", "wanted 1");
    }

    @Test
    void toleratesABookCrossedForOneChange() {
        goLive(20);
        bid(21, 25, 20, 105, 7);
        assertThat(sync.book().crossed()).isTrue();
        bid(26, 30, 25, 105, 0);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(counters().crossed()).isZero();
    }

    @Test
    void startsAgainWhenTheBookStaysCrossedOverTwoChanges() {
        goLive(20);
        bid(21, 25, 20, 105, 7);
        delta(26, 30, 25);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).isEqualTo("crossed: bid 10.5, ask 10.1");
        assertThat(counters().crossed()).isEqualTo(1);
        assertThat(counters().resyncs()).isEqualTo(1);
        assertThat(recorder.events).containsExactly("applied 25", "applied 30");
        delta(31, 35, 30);
        assertThat(recorder.events).last().isEqualTo("wanted 1");
    }

    @Test
    void startsAgainWhenTheBookStaysCrossedForHalfASecond() {
        goLive(20);
        bid(21, 25, 20, 101, 7);
        sync.onTime(now + 500 * MILLIS);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        sync.onTime(now + 501 * MILLIS);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(counters().crossed()).isEqualTo(1);
    }

    @Test
    void startsAgainOnALevelThatNoBookCanHold() {
        goLive(20);
        bid(21, 25, 20, 99, -7);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).contains("9.9").contains("-0.007");
        assertThat(counters().resyncs()).isEqualTo(1);
        assertThat(counters().gaps()).isZero();
        delta(26, 30, 25);
        snapshot(27);
        assertThat(sync.state()).isEqualTo(State.LIVE);
    }

    @Test
    void asksAgainWhenTheSnapshotCannotBeUsed() {
        delta(11, 15, 10);
        sync.onSnapshot(Books.snapshot(12, Books.levels(0, 1), Books.levels(101, 1)));
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).contains("price 0");
        assertThat(recorder.events).containsExactly("wanted 1", "wanted 2");
        snapshot(12);
        assertThat(sync.state()).isEqualTo(State.LIVE);
    }

    @Test
    void saysWhenTheBookLastChanged() {
        assertThat(sync.updatedNanos()).isZero();
        goLive(20);
        delta(21, 25, 20);
        assertThat(sync.updatedNanos()).isEqualTo(now);
        delta(21, 25, 20);
        assertThat(sync.updatedNanos()).isEqualTo(now - MILLIS);
    }

    private SyncCounters counters() {
        return sync.counters();
    }

    /** Leaves the book live, with all up to {@code lastId}, best bid 10.0 and best ask 10.1, and nothing recorded. */
    private void goLive(long lastId) {
        delta(lastId - 4, lastId, lastId - 5);
        snapshot(lastId - 2);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        recorder.events.clear();
    }

    @Test
    void noticesThatASnapshotIsCrossedThoughTheChangeOnTopOfItTouchesNoBestPrice() {
        delta(11, 15, 10);
        sync.onSnapshot(Books.snapshot(12, Books.levels(101, 5), Books.levels(100, 4)));

        assertThat(sync.crossed()).isTrue();
        delta(16, 20, 15);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.counters().crossed()).isEqualTo(1);
    }

    @Test
    void startsAgainWhenForSecondsAllThatComesIsOlderThanTheBook() {
        delta(1_011, 1_015, 1_010);
        snapshot(1_012);

        now += 2_000 * MILLIS;
        delta(1, 5, 0);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        now += 4_000 * MILLIS;
        delta(6, 10, 5);

        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).isEqualTo("gap: 5 came after 1015");
        snapshot(7);
        assertThat(sync.state()).isEqualTo(State.LIVE);
    }

    private void snapshot(long lastId) {
        BookSnapshot snapshot = Books.snapshot(lastId, Books.levels(100, 5, 99, 3), Books.levels(101, 4, 103, 2));
        sync.onSnapshot(snapshot);
    }

    private void delta(long firstId, long lastId, long previousId) {
        bid(firstId, lastId, previousId, 50, lastId);
    }

    private void bid(long firstId, long lastId, long previousId, long price, long size) {
        now += MILLIS;
        BookDelta delta = Books.delta(pool.take(), now, firstId, lastId, previousId);
        delta.addBid(price, size);
        taken.add(delta);
        sync.onDelta(delta);
    }

    private static final class Recorder implements SnapshotRequests, BookObserver {
        private final List<String> events = new ArrayList<>();

        @Override
        public void wanted(InstrumentId instrument, int attempt) {
            events.add("wanted " + attempt);
        }

        @Override
        public void snapshotApplied(OrderBook book) {
            events.add("snapshot");
        }

        @Override
        public void deltaApplied(OrderBook book, long lastId) {
            events.add("applied " + lastId);
        }
    }
}
