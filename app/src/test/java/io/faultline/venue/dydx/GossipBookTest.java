package io.faultline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.Levels;
import io.faultline.venue.MalformedException;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The book against one of trees, and against what somebody has who knows only its changes. */
class GossipBookTest {
    private static final int CHANGES = 20_000;

    private record Level(long size, long message) {}

    private final TreeMap<Long, Level> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Level> asks = new TreeMap<>();
    private final TreeMap<Long, Long> toldBids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> toldAsks = new TreeMap<>();
    private final Levels newBids = new Levels();
    private final Levels newAsks = new Levels();
    private final JsonCursor json = new JsonCursor();

    @Test
    void agreesWithABookOfTrees() throws MalformedException {
        long seed = 20_261_121;
        Random random = new Random(seed);
        GossipBook book = new GossipBook();
        int crossings = 0;
        for (int message = 1; message <= CHANGES; message++) {
            read(newBids, random);
            read(newAsks, random);
            book.prepare(newBids, newAsks, 0, 0);
            boolean whole = message == 1 || random.nextInt(500) == 0;
            if (whole) {
                bids.clear();
                asks.clear();
                book.replace(newBids, newAsks, message);
            } else {
                book.take(newBids, newAsks, message);
            }
            set(bids, newBids, message);
            set(asks, newAsks, message);
            crossings += uncross();
            if (whole) {
                toldBids.clear();
                toldAsks.clear();
                put(book.bids(), toldBids);
                put(book.asks(), toldAsks);
            } else {
                hear(book);
            }

            assertThat(text(book.bids()))
                    .as("seed %d, message %d", seed, message)
                    .isEqualTo(levels(bids));
            assertThat(text(book.asks()))
                    .as("seed %d, message %d", seed, message)
                    .isEqualTo(levels(asks));
            assertThat(toldBids.toString()).isEqualTo(levels(bids));
            assertThat(toldAsks.toString()).isEqualTo(levels(asks));
        }
        assertThat(crossings).isGreaterThan(CHANGES / 10);
    }

    private void read(Levels levels, Random random) throws MalformedException {
        StringBuilder text = new StringBuilder("[");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(text.length() > 1 ? "," : "")
                    .append("[\"")
                    .append(100 + random.nextInt(30))
                    .append("\",\"")
                    .append(random.nextInt(4))
                    .append("\"]");
        }
        json.reset(text.append(']').toString());
        levels.read(json);
        levels.rescale(0, 0);
    }

    private static void set(Map<Long, Level> side, Levels levels, long message) {
        for (int i = 0; i < levels.count(); i++) {
            if (levels.size(i) == 0) {
                side.remove(levels.price(i));
            } else {
                side.put(levels.price(i), new Level(levels.size(i), message));
            }
        }
    }

    private int uncross() {
        int crossings = 0;
        while (!bids.isEmpty() && !asks.isEmpty() && bids.firstKey() >= asks.firstKey()) {
            crossings++;
            Level bid = bids.firstEntry().getValue();
            Level ask = asks.firstEntry().getValue();
            long both = Math.min(bid.size, ask.size);
            long offBid = bid.message < ask.message ? bid.size : bid.message > ask.message ? 0 : both;
            long offAsk = bid.message > ask.message ? ask.size : bid.message < ask.message ? 0 : both;
            take(bids, bid, offBid);
            take(asks, ask, offAsk);
        }
        return crossings;
    }

    private static void take(NavigableMap<Long, Level> side, Level best, long size) {
        if (size == best.size) {
            side.remove(side.firstKey());
        } else {
            side.put(side.firstKey(), new Level(best.size - size, best.message));
        }
    }

    private void hear(GossipBook book) {
        BookDelta delta = BookDelta.unpooled();
        book.addChangesTo(delta);
        for (int i = 0; i < delta.count(); i++) {
            Map<Long, Long> side = i < delta.bidCount() ? toldBids : toldAsks;
            if (delta.size(i) == 0) {
                side.remove(delta.price(i));
            } else {
                side.put(delta.price(i), delta.size(i));
            }
        }
    }

    private static void put(BookSnapshot.Levels levels, Map<Long, Long> side) {
        for (int i = 0; i < levels.count(); i++) {
            side.put(levels.prices()[i], levels.sizes()[i]);
        }
    }

    private static String text(BookSnapshot.Levels levels) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < levels.count(); i++) {
            out.append(i == 0 ? "" : ", ")
                    .append(levels.prices()[i])
                    .append('=')
                    .append(levels.sizes()[i]);
        }
        return out.append('}').toString();
    }

    private static String levels(Map<Long, Level> side) {
        StringBuilder out = new StringBuilder("{");
        side.forEach((price, level) -> out.append(out.length() == 1 ? "" : ", ")
                .append(price)
                .append('=')
                .append(level.size));
        return out.append('}').toString();
    }
}
