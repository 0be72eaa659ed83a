package io.faultline.venue.bitget;

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
 * Reads Bitget v3 frames of USDT futures; those of other markets and of v2 it ignores. It learns the contracts' decimals
 * and which trades and liquidations it has met, so one decoder should see all of a feed's frames. Not thread-safe.
 */
public final class BitgetDecoder implements FrameDecoder {
    private final JsonDecoder decoder;

    /** @param pool where its book deltas come from; whoever receives one releases it */
    public BitgetDecoder(BookDelta.Pool pool) {
        JsonCursor json = new JsonCursor();
        Symbols symbols = new Symbols(Venue.BITGET);
        decoder = new JsonDecoder(json, new StreamFrames(json, symbols, pool), new RestFrames(json, symbols));
    }

    @Override
    public Decoded decode(Frame frame, Consumer<MarketEvent> sink) {
        return decoder.decode(frame, sink);
    }
}
