package io.faultline.venue.dydx;

import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameDecoder;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.JsonDecoder;
import io.faultline.venue.Symbols;
import java.util.function.Consumer;

/**
 * Reads frames of dYdX's indexer. It keeps the books, which would be crossed otherwise, and what has been told of each
 * market, so one decoder should see all of a feed's frames. Not thread-safe.
 */
public final class DydxDecoder implements FrameDecoder {
    private final JsonDecoder decoder;

    /** @param pool where its book deltas come from; whoever receives one releases it */
    public DydxDecoder(BookDelta.Pool pool) {
        JsonCursor json = new JsonCursor();
        Symbols symbols = new Symbols(Venue.DYDX);
        Markets markets = new Markets(json, symbols);
        decoder = new JsonDecoder(
                json, new StreamFrames(json, symbols, markets, pool), new RestFrames(json, symbols, markets));
    }

    @Override
    public Decoded decode(Frame frame, Consumer<MarketEvent> sink) {
        return decoder.decode(frame, sink);
    }
}
