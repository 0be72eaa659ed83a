package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/** Counts what a decoder makes of a frame that it reads over and over. */
public final class DecodingAllocations {
    private static final int FRAMES = 20_000;

    private long levels;

    private DecodingAllocations() {}

    /** Fails if the frame, which is of a book and has that many levels, costs any object once the decoder is warm. */
    public static void none(FrameDecoder decoder, String venue, String text, int levelsPerFrame) {
        DecodingAllocations counted = new DecodingAllocations();
        Frame frame = new Frame(1, venue, Frame.Kind.WS, "public", "", text);
        Consumer<MarketEvent> sink = counted::take;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        decodeAll(decoder, frame, sink);

        long least = Long.MAX_VALUE; // the just-in-time compiler may charge a little to a round
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            decodeAll(decoder, frame, sink);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(counted.levels).isEqualTo((long) levelsPerFrame * FRAMES * 6);
        assertThat(least).as("bytes for %d frames", FRAMES).isLessThan(FRAMES / 10);
    }

    private static void decodeAll(FrameDecoder decoder, Frame frame, Consumer<MarketEvent> sink) {
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
