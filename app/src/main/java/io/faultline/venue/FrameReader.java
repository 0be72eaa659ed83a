package io.faultline.venue;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.FrameRefused;
import io.faultline.market.MarketEvent;
import io.faultline.market.SocketClosed;
import io.faultline.market.SocketNames;
import io.faultline.market.Venue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads every kind of a venue's frames: the one door for live and replayed frames, so that both give the same events. A
 * frame that cannot be read becomes a {@link FrameRefused}, a socket's opening or closing a status. Not thread-safe.
 */
public final class FrameReader {
    private final Venue venue;
    private final FrameDecoder decoder;
    private final SocketFrames sockets;
    private final Consumer<MarketEvent> stamp = this::stamp;
    private Consumer<MarketEvent> out = event -> {};
    private String connection = "";
    private String origin = "";

    /** @param symbols in the venue's own spelling: what its connections carry is found from them */
    public FrameReader(VenueAdapter adapter, List<String> symbols) {
        venue = adapter.venue();
        decoder = adapter.newDecoder();
        sockets = new SocketFrames(venue, adapter.sockets(symbols));
    }

    /** Passes what the frame says to {@code sink}, in order. Frames that we sent say nothing. */
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) {
        return switch (frame.kind()) {
            case WS -> decoded(frame, sink);
            case REST -> OwnFrames.is(frame) ? own(frame, sink) : decoded(frame, sink);
            case WS_OPEN -> {
                sockets.status(frame).ifPresent(sink);
                yield Decoded.OK;
            }
            case WS_CLOSE -> {
                sink.accept(new SocketClosed(venue, frame.receivedNanos(), frame.connection()));
                sockets.status(frame).ifPresent(sink);
                yield Decoded.OK;
            }
            case WS_OUT -> Decoded.OK;
        };
    }

    private Decoded own(Frame frame, Consumer<MarketEvent> sink) {
        Optional<MarketEvent> said = OwnFrames.read(venue, frame);
        said.ifPresent(sink);
        return said.isPresent() ? Decoded.OK : Decoded.IGNORED;
    }

    private Decoded decoded(Frame frame, Consumer<MarketEvent> sink) {
        out = sink;
        connection = SocketNames.plan(frame.connection());
        origin = frame.kind() == Frame.Kind.REST ? BookSnapshot.REQUEST : frame.connection();
        Decoded decoded = decoder.decode(frame, stamp);
        if (decoded instanceof Decoded.Undecodable refused) {
            sink.accept(new FrameRefused(venue, frame.receivedNanos(), connection, refused.reason()));
        }
        return decoded;
    }

    /** Says of books which socket brought them; people know only the plan of a socket. */
    private void stamp(MarketEvent event) {
        if (event instanceof BookDelta delta) {
            delta.cameOn(origin);
            out.accept(delta);
        } else if (event instanceof BookSnapshot snapshot) {
            out.accept(snapshot.cameOn(origin));
        } else if (event instanceof FeedStatus status && status.connection().equals(origin)) {
            out.accept(status.of(connection));
        } else {
            out.accept(event);
        }
    }
}
