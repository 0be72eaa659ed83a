package io.faultline.venue;

import io.faultline.market.Frame;
import io.faultline.market.FrameRefused;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads every kind of a venue's frames: the one door for live and replayed frames, so that both give the same events. A
 * frame that cannot be read becomes a {@link FrameRefused}, a socket's opening or closing a status. Not thread-safe.
 */
public final class FrameReader {
    private final Venue venue;
    private final FrameDecoder decoder;
    private final SocketFrames sockets;

    /** @param symbols in the venue's own spelling: what its connections carry is found from them */
    public FrameReader(VenueAdapter adapter, List<String> symbols) {
        venue = adapter.venue();
        decoder = adapter.newDecoder();
        sockets = new SocketFrames(venue, adapter.sockets(symbols));
    }

    /** Passes what the frame says to {@code sink}, in order. Frames that we sent say nothing. */
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) {
        return switch (frame.kind()) {
            case WS, REST -> decoded(frame, sink);
            case WS_OPEN, WS_CLOSE -> {
                sockets.status(frame).ifPresent(sink);
                yield Decoded.OK;
            }
            case WS_OUT -> Decoded.OK;
        };
    }

    private Decoded decoded(Frame frame, Consumer<MarketEvent> sink) {
        Decoded decoded = decoder.decode(frame, sink);
        if (decoded instanceof Decoded.Undecodable refused) {
            sink.accept(new FrameRefused(venue, frame.receivedNanos(), frame.connection(), refused.reason()));
        }
        return decoded;
    }
}
