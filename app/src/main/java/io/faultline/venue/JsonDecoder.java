package io.faultline.venue;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import java.util.function.Consumer;

/**
 * Reads a venue's frames of JSON, each kind with the reader for it. A venue's decoder learns from its frames (decimals,
 * fields that are left out while they do not change), so one should see all of a feed's. Not thread-safe.
 */
public final class JsonDecoder implements FrameDecoder {
    private static final int LONGEST_REASON = 200;

    /** Reads one kind of frame. */
    public interface Reader {
        /** Passes the frame's events on, all of them or (when it throws) none. */
        Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException;

        /** What the frame that is being read, or was read last, is about: a topic, a path. */
        String subject();
    }

    private final JsonCursor json;
    private final Reader streams;
    private final Reader rest;

    /**
     * @param json with which both read
     * @param streams reads what sockets send
     * @param rest reads the bodies of answers to requests
     */
    public JsonDecoder(JsonCursor json, Reader streams, Reader rest) {
        this.json = json;
        this.streams = streams;
        this.rest = rest;
    }

    @Override
    public Decoded decode(Frame frame, Consumer<MarketEvent> sink) {
        return switch (frame.kind()) {
            case WS -> read(streams, frame, sink);
            case REST -> read(rest, frame, sink);
            case WS_OUT, WS_OPEN, WS_CLOSE -> Decoded.IGNORED;
        };
    }

    private Decoded read(Reader reader, Frame frame, Consumer<MarketEvent> sink) {
        try {
            return reader.read(frame, sink);
        } catch (MalformedException malformed) {
            String near = json.lastName();
            String where = near.isEmpty() ? "" : ", near field " + near;
            String reason = reader.subject() + ": " + malformed.getMessage() + where;
            return new Decoded.Undecodable(visible(reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
        }
    }

    /** A URL may hold anything; what is shown and logged is one line of ASCII. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return out.toString();
    }
}
