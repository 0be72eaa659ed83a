package io.faultline.venue.okx;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.util.function.Consumer;

/**
 * The rows of field {@code data}, which look the same in a channel's pushes and in REST answers. They are read whole, and
 * passed on only when the frame around them has proven to be well formed too. Used again for each frame.
 */
interface Rows {
    /** Forgets the last frame. */
    void begin(Frame frame);

    /** Reads one row: the cursor stands before it. */
    void read(JsonCursor json) throws MalformedException;

    /** Passes on what was read. Throws only before it has passed on anything. */
    Decoded emit(Consumer<MarketEvent> sink) throws MalformedException;
}
