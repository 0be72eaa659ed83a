package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.BookSynchronizer.State;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One socket takes over from another, each with numbers of its own. */
class VenueBookTest {
    private static final long MILLIS = 1_000_000L;
    private static final String OLD = "public";
    private static final String NEW = "public#2";

    private final List<String> heard = new ArrayList<>();
    private VenueBook book = of(Venue.OKX);
    private long now = 1_000 * MILLIS;

    @Test
    void leavesTheBookAloneUntilTheSuccessorsIsInStep() {
        snapshot(OLD, 20, 100);
        delta(NEW, 900, 901);
        delta(OLD, 20, 21);
        assertThat(book.shown().lastId()).isEqualTo(21);
        snapshot(NEW, 950, 200);
        assertThat(book.shown().lastId()).isEqualTo(950);
        assertThat(book.shown().book().bestPrice(Side.BID)).isEqualTo(200);
        delta(OLD, 21, 22);
        delta(NEW, 950, 951);
        book.onClosed(OLD, now);
        assertThat(book.shown().state()).isEqualTo(State.LIVE);
        assertThat(book.shown().lastId()).isEqualTo(951);
        assertThat(book.shown().counters().gaps()).isZero();
        assertThat(book.shown().counters().resyncs()).isZero();
        assertThat(heard).containsExactly("snapshot", "applied 21", "snapshot", "applied 951");
    }

    @Test
    void goesBackToTheSocketThatIsInStepWhenTheSuccessorIsLost() {
        snapshot(OLD, 20, 100);
        snapshot(NEW, 950, 200);
        delta(OLD, 20, 21);
        book.onClosed(NEW, now);
        assertThat(book.shown().state()).isEqualTo(State.LIVE);
        assertThat(book.shown().lastId()).isEqualTo(21);
        delta(OLD, 21, 22);
        assertThat(book.shown().lastId()).isEqualTo(22);
    }

    @Test
    void showsTheSocketThatIsInStepWhileTheOtherHasAGap() {
        snapshot(OLD, 20, 100);
        snapshot(NEW, 950, 200);
        delta(NEW, 960, 961);
        assertThat(book.shown().lastId()).isEqualTo(20);
        assertThat(book.shown().counters().gaps()).isEqualTo(1);
    }

    @Test
    void asksForTheSuccessorsSnapshotOnlyWhenItHasTakenOver() {
        snapshot(OLD, 20, 100);
        delta(NEW, 900, 901);
        assertThat(heard).containsExactly("snapshot");
        book.onClosed(OLD, now);
        assertThat(book.shown().state()).isEqualTo(State.RESYNCING);
        assertThat(heard).containsExactly("snapshot", "wanted 1");
    }

    @Test
    void takesTurnsOverManyHandOvers() {
        String current = OLD;
        String next = NEW;
        snapshot(current, 20, 100);
        for (int i = 1; i <= 5; i++) {
            snapshot(next, i * 1_000L, 100 + i);
            book.onClosed(current, now);
            delta(next, i * 1_000L, i * 1_000L + 1);
            assertThat(book.shown().lastId()).isEqualTo(i * 1_000L + 1);
            String gone = current;
            current = next;
            next = gone;
        }
        assertThat(book.shown().counters().resyncs()).isZero();
    }

    @Test
    void isLostWhenItsSocketClosesAndNoneIsBeside() {
        snapshot(OLD, 20, 100);
        book.onClosed(OLD, now);
        assertThat(book.shown().state()).isEqualTo(State.LOST);
        snapshot(NEW, 30, 100);
        assertThat(book.shown().state()).isEqualTo(State.LIVE);
    }

    @Test
    void takesTheNextSocketForItsOwnAfterALossWhateverItsName() {
        snapshot(OLD, 20, 100);
        snapshot(NEW, 950, 200);
        book.onClosed(OLD, now);
        book.onDisconnected(now, "switched off");
        assertThat(book.shown().state()).isEqualTo(State.LOST);
        delta(OLD, 30, 31);
        assertThat(book.shown().state()).isEqualTo(State.RESYNCING);
        assertThat(heard).endsWith("wanted 1");
    }

    @Test
    void takesSocketsOfOtherNamesForOneAsJournalsOfOthersHaveThem() {
        snapshot("a", 20, 100);
        delta("b", 20, 21);
        assertThat(book.shown().lastId()).isEqualTo(21);
    }

    @Test
    void keepsOneBookWhereNumbersAreTheSameOnEverySocket() {
        book = of(Venue.BINANCE);
        delta(OLD, 19, 20);
        snapshot(BookSnapshot.REQUEST, 20, 100);
        delta(OLD, 20, 21);
        delta(NEW, 20, 21);
        delta(NEW, 21, 22);
        book.onClosed(OLD, now);
        assertThat(book.shown().lastId()).isEqualTo(22);
        assertThat(book.shown().counters().duplicates()).isEqualTo(1);
    }

    @Test
    void joinsASnapshotThatWasAskedForWhereTheStreamBringsNone() {
        delta(OLD, 20, 21);
        delta(OLD, 21, 22);
        delta(OLD, 22, 23);
        snapshot(BookSnapshot.REQUEST, 22, 100);
        assertThat(book.shown().state()).isEqualTo(State.LIVE);
        assertThat(book.shown().lastId()).isEqualTo(23);
        assertThat(heard).containsExactly("wanted 1", "snapshot", "applied 23");
    }

    @Test
    void asksAgainWhenTheSnapshotIsOlderThanTheFirstChange() {
        delta(OLD, 20, 21);
        snapshot(BookSnapshot.REQUEST, 19, 100);
        assertThat(heard).containsExactly("wanted 1", "wanted 2");
        snapshot(BookSnapshot.REQUEST, 21, 100);
        delta(OLD, 21, 22);
        assertThat(book.shown().lastId()).isEqualTo(22);
    }

    @Test
    void letsBitgetsFirstChangeBeginBeforeTheSnapshotsEnd() {
        book = of(Venue.BITGET);
        snapshot(OLD, 20, 100);
        delta(OLD, 18, 22);
        assertThat(book.shown().lastId()).isEqualTo(22);
        delta(OLD, 21, 23);
        assertThat(book.shown().counters().gaps()).isEqualTo(1);
    }

    @Test
    void takesBitgetsResetOfItsNumbersForAGap() {
        book = of(Venue.BITGET);
        snapshot(OLD, 20, 100);
        delta(OLD, 0, 22);
        assertThat(book.shown().state()).isEqualTo(State.RESYNCING);
    }

    @Test
    void letsAGossipedBookCross() {
        book = of(Venue.DYDX);
        snapshot(OLD, 20, 100);
        for (int i = 0; i < 5; i++) {
            BookDelta crossing = delta(20 + i, 21 + i);
            crossing.cameOn(OLD);
            crossing.addBid(500, 1);
            book.onDelta(crossing);
        }
        assertThat(book.shown().state()).isEqualTo(State.LIVE);
        assertThat(book.shown().crossed()).isFalse();
        assertThat(book.shown().counters().crossed()).isZero();
    }

    private VenueBook of(Venue venue) {
        return new VenueBook(
                new InstrumentId(venue, "BTCUSDT"),
                (instrument, attempt) -> heard.add("wanted " + attempt),
                new BookObserver() {
                    @Override
                    public void snapshotApplied(OrderBook of) {
                        heard.add("snapshot");
                    }

                    @Override
                    public void deltaApplied(OrderBook of, long lastId) {
                        heard.add("applied " + lastId);
                    }
                });
    }

    private void snapshot(String connection, long lastId, long bestBid) {
        now += MILLIS;
        book.onSnapshot(new BookSnapshot(
                        book.shown().book().instrument(),
                        now,
                        0,
                        lastId,
                        1,
                        3,
                        Books.levels(bestBid, 5),
                        Books.levels(bestBid + 1, 4))
                .cameOn(connection));
    }

    private void delta(String connection, long previousId, long lastId) {
        BookDelta delta = delta(previousId, lastId);
        delta.cameOn(connection);
        delta.addBid(50, now);
        book.onDelta(delta);
    }

    private BookDelta delta(long previousId, long lastId) {
        now += MILLIS;
        BookDelta delta = BookDelta.unpooled();
        delta.begin(book.shown().book().instrument(), now, 0, previousId + 1, lastId, previousId, 1, 3);
        return delta;
    }
}
