package io.faultline.venue.bybit;

import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.util.function.Consumer;

/**
 * The {@code data} of one topic. It is read whole, and passed on only when the frame around it has proven to be well
 * formed too. Used again for each frame.
 */
sealed interface Message permits BookMessage, TradeMessage, TickerMessage, LiquidationMessage {
    /** Reads the value that the cursor stands at, after forgetting the last one. */
    void read(JsonCursor json) throws MalformedException;

    /** Passes on what was read. Throws only before it has passed on, or kept, anything. */
    Decoded emit(String topic, Envelope envelope, Consumer<MarketEvent> sink) throws MalformedException;
}
