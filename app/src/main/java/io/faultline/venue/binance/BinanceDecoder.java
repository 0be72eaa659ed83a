package io.faultline.venue.binance;

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
 * Reads Binance USD-M frames. It learns the contracts' decimals from the instrument list, or else from the frames, so one
 * decoder should see all of a feed's frames. Not thread-safe.
 */
public final class BinanceDecoder implements FrameDecoder {
    private final JsonDecoder decoder;

    /** @param pool where its book deltas come from; whoever receives one releases it */
    public BinanceDecoder(BookDelta.Pool pool) {
        JsonCursor json = new JsonCursor();
        Symbols symbols = new Symbols(Venue.BINANCE);
        decoder = new JsonDecoder(json, new StreamFrames(json, symbols, pool), new RestFrames(json, symbols));
    }

    @Override
    public Decoded decode(Frame frame, Consumer<MarketEvent> sink) {
        return decoder.decode(frame, sink);
    }
}
