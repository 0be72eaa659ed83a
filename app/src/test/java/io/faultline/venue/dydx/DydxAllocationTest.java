package io.faultline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Messages are numbered, so that unlike those of other venues one cannot be read twice. */
class DydxAllocationTest {
    private static final int FRAMES = 2_000;
    private static final int ROUNDS = 8;

    private long levels;

    @Test
    void decodesBookFramesWithoutMakingObjects() {
        DydxDecoder decoder = new DydxDecoder(new BookDelta.Pool(4));
        Consumer<MarketEvent> sink = this::take;
        decoder.decode(frame("subscribed", 0, "{\"price\":\"100\",\"size\":\"1\"}"), event -> {});
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE; // the just-in-time compiler may charge a little to a round
        for (int round = 0; round < ROUNDS; round++) {
            Frame[] frames = new Frame[FRAMES];
            for (int i = 0; i < FRAMES; i++) {
                int message = 1 + round * FRAMES + i;
                frames[i] = frame("channel_data", message, "[\"" + (90 + message % 40) + "\",\"2.5\"]");
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            decodeAll(decoder, frames, sink);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(levels).isGreaterThanOrEqualTo((long) FRAMES * ROUNDS);
        assertThat(least).as("bytes for %d frames", FRAMES).isLessThan(FRAMES / 10);
    }

    private static Frame frame(String type, int message, String bid) {
        return new Frame(
                1,
                "dydx",
                Frame.Kind.WS,
                "public",
                "",
                "{\"type\":\"" + type + "\",\"connection_id\":\"7af140fb\",\"message_id\":" + message
                        + ",\"id\":\"BTC-USD\",\"channel\":\"v4_orderbook\",\"version\":\"1.0.0\",\"contents\":{\"bids\":["
                        + bid + "],\"asks\":[]}}");
    }

    private static void decodeAll(DydxDecoder decoder, Frame[] frames, Consumer<MarketEvent> sink) {
        for (Frame frame : frames) {
            if (decoder.decode(frame, sink) != Decoded.OK) {
                throw new AssertionError("not decoded");
            }
        }
    }

    private void take(MarketEvent event) {
        BookDelta delta = (BookDelta) event;
        levels += delta.count();
        delta.release();
    }
}
