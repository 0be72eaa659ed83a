package io.faultline.venue.binance;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.util.function.Consumer;

/**
 * One kind of stream message. A frame's message is read whole, and passed on only when the frame around it has proven
 * to be well formed too. Used again for each frame.
 */
sealed interface Message permits DepthMessage, TradeMessage, BookTickerMessage, RowsMessage {
    /** The venue's name for it, the value of field {@code e}. */
    String type();

    /** Forgets the last frame. */
    void begin(Frame frame);

    /** Reads the fields of the object that the cursor stands in. */
    void read(JsonCursor json) throws MalformedException;

    /** Passes on what was read. Throws only before it has passed on anything. */
    Decoded emit(Consumer<MarketEvent> sink) throws MalformedException;
}
