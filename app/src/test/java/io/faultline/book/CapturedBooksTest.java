package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.Captures;
import io.faultline.market.BestBidOffer;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Books of real Binance traffic against an independent reconstruction of the same. */
class CapturedBooksTest {
    @ParameterizedTest
    @CsvSource({
        "binance-usdm-btcusdt-20220811, BTCUSDT",
        "binance-usdm-btcusdt-20240808, BTCUSDT",
        "cryptofeed-binance-usdm-20210722, AKROUSDT",
        "cryptofeed-binance-usdm-20210722, CTKUSDT",
        "cryptofeed-binance-usdm-20210722, KEEPUSDT",
        "cryptofeed-binance-usdm-20210722, SUSHIUSDT",
    })
    void rebuildsTheVenuesBookExactly(String set, String symbol) throws IOException {
        JsonObject expected = expected(set, symbol);
        Rebuilt rebuilt = new Rebuilt(new InstrumentId(Venue.BINANCE, symbol), expected);
        for (MarketEvent.OfInstrument event : BinanceDepthCapture.read(Captures.file(set + "/capture.jsonl.gz"))
                .events()) {
            if (event.instrument().equals(rebuilt.book().instrument())) {
                rebuilt.accept(event);
            }
        }

        JsonObject last = expected.getAsJsonObject("final");
        SyncCounters counters = rebuilt.synchronizer.counters();
        assertThat(rebuilt.synchronizer.state()).isEqualTo(BookSynchronizer.State.LIVE);
        assertThat(counters.snapshots()).isEqualTo(1);
        assertThat(counters.deltas()).isEqualTo(expected.get("diffs_total").getAsLong());
        assertThat(counters.applied()).isEqualTo(expected.get("diffs_applied").getAsLong());
        assertThat(counters.stale())
                .isEqualTo(expected.get("diffs_dropped_before_snapshot").getAsLong());
        assertThat(counters.gaps() + counters.resyncs() + counters.crossed() + counters.duplicates())
                .isZero();
        assertThat(rebuilt.book().levels(Side.BID))
                .isEqualTo(last.get("bid_levels").getAsInt());
        assertThat(rebuilt.book().levels(Side.ASK))
                .isEqualTo(last.get("ask_levels").getAsInt());
        assertThat(BookListing.sha256(rebuilt.book()))
                .isEqualTo(last.get("sha256").getAsString());
        assertThat(rebuilt.checkpointsSeen).isEqualTo(checkpoints(expected).size());
        assertThat(rebuilt.check.passed())
                .isEqualTo(expected.get("bookTicker_with_u_equal_to_applied_diff_u")
                        .getAsLong());
        assertThat(rebuilt.check.failed()).isZero();
        if (expected.has("top20_stream")) {
            JsonObject stream = expected.getAsJsonObject("top20_stream");
            assertThat(rebuilt.top20.states()).isEqualTo(stream.get("states").getAsLong());
            assertThat(rebuilt.top20.sha256()).isEqualTo(stream.get("sha256").getAsString());
        }
    }

    @Test
    void noticesALostChangeInTheTopLevels() throws IOException {
        JsonObject expected = expected("binance-usdm-btcusdt-20220811", "BTCUSDT");
        Rebuilt rebuilt = new Rebuilt(Books.BTCUSDT, new JsonObject());
        int change = 0;
        for (MarketEvent.OfInstrument event : BinanceDepthCapture.read(
                        Captures.file("binance-usdm-btcusdt-20220811/capture.jsonl.gz"))
                .events()) {
            if (!(event instanceof BookDelta) || change++ != 100) {
                rebuilt.accept(event);
            }
        }
        assertThat(rebuilt.synchronizer.counters().gaps()).isEqualTo(1);
        assertThat(rebuilt.synchronizer.state()).isEqualTo(BookSynchronizer.State.RESYNCING);
        assertThat(rebuilt.top20.sha256())
                .isNotEqualTo(
                        expected.getAsJsonObject("top20_stream").get("sha256").getAsString());
    }

    private static JsonObject expected(String set, String symbol) throws IOException {
        return JsonParser.parseString(Files.readString(Captures.file("expected.json")))
                .getAsJsonObject()
                .getAsJsonObject("sets")
                .getAsJsonObject(set)
                .getAsJsonObject("symbols")
                .getAsJsonObject(symbol);
    }

    private static JsonArray checkpoints(JsonObject expected) {
        return expected.has("checkpoints") ? expected.getAsJsonArray("checkpoints") : new JsonArray();
    }

    /** One book, looked at after every change. */
    private static final class Rebuilt implements BookObserver {
        private final BestBidOfferCheck check = new BestBidOfferCheck();
        private final TopLevelsHash top20 = new TopLevelsHash(20);
        private final JsonObject expected;
        private final BookSynchronizer synchronizer;
        private int applied;
        private int checkpointsSeen;

        Rebuilt(InstrumentId instrument, JsonObject expected) {
            this.expected = expected;
            this.synchronizer = new BookSynchronizer(instrument, SnapshotRequests.NONE, this);
        }

        OrderBook book() {
            return synchronizer.book();
        }

        void accept(MarketEvent event) {
            if (event instanceof BookSnapshot snapshot) {
                synchronizer.onSnapshot(snapshot);
            } else if (event instanceof BookDelta delta) {
                synchronizer.onDelta(delta);
            } else if (event instanceof BestBidOffer witness) {
                check.onBestBidOffer(witness);
            }
        }

        @Override
        public void snapshotApplied(OrderBook book) {
            compare(book);
        }

        @Override
        public void deltaApplied(OrderBook book, long lastId) {
            applied++;
            check.deltaApplied(book, lastId);
            top20.deltaApplied(book, lastId);
            compare(book);
        }

        private void compare(OrderBook book) {
            for (JsonElement element : checkpoints(expected)) {
                JsonObject checkpoint = element.getAsJsonObject();
                if (checkpoint.get("applied").getAsInt() == applied) {
                    checkpointsSeen++;
                    assertThat(book.levels(Side.BID))
                            .isEqualTo(checkpoint.get("bid_levels").getAsInt());
                    assertThat(book.levels(Side.ASK))
                            .isEqualTo(checkpoint.get("ask_levels").getAsInt());
                    assertThat(BookListing.sha256(book))
                            .as("book after %d changes", applied)
                            .isEqualTo(checkpoint.get("sha256").getAsString());
                }
            }
        }
    }
}
