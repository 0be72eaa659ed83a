package io.faultline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinanceAllocationTest {
    private static final int FRAMES = 20_000;

    private long levels;

    @Test
    void decodesDepthFramesWithoutMakingObjects() {
        String bids = IntStream.range(0, 40)
                .mapToObj(i -> "[\"617" + (10 + i) + ".10\",\"" + i + ".500\"]")
                .collect(Collectors.joining(","));
        Frame frame = new Frame(
                1,
                "binance",
                Frame.Kind.WS,
                "public",
                "btcusdt@depth@100ms",
                "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1791399961205,\"T\":1791399961201,"
                        + "\"s\":\"BTCUSDT\",\"ps\":\"BTCUSDT\",\"st\":1,\"U\":157,\"u\":160,\"pu\":149,\"b\":[" + bids
                        + "],\"a\":[" + bids + "]}}");
        BinanceDecoder decoder = new BinanceDecoder(new BookDelta.Pool(4));
        Consumer<MarketEvent> sink = this::take;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        decodeAll(decoder, frame, sink);

        long least = Long.MAX_VALUE; // the just-in-time compiler may charge a little to a round
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            decodeAll(decoder, frame, sink);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(levels).isEqualTo(80L * FRAMES * 6);
        assertThat(least).as("bytes for %d frames", FRAMES).isLessThan(FRAMES / 10);
    }

    private static void decodeAll(BinanceDecoder decoder, Frame frame, Consumer<MarketEvent> sink) {
        for (int i = 0; i < FRAMES; i++) {
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
