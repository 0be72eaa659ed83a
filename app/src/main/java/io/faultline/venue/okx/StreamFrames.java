package io.faultline.venue.okx;

import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.market.VenueNotice;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.JsonDecoder;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbols;
import io.faultline.venue.VenueWords;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what sockets send: pushes of channels, {@code {"arg":…,"data":[…]}}, events, and the bare word pong. */
final class StreamFrames implements JsonDecoder.Reader {
    private static final int ABSENT = -1;

    /** The connection will be cut a minute later. */
    private static final String CLOSING = "64008";

    private final JsonCursor json;
    private final Symbols symbols;
    private final Channels channels;

    private @Nullable String channel;
    private @Nullable Rows rows;
    private @Nullable String event;
    private @Nullable String action;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable String id;
    private int instrumentAt;
    private int dataAt;
    private boolean dataRead;

    StreamFrames(JsonCursor json, Symbols symbols, Channels channels) {
        this.json = json;
        this.symbols = symbols;
        this.channels = channels;
    }

    @Override
    public String subject() {
        return channel == null || rows == null ? "stream frame" : channel;
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        channel = null;
        rows = null;
        event = null;
        action = null;
        code = null;
        message = null;
        id = null;
        instrumentAt = ABSENT;
        dataAt = ABSENT;
        dataRead = false;
        json.reset(frame.text());
        if (frame.text().equals("pong")) {
            return Decoded.OK;
        }
        json.beginObject();
        while (json.nextField()) {
            readField(frame);
        }
        json.end();
        if (event != null || (code != null && message != null)) {
            return announced(frame, sink);
        }
        return rows == null ? Decoded.IGNORED : pushed(rows, frame, sink);
    }

    private void readField(Frame frame) throws MalformedException {
        if (json.nameIs("data")) {
            dataAt = json.offset();
            if (rows == null) {
                json.skip(); // to be read when it is known what it is, if it is anything
            } else {
                readData(rows, frame);
            }
        } else if (json.nameIs("arg") && json.atObject()) {
            readSubject();
        } else if (json.nameIs("action")) {
            action = Fields.optionalText(json);
        } else if (json.nameIs("event")) {
            event = Fields.optionalText(json);
        } else if (json.nameIs("code")) {
            code = Fields.optionalText(json);
        } else if (json.nameIs("id")) {
            id = Fields.optionalText(json);
        } else if (json.nameIs("msg")) {
            message = Fields.optionalText(json);
        } else {
            json.skip();
        }
    }

    private void readSubject() throws MalformedException {
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("channel")) {
                channel = Fields.optionalText(json);
                rows = channel == null ? null : channels.named(channel);
            } else {
                if (json.nameIs("instId")) {
                    instrumentAt = json.offset();
                }
                json.skip();
            }
        }
    }

    private void readData(Rows into, Frame frame) throws MalformedException {
        dataRead = true;
        into.begin(frame);
        json.beginArray();
        while (json.nextElement()) {
            into.read(json);
        }
    }

    private Decoded pushed(Rows read, Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        Fields.check(dataAt != ABSENT, "data", json);
        if (!dataRead) {
            json.rewind(dataAt);
            readData(read, frame);
        }
        if (read == channels.books()) {
            Fields.check(instrumentAt != ABSENT, "arg.instId", json);
            json.rewind(instrumentAt);
            channels.books().about(symbols.read(json), Fields.require(channel, "arg.channel", json), kind());
        }
        return read.emit(sink);
    }

    private BookRows.Kind kind() throws MalformedException {
        if ("snapshot".equals(action)) {
            return BookRows.Kind.SNAPSHOT;
        }
        if ("update".equals(action)) {
            return BookRows.Kind.UPDATE;
        }
        throw json.wrong("action is neither snapshot nor update");
    }

    /** An answer to a request, or something that the venue has to say. */
    private Decoded announced(Frame frame, Consumer<MarketEvent> sink) {
        String what = event == null ? "error" : event;
        switch (what) {
            case "subscribe" -> {
                sink.accept(notice(VenueNotice.Kind.SUBSCRIBED, frame));
                return Decoded.OK;
            }
            case "unsubscribe", "channel-conn-count" -> {
                return Decoded.OK;
            }
            case "error" -> {
                sink.accept(notice(VenueNotice.Kind.REFUSED, frame));
                return Decoded.OK;
            }
            case "channel-conn-count-error" -> {
                sink.accept(status(FeedStatus.State.ERROR, frame));
                return Decoded.OK;
            }
            case "notice" -> {
                sink.accept(status(FeedStatus.State.MAINTENANCE, frame));
                if (CLOSING.equals(code)) {
                    sink.accept(notice(VenueNotice.Kind.REPLACE, frame));
                }
                return Decoded.OK;
            }
            default -> {
                return Decoded.IGNORED;
            }
        }
    }

    private VenueNotice notice(VenueNotice.Kind kind, Frame frame) {
        return new VenueNotice(
                Venue.OKX,
                frame.receivedNanos(),
                frame.connection(),
                kind,
                id == null ? "" : VenueWords.bounded(id),
                kind == VenueNotice.Kind.SUBSCRIBED ? "" : VenueWords.coded(message, code));
    }

    private FeedStatus status(FeedStatus.State state, Frame frame) {
        String words = VenueWords.coded(message, code);
        return new FeedStatus(Venue.OKX, frame.receivedNanos(), frame.connection(), state, words, 0, 0);
    }
}
