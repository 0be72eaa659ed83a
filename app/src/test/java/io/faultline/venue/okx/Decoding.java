package io.faultline.venue.okx;

import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.EventText;
import java.util.ArrayList;
import java.util.List;

/** A decoder, what it said last, and the events of all frames so far as {@link EventText}. */
final class Decoding {
    static final long RECEIVED = 1_791_399_961_300_000_000L;

    private final OkxDecoder decoder = new OkxDecoder(new BookDelta.Pool(4));
    private final List<String> events = new ArrayList<>();

    Decoded stream(String text) {
        return decode(new Frame(RECEIVED, "okx", Frame.Kind.WS, "public", "", text));
    }

    Decoded rest(String url, String body) {
        return decode(new Frame(RECEIVED, "okx", Frame.Kind.REST, "", url, body));
    }

    Decoded decode(Frame frame) {
        return decoder.decode(frame, this::take);
    }

    private void take(MarketEvent event) {
        if (event.receivedNanos() != RECEIVED) {
            throw new AssertionError("receive time " + event.receivedNanos());
        }
        events.add(EventText.of(event));
        if (event instanceof BookDelta delta) {
            delta.release();
        }
    }

    /** The events since this was last called. */
    List<String> events() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** The reason for a refusal; fails if there was none. */
    static String reason(Decoded decoded) {
        return ((Decoded.Undecodable) decoded).reason();
    }
}
