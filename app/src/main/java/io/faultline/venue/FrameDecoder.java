package io.faultline.venue;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import java.util.function.Consumer;

/**
 * Turns one venue's raw frames into market events. Not thread-safe: one a thread. It never throws for what a frame
 * holds, keeps nothing of a frame that it refuses, and reads no clock.
 */
public interface FrameDecoder {
    /** Passes the frame's events to {@code sink}, in order, all of them or (undecodable) none. */
    Decoded decode(Frame frame, Consumer<MarketEvent> sink);
}
