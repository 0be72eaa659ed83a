package io.faultline.venue;

import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/** A decoder, what it said last, and the events of all frames so far as {@link EventText}. */
public final class FrameDecoding {
    /** When everything is received. */
    public static final long RECEIVED = 1_791_399_961_300_000_000L;

    private final String venue;
    private final FrameDecoder decoder;
    private final List<String> events = new ArrayList<>();

    public FrameDecoding(String venue, FrameDecoder decoder) {
        this.venue = venue;
        this.decoder = decoder;
    }

    public Decoded stream(String text) {
        return decode(new Frame(RECEIVED, venue, Frame.Kind.WS, "public", "", text));
    }

    public Decoded rest(String url, String body) {
        return decode(new Frame(RECEIVED, venue, Frame.Kind.REST, "", url, body));
    }

    public Decoded decode(Frame frame) {
        return decoder.decode(frame, this::take);
    }

    /** What became of a frame, in a line. */
    public String told(Frame.Kind kind, String topic, String text) {
        Decoded decoded = decode(new Frame(RECEIVED, venue, kind, "public", topic, text));
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

    /** Leaves out events that begin so. */
    public void forget(String beginning) {
        events.removeIf(event -> event.startsWith(beginning));
    }

    /** The events since this was last called. */
    public List<String> events() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
