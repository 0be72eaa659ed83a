package io.faultline.venue.okx;

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
 * Reads OKX v5 frames, of swaps and of whatever else a journal holds. It learns the decimals from the instrument list, or
 * else from the frames, and joins index prices to marks, so one decoder should see all of a feed's frames. Not
 * thread-safe.
 */
public final class OkxDecoder implements FrameDecoder {
    private final JsonDecoder decoder;

    /** @param pool where its book deltas come from; whoever receives one releases it */
    public OkxDecoder(BookDelta.Pool pool) {
        JsonCursor json = new JsonCursor();
        Symbols symbols = new Symbols(Venue.OKX);
        Channels channels = new Channels(symbols, pool);
        decoder = new JsonDecoder(
                json, new StreamFrames(json, symbols, channels), new RestFrames(json, symbols, channels));
    }

    @Override
    public Decoded decode(Frame frame, Consumer<MarketEvent> sink) {
        return decoder.decode(frame, sink);
    }
}
