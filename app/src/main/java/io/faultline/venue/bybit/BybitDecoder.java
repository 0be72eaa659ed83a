package io.faultline.venue.bybit;

import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.venue.Decoded;
import io.faultline.venue.FrameDecoder;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbols;
import java.util.function.Consumer;

/**
 * Reads frames of Bybit's linear contracts. It learns the contracts' decimals, and what their tickers said before, so one
 * decoder should see all of a feed's frames. Not thread-safe.
 */
public final class BybitDecoder implements FrameDecoder {
    private static final int LONGEST_REASON = 200;

    private final JsonCursor json = new JsonCursor();
    private final StreamFrames streams;
    private final RestFrames rest;

    /** @param pool where its book deltas come from; whoever receives one releases it */
    public BybitDecoder(BookDelta.Pool pool) {
        Symbols symbols = new Symbols(Venue.BYBIT);
        streams = new StreamFrames(json, symbols, pool);
        rest = new RestFrames(json, symbols);
    }

    @Override
    public Decoded decode(Frame frame, Consumer<MarketEvent> sink) {
        return switch (frame.kind()) {
            case WS -> readStream(frame, sink);
            case REST -> readRest(frame, sink);
            case WS_OUT, WS_OPEN, WS_CLOSE -> Decoded.IGNORED;
        };
    }

    private Decoded readStream(Frame frame, Consumer<MarketEvent> sink) {
        try {
            return streams.read(frame, sink);
        } catch (MalformedException malformed) {
            return undecodable(streams.subject(), malformed);
        }
    }

    private Decoded readRest(Frame frame, Consumer<MarketEvent> sink) {
        try {
            return rest.read(frame, sink);
        } catch (MalformedException malformed) {
            return undecodable(rest.subject(), malformed);
        }
    }

    private Decoded undecodable(String subject, MalformedException malformed) {
        String near = json.lastName();
        String where = near.isEmpty() ? "" : ", near field " + near;
        String reason = subject + ": " + malformed.getMessage() + where;
        return new Decoded.Undecodable(visible(reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
    }

    /** A URL may hold anything; what is shown and logged is one line of ASCII. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return out.toString();
    }
}
