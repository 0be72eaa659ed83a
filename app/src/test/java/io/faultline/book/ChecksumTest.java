package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.BookSynchronizer.State;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Books that the venue's checksum is compared with; the numbers are CRC-32 of the text in the comment. */
class ChecksumTest {
    /** {@code 3366.1:7:3366.8:9:3368:8}. */
    private static final int THREE_LEVELS = -1_471_518_219;

    private static final InstrumentId INSTRUMENT = new InstrumentId(Venue.OKX, "BTC-USDT-SWAP");

    private final List<Boolean> compared = new ArrayList<>();
    private final BookSynchronizer sync = new BookSynchronizer(INSTRUMENT, SnapshotRequests.NONE, new BookObserver() {
        @Override
        public void checksumCompared(OrderBook book, boolean same) {
            compared.add(same);
        }
    });

    @Test
    void goesOnWithTheLongerSideWhereTheOtherRunsOut() {
        sync.onSnapshot(snapshot(THREE_LEVELS));

        assertThat(compared).containsExactly(true);
        assertThat(sync.state()).isEqualTo(State.LIVE);
    }

    @Test
    void comparesAfterEachChangeThatCarriesOne() {
        sync.onSnapshot(snapshot(null));
        sync.onDelta(addAsk(336_900, 5, null));
        sync.onDelta(addAsk(336_900, 0, THREE_LEVELS));

        assertThat(compared).containsExactly(true);
        assertThat(sync.state()).isEqualTo(State.LIVE);
        assertThat(sync.counters().resyncs()).isZero();
    }

    @Test
    void throwsTheBookAwayThatDiffersAndWaitsForASnapshot() {
        sync.onSnapshot(snapshot(THREE_LEVELS));
        sync.onDelta(addAsk(336_900, 5, THREE_LEVELS));

        assertThat(compared).containsExactly(true, false);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.reason()).isEqualTo("the venue's checksum is of another book");
        assertThat(sync.counters().resyncs()).isEqualTo(1);

        sync.onDelta(addAsk(336_900, 0, THREE_LEVELS));
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        sync.onSnapshot(snapshot(THREE_LEVELS));
        assertThat(sync.state()).isEqualTo(State.LIVE);
    }

    @Test
    void refusesASnapshotThatDiffers() {
        sync.onSnapshot(snapshot(THREE_LEVELS + 1));

        assertThat(compared).containsExactly(false);
        assertThat(sync.state()).isEqualTo(State.RESYNCING);
        assertThat(sync.book().crossed()).isFalse();
        assertThat(sync.counters().resyncs()).isZero();
    }

    @Test
    void seesALevelThatIsWrongOnlyWithinTheBestTwentyFive() {
        sync.onSnapshot(snapshot(null));
        for (int i = 0; i < 23; i++) {
            sync.onDelta(addAsk(340_000 + i, 1, null));
        }
        int best = new BookChecksum().of(sync.book());
        sync.onDelta(addAsk(350_000, 1, best));
        assertThat(compared).containsExactly(true);
        sync.onDelta(addAsk(340_022, 2, best));
        assertThat(compared).containsExactly(true, false);
    }

    private static BookSnapshot snapshot(@Nullable Integer checksum) {
        return new BookSnapshot(
                INSTRUMENT,
                1,
                1,
                BookDelta.UNNUMBERED,
                2,
                1,
                new BookSnapshot.Levels(new long[] {336_610}, new long[] {70}),
                new BookSnapshot.Levels(new long[] {336_680, 336_800}, new long[] {90, 80}),
                checksum);
    }

    private static BookDelta addAsk(long price, long size, @Nullable Integer checksum) {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(INSTRUMENT, 2, 2, BookDelta.UNNUMBERED, BookDelta.UNNUMBERED, BookDelta.UNNUMBERED, 2, 0);
        if (checksum != null) {
            delta.expectChecksum(checksum);
        }
        delta.addAsk(price, size);
        return delta;
    }
}
