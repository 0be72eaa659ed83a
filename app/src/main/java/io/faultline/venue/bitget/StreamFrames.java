package io.faultline.venue.bitget;

import io.faultline.market.BookDelta;
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

/**
 * Reads what sockets send: pushes of topics, {@code {"action":…,"arg":{…},"data":[…],"ts":…}} with the fields in any
 * order, events, and the bare word pong. An {@code arg} without a topic is of v2, one with another {@code instType} of
 * another market: both are ignored, because a journal may hold them under the same name.
 */
final class StreamFrames implements JsonDecoder.Reader {
    private static final int ABSENT = -1;

    private final JsonCursor json;
    private final Symbols symbols;
    private final BookRows books;
    private final TradeRows trades = new TradeRows();
    private final TickerRows tickers;
    private final LiquidationRows liquidations;
    private final Push push = new Push();

    private @Nullable Rows rows;
    private String subject = "";
    private boolean hasArg;
    private boolean ours;
    private int symbolAt;
    private int dataAt;
    private boolean dataRead;
    private @Nullable String event;
    private @Nullable String code;
    private @Nullable String words;

    StreamFrames(JsonCursor json, Symbols symbols, BookDelta.Pool pool) {
        this.json = json;
        this.symbols = symbols;
        books = new BookRows(pool);
        tickers = new TickerRows(symbols);
        liquidations = new LiquidationRows(symbols);
    }

    @Override
    public String subject() {
        return subject.isEmpty() ? "stream frame" : subject;
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        rows = null;
        subject = "";
        hasArg = false;
        ours = false;
        symbolAt = ABSENT;
        dataAt = ABSENT;
        dataRead = false;
        event = null;
        code = null;
        words = null;
        push.begin(frame.receivedNanos());
        json.reset(frame.text());
        if (frame.text().equals("pong")) {
            return Decoded.OK;
        }
        int start = json.offset();
        json.beginObject();
        while (json.nextField()) {
            readField();
        }
        json.end();
        if (event != null) {
            json.rewind(start);
            return announced(frame, sink);
        }
        Rows read = rows;
        return read == null ? Decoded.IGNORED : pushed(read, sink);
    }

    private void readField() throws MalformedException {
        if (json.nameIs("data")) {
            dataAt = json.offset();
            Rows into = rows;
            if (into == null) {
                json.skip(); // to be read when it is known what it is, if it is anything
            } else {
                readData(into);
            }
        } else if (json.nameIs("arg") && json.atObject()) {
            readSubject();
        } else if (json.nameIs("action") && json.atText()) {
            json.readText();
            push.action = json.textIs("snapshot")
                    ? Push.Action.SNAPSHOT
                    : json.textIs("update") ? Push.Action.UPDATE : Push.Action.NONE;
        } else if (json.nameIs("ts")) {
            push.sentMillis = json.readAbsent() ? 0 : json.readId();
        } else if (json.nameIs("event")) {
            event = Fields.optionalText(json);
        } else if (json.nameIs("code")) {
            code = Fields.optionalText(json);
        } else if (json.nameIs("msg")) {
            words = Fields.optionalText(json);
        } else {
            json.skip();
        }
    }

    private void readSubject() throws MalformedException {
        hasArg = true;
        Rows named = null;
        String name = "";
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("instType") && json.atText()) {
                json.readText();
                ours = json.textIs("usdt-futures");
            } else if (json.nameIs("topic") && json.atText()) {
                json.readText();
                if (json.textIs("books")) {
                    named = books;
                    name = "books";
                } else if (json.textIs("publicTrade")) {
                    named = trades;
                    name = "publicTrade";
                } else if (json.textIs("ticker")) {
                    named = tickers;
                    name = "ticker";
                } else if (json.textIs("liquidation")) {
                    named = liquidations;
                    name = "liquidation";
                }
            } else {
                if (json.nameIs("symbol")) {
                    symbolAt = json.offset();
                }
                json.skip();
            }
        }
        rows = ours ? named : null;
        subject = ours ? name : "";
    }

    private void readData(Rows into) throws MalformedException {
        dataRead = true;
        into.begin();
        json.beginArray();
        while (json.nextElement()) {
            into.read(json);
        }
    }

    private Decoded pushed(Rows read, Consumer<MarketEvent> sink) throws MalformedException {
        Fields.check(dataAt != ABSENT, "data", json);
        if (!dataRead) {
            json.rewind(dataAt);
            readData(read);
        }
        if (symbolAt != ABSENT) {
            json.rewind(symbolAt);
            push.symbol = symbols.read(json);
        } else {
            Fields.check(read == liquidations, "arg.symbol", json);
        }
        return read.emit(push, sink);
    }

    /** An answer to a request: one to each of its topics. */
    private Decoded announced(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        Arg arg = hasArg ? readArg() : argIn(words);
        if (hasArg && (arg.topic.isEmpty() || !arg.ours)) {
            return Decoded.IGNORED;
        }
        switch (event == null ? "" : event) {
            case "subscribe" -> sink.accept(notice(VenueNotice.Kind.SUBSCRIBED, arg, "", frame));
            case "unsubscribe" -> {}
            case "error" -> sink.accept(notice(VenueNotice.Kind.REFUSED, arg, VenueWords.coded(words, code), frame));
            default -> {
                return Decoded.IGNORED;
            }
        }
        return Decoded.OK;
    }

    private static VenueNotice notice(VenueNotice.Kind kind, Arg arg, String words, Frame frame) {
        return new VenueNotice(Venue.BITGET, frame.receivedNanos(), frame.connection(), kind, arg.subject(), words);
    }

    /** What an answer is about. */
    private record Arg(boolean ours, String topic, String symbol) {
        static final Arg NONE = new Arg(true, "", "");

        String subject() {
            return Topics.subject(topic, symbol);
        }

        static Arg read(JsonCursor json) throws MalformedException {
            String type = null;
            String topic = null;
            String symbol = null;
            json.beginObject();
            while (json.nextField()) {
                switch (json.name()) {
                    case "instType" -> type = Fields.optionalText(json);
                    case "topic" -> topic = Fields.optionalText(json);
                    case "symbol" -> symbol = Fields.optionalText(json);
                    default -> json.skip();
                }
            }
            return new Arg("usdt-futures".equals(type), topic == null ? "" : topic, symbol == null ? "" : symbol);
        }
    }

    /** The cursor stands before the frame. */
    private Arg readArg() throws MalformedException {
        Arg arg = Arg.NONE;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("arg") && json.atObject()) {
                arg = Arg.read(json);
            } else {
                json.skip();
            }
        }
        return arg;
    }

    /** Errors name the topic in their words: {@code {"instType":…,"symbol":…,"topic":…} doesn't exist}. */
    private static Arg argIn(@Nullable String words) {
        int start = words == null ? -1 : words.indexOf('{');
        int end = words == null ? -1 : words.lastIndexOf('}');
        if (words == null || start < 0 || end < start) {
            return Arg.NONE;
        }
        try {
            JsonCursor quoted = new JsonCursor();
            quoted.reset(words.substring(start, end + 1));
            return Arg.read(quoted);
        } catch (MalformedException otherWords) {
            return Arg.NONE;
        }
    }
}
