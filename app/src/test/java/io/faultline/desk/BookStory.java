package io.faultline.desk;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.util.Set;

/** Events of one small market, as a decoder would make them: prices in tenths, sizes in thousandths. */
final class BookStory {
    static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    static final long SECOND = 1_000_000_000L;
    static final long START = 1_700_000_000L * SECOND;

    private BookStory() {}

    static BookSnapshot snapshot(long nanos, long lastId) {
        BookSnapshot.Levels bids = new BookSnapshot.Levels(new long[] {1000, 999}, new long[] {1_000, 2_000});
        BookSnapshot.Levels asks = new BookSnapshot.Levels(new long[] {1001, 1002}, new long[] {3_000, 4_000});
        return new BookSnapshot(BTC, nanos, 0, lastId, 1, 3, bids, asks);
    }

    static BookDelta bid(long nanos, long previousId, long lastId, long price, long size) {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(BTC, nanos, 0, previousId + 1, lastId, previousId, 1, 3);
        delta.addBid(price, size);
        return delta;
    }

    static Trade trade(long nanos, long id, long price, long size, TakerSide taker) {
        return new Trade(BTC, nanos, 0, id, 1, taker, 1, 3, price, size);
    }

    static FeedStatus lost(long nanos, Topic topic) {
        return new FeedStatus(
                Venue.BINANCE, nanos, "public", FeedStatus.State.LOST, "cut", 1, nanos + SECOND, Set.of(topic));
    }
}
