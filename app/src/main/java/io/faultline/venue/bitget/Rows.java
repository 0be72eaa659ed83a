package io.faultline.venue.bitget;

import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.util.function.Consumer;

/**
 * The rows of field {@code data}. They are read whole, and passed on only when the frame around them has proven to be well
 * formed too. Used again for each frame.
 */
interface Rows {
    /** Forgets the last frame's. */
    void begin();

    /** Reads one row: the cursor stands before it. */
    void read(JsonCursor json) throws MalformedException;

    /** Passes on what was read. Throws only before it has passed on, or kept, anything. */
    Decoded emit(Push push, Consumer<MarketEvent> sink) throws MalformedException;
}
