package io.faultline.venue.bybit;

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

    private final BybitDecoder decoder = new BybitDecoder(new BookDelta.Pool(4));
    private final List<String> events = new ArrayList<>();

    Decoded stream(String text) {
        return decode(new Frame(RECEIVED, "bybit", Frame.Kind.WS, "public", "", text));
    }

    Decoded rest(String url, String body) {
        return decode(new Frame(RECEIVED, "bybit", Frame.Kind.REST, "", url, body));
    }

    Decoded decode(Frame frame) {
        return decoder.decode(frame, this::take);
    }

    /** What became of a frame, in a line. */
    String told(Frame.Kind kind, String topic, String text) {
        Decoded decoded = decode(new Frame(RECEIVED, "bybit", kind, "public", topic, text));
        List<String> told = events();
        if (decoded instanceof Decoded.Undecodable refused) {
            return "REFUSED " + refused.reason();
        }
        return (decoded == Decoded.OK ? "OK" : "IGNORED") + (told.isEmpty() ? "" : " " + told);
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
}
