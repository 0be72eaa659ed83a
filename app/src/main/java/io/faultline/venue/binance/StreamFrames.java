package io.faultline.venue.binance;

import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.market.VenueNotice;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.JsonDecoder;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbols;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what sockets send: messages as they are ({@code /ws}) or wrapped as {@code {"stream":…,"data":…}} ({@code
 * /stream}), alone or in arrays, and answers to requests.
 */
final class StreamFrames implements JsonDecoder.Reader {
    private final JsonCursor json;
    private final List<Message> messages;
    private @Nullable Message message;

    StreamFrames(JsonCursor json, Symbols symbols, BookDelta.Pool pool) {
        this.json = json;
        this.messages = List.of(
                new DepthMessage(symbols, pool),
                new BookTickerMessage(symbols),
                new TradeMessage(symbols, "aggTrade"),
                new TradeMessage(symbols, "trade"),
                new RowsMessage("markPriceUpdate", new MarkPriceRow(symbols)),
                new RowsMessage("forceOrder", new LiquidationRow(symbols)),
                new RowsMessage("contractInfo", new ContractRow(symbols)));
    }

    @Override
    public String subject() {
        return message == null ? "stream frame" : message.type();
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        message = null;
        json.reset(frame.text());
        if (json.atArray()) {
            readPayload(frame);
            json.end();
            return emit(sink);
        }
        int start = json.offset();
        boolean answer = false;
        String id = "";
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("e")) {
                readEvent(start, frame);
                json.end();
                return emit(sink);
            }
            if (json.nameIs("data")) {
                readPayload(frame);
                skipFields();
                json.end();
                return emit(sink);
            }
            answer |= json.nameIs("result");
            if (json.nameIs("id") && !json.atObject() && !json.atArray()) {
                id = readRequestId();
            } else {
                json.skip();
            }
        }
        json.end();
        return answer(start, answer, id, frame, sink);
    }

    /** Neither message nor wrapper: a refusal, the grant of a request, or something unknown. */
    private Decoded answer(int start, boolean hasResult, String id, Frame frame, Consumer<MarketEvent> sink)
            throws MalformedException {
        json.rewind(start);
        VenueError error = VenueError.read(json);
        if (error != null) {
            sink.accept(notice(VenueNotice.Kind.REFUSED, id, error.words(), frame));
            return Decoded.OK;
        }
        if (hasResult) {
            sink.accept(notice(VenueNotice.Kind.SUBSCRIBED, id, "", frame));
        }
        return hasResult ? Decoded.OK : Decoded.IGNORED;
    }

    /** Ours are numbers. */
    private String readRequestId() throws MalformedException {
        int start = json.offset();
        try {
            return String.valueOf(json.readId());
        } catch (MalformedException notOurs) {
            json.rewind(start);
            json.skip();
            return "";
        }
    }

    private static VenueNotice notice(VenueNotice.Kind kind, String subject, String words, Frame frame) {
        return new VenueNotice(Venue.BINANCE, frame.receivedNanos(), frame.connection(), kind, subject, words);
    }

    private Decoded emit(Consumer<MarketEvent> sink) throws MalformedException {
        return message == null ? Decoded.IGNORED : message.emit(sink);
    }

    private void readPayload(Frame frame) throws MalformedException {
        if (json.atObject()) {
            readObject(frame);
        } else if (json.atArray()) {
            json.beginArray();
            while (json.nextElement()) {
                Message before = message;
                readObject(frame);
                if (before != null && !(before instanceof RowsMessage && before == message)) {
                    throw json.wrong("an array with a " + before.type() + " and something else");
                }
            }
        } else {
            json.skip();
        }
    }

    private void readObject(Frame frame) throws MalformedException {
        int start = json.offset();
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("e")) {
                readEvent(start, frame);
                return;
            }
            json.skip();
        }
    }

    /** The cursor stands at the value of {@code e}; the object began at {@code start}. */
    private void readEvent(int start, Frame frame) throws MalformedException {
        json.readText();
        Message kind = ofType();
        if (kind == null) {
            skipFields();
            return;
        }
        if (kind != message) {
            message = kind;
            kind.begin(frame);
        }
        // The type is the first field of every frame recorded, but the order of fields means nothing.
        json.rewind(start);
        json.beginObject();
        kind.read(json);
    }

    private @Nullable Message ofType() {
        for (int i = 0; i < messages.size(); i++) {
            if (json.textIs(messages.get(i).type())) {
                return messages.get(i);
            }
        }
        return null;
    }

    private void skipFields() throws MalformedException {
        while (json.nextField()) {
            json.skip();
        }
    }
}
