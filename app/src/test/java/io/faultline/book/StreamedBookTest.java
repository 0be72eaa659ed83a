package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.BookSynchronizer.State;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Books whose snapshot comes on the stream, ahead of the changes (exchanges.md 3.4, 4.4, 5.4). */
class StreamedBookTest {
    private static final long MILLIS = 1_000_000L;

    private final BookDelta.Pool pool = new BookDelta.Pool(64);
    private final Set<BookDelta> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Recorder recorder = new Recorder();
    private BookSynchronizer sync = of(Venue.BYBIT);
    private long now = 1_000 * MILLIS;

    @AfterEach
    void everyDeltaIsReleased() {
        sync.onDisconnected(now, "the test is over"); // it may keep some for a snapshot that was asked for
        Set<BookDelta> back = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < taken.size(); i++) {
            back.add(pool.take());
        }
        assertThat(back).isEqualTo(taken);
    }

    @ParameterizedTest
    @EnumSource(names = {"BYBIT", "OKX", "BITGET"})
    void isLiveWithTheSnapshotAndFollowsTheChain(Venue venue) {
        sync = of(venue);
        snapshot(20);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.updatedNanos()).isEqualTo(now);
        delta(20, 21);
        delta(21, 22);
        assertThat(recorder.events).containsExactly("snapshot", "applied 21", "applied 22");
        assertThat(sync.counters()).isEqualTo(new SyncCounters(1, 2, 2, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void dropsChangesBeforeTheSnapshotAndAsksForItOnce() {
        delta(20, 21);
        delta(21, 22);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        snapshot(22);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.attempt()).isZero();
        assertThat(recorder.events).containsExactly("wanted 1", "snapshot");
        assertThat(sync.counters().stale()).isEqualTo(2);
    }

    @Test
    void replacesTheBookByASnapshotInMidStream() {
        snapshot(20);
        delta(20, 21);
        snapshot(1, Books.levels(70, 5), Books.levels(71, 4));
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.book().levels(Side.BID)).isEqualTo(1);
        assertThat(sync.book().bestPrice(Side.BID)).isEqualTo(70);
        delta(1, 2);
        assertThat(recorder.events).containsExactly("snapshot", "applied 21", "snapshot", "applied 2");
        assertThat(sync.counters().gaps()).isZero();
        assertThat(sync.counters().resyncs()).isZero();
    }

    @Test
    void isKnownAsFarAsItsWindowOfLevelsReaches() {
        BookSnapshot.Levels none = Books.levels();
        snapshot(20, Books.levels(70, 5, 69, 4, 60, 1), none);
        assertThat(sync.book().knownBidFloor()).isEqualTo(60);

        // The price rises: a level enters at the top, and the venue says that the last has left the window.
        BookDelta delta = take(20, 21);
        delta.addBid(71, 3);
        delta.addBid(60, 0);
        sync.onDelta(delta);

        assertThat(sync.book().knownBidFloor()).isEqualTo(69);
        assertThat(sync.book().knownAskCeiling()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"BYBIT", "OKX", "BITGET"})
    void isEmptyAfterAGapUntilTheNextSnapshot(Venue venue) {
        sync = of(venue);
        snapshot(20);
        delta(21, 22);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).contains("20").contains("21");
        assertThat(sync.book().isEmpty(Side.BID)).isTrue();
        delta(22, 23);
        snapshot(30);
        delta(30, 31);
        assertThat(recorder.events).containsExactly("snapshot", "wanted 1", "snapshot", "applied 31");
        assertThat(sync.counters()).isEqualTo(new SyncCounters(2, 3, 1, 2, 0, 1, 1, 0, 0));
    }

    @Test
    void ignoresWhatItHasAlreadyWhereIdsAscend() {
        snapshot(20);
        delta(19, 20);
        delta(15, 16);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.counters().duplicates()).isEqualTo(2);
        assertThat(recorder.events).containsExactly("snapshot");
    }

    @Test
    void takesAnOlderIdForAGapWhereIdsGiveNoOrder() {
        sync = of(Venue.OKX);
        snapshot(20);
        delta(19, 20);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.counters().duplicates()).isEqualTo(1);
        delta(15, 16);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.counters().gaps()).isEqualTo(1);
    }

    @Test
    void goesOnFromALowerIdAfterMaintenance() {
        sync = of(Venue.OKX);
        snapshot(20);
        delta(20, 3);
        delta(3, 5);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(recorder.events).containsExactly("snapshot", "applied 3", "applied 5");
    }

    @Test
    void staysLiveOverAnIdleChangeThatRepeatsItsId() {
        sync = of(Venue.OKX);
        snapshot(20);
        BookDelta idle = take(20, 20);
        sync.onDelta(idle);
        delta(20, 21);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.counters().applied()).isEqualTo(2);
        assertThat(sync.counters().gaps()).isZero();
    }

    @Test
    void followsAStreamWithoutNumbers() {
        sync = of(Venue.OKX);
        snapshot(BookDelta.UNNUMBERED);
        delta(BookDelta.UNNUMBERED, BookDelta.UNNUMBERED);
        delta(BookDelta.UNNUMBERED, BookDelta.UNNUMBERED);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.counters().applied()).isEqualTo(2);
    }

    @Test
    void isLiveAgainWithTheSnapshotOfTheNextConnection() {
        snapshot(20);
        sync.onDisconnected(now, "cut");
        assertThat(sync.state()).isEqualTo(State.LOST);
        snapshot(40);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        delta(40, 41);
        assertThat(sync.counters().gaps()).isZero();
    }

    @Test
    void asksAgainWhenTheSnapshotCannotBeUsed() {
        snapshot(20);
        snapshot(30, Books.levels(0, 1), Books.levels(101, 1));
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).contains("price 0");
        snapshot(31, Books.levels(0, 1), Books.levels(101, 1));
        assertThat(recorder.events).containsExactly("snapshot", "wanted 1", "wanted 2");
        assertThat(sync.counters().resyncs()).isEqualTo(1);
    }

    @Test
    void doesNotStandOnASnapshotThatStaysCrossed() {
        snapshot(20, Books.levels(105, 1), Books.levels(101, 1));
        delta(20, 21);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.counters().crossed()).isEqualTo(1);
        delta(21, 22);
        assertThat(recorder.events).containsExactly("snapshot", "applied 21", "wanted 1");
    }

    private BookSynchronizer of(Venue venue) {
        return new BookSynchronizer(new InstrumentId(venue, "BTCUSDT"), recorder, recorder);
    }

    private void snapshot(long lastId) {
        snapshot(lastId, Books.levels(100, 5, 99, 3), Books.levels(101, 4, 103, 2));
    }

    private void snapshot(long lastId, BookSnapshot.Levels bids, BookSnapshot.Levels asks) {
        now += MILLIS;
        sync.onSnapshot(new BookSnapshot(sync.book().instrument(), now, 0, lastId, 1, 3, bids, asks));
    }

    private void delta(long previousId, long lastId) {
        BookDelta delta = take(previousId, lastId);
        delta.addBid(50, now);
        sync.onDelta(delta);
    }

    private BookDelta take(long previousId, long lastId) {
        now += MILLIS;
        BookDelta delta = pool.take();
        taken.add(delta);
        delta.begin(sync.book().instrument(), now, 0, lastId, lastId, previousId, 1, 3);
        return delta;
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
