package io.faultline.venue.dydx;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.market.VenueNotice;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.JsonDecoder;
import io.faultline.venue.Levels;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import io.faultline.venue.VenueWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what sockets send: {@code {"type":…,"connection_id":…,"message_id":…,"channel":…,"id":…,"contents":…}}. Contents are
 * one object, in batches several. A message that is missing is said to have broken the connection, and takes its books.
 */
final class StreamFrames implements JsonDecoder.Reader {
    private static final int ABSENT = -1;

    /** Connections that may be told apart at once: those of now and, while they are replaced, their successors. */
    private static final int MOST_CHAINS = 32;

    /** What a message is. */
    private enum Type {
        CONNECTED("connected"),
        /** The answer to a subscription, with all there is so far. */
        SUBSCRIBED("subscribed"),
        DATA("channel_data"),
        BATCH("channel_batch_data"),
        UNSUBSCRIBED("unsubscribed"),
        PONG("pong"),
        ERROR("error"),
        OTHER("");

        private final String spelled;

        Type(String spelled) {
            this.spelled = spelled;
        }
    }

    private static final Type[] TYPES = Type.values();

    /** What a message is about. */
    private enum Channel {
        BOOK("v4_orderbook"),
        TRADES("v4_trades"),
        MARKETS("v4_markets"),
        OTHER("");

        private final String spelled;

        Channel(String spelled) {
            this.spelled = spelled;
        }
    }

    private static final Channel[] CHANNELS = Channel.values();

    private final JsonCursor json;
    private final Symbols symbols;
    private final Markets markets;
    private final BookDelta.Pool pool;
    private final TradeRows trades = new TradeRows();
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private final Map<String, MessageChain> chains = new LinkedHashMap<>();
    private MessageChain chain = new MessageChain("");

    private @Nullable Type type;
    private Channel channel = Channel.OTHER;
    private long message;
    private int connectionAt;
    private int idAt;
    private int contentsAt;
    private int wordsAt;

    StreamFrames(JsonCursor json, Symbols symbols, Markets markets, BookDelta.Pool pool) {
        this.json = json;
        this.symbols = symbols;
        this.markets = markets;
        this.pool = pool;
    }

    @Override
    public String subject() {
        return channel == Channel.OTHER ? "stream frame" : channel.spelled;
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        type = null;
        channel = Channel.OTHER;
        message = ABSENT;
        connectionAt = ABSENT;
        idAt = ABSENT;
        contentsAt = ABSENT;
        wordsAt = ABSENT;
        json.reset(frame.text());
        json.beginObject();
        while (json.nextField()) {
            readField();
        }
        json.end();
        Type known = type;
        if (known == null) {
            return Decoded.IGNORED;
        }
        findChain(frame);
        if (known == Type.CONNECTED) {
            chains.remove(chain.connection());
            chain = new MessageChain(chain.connection());
            chains.put(chain.connection(), chain);
        }
        return message == ABSENT ? decode(known, frame, sink) : inOrder(known, frame, sink);
    }

    private void readField() throws MalformedException {
        if (json.nameIs("type") && json.atText()) {
            json.readText();
            type = Type.OTHER;
            for (Type candidate : TYPES) {
                type = json.textIs(candidate.spelled) ? candidate : type;
            }
        } else if (json.nameIs("channel") && json.atText()) {
            json.readText();
            for (Channel candidate : CHANNELS) {
                channel = json.textIs(candidate.spelled) ? candidate : channel;
            }
        } else if (json.nameIs("message_id")) {
            message = json.readAbsent() ? ABSENT : json.readId();
        } else {
            if (json.nameIs("connection_id") && json.atText()) {
                connectionAt = json.offset();
            } else if (json.nameIs("id") && json.atText()) {
                idAt = json.offset();
            } else if (json.nameIs("contents")) {
                contentsAt = json.offset();
            } else if (json.nameIs("message") && json.atText()) {
                wordsAt = json.offset();
            }
            json.skip();
        }
    }

    /** The venue names its connections itself; where a frame does not say which, the socket's name stands in. */
    private void findChain(Frame frame) throws MalformedException {
        String name;
        if (connectionAt == ABSENT) {
            name = frame.connection();
        } else {
            json.rewind(connectionAt);
            json.readText();
            if (json.textIs(chain.connection())) {
                return;
            }
            name = json.text();
        }
        chain = chains.computeIfAbsent(name, MessageChain::new);
        if (chains.size() > MOST_CHAINS) {
            chains.remove(chains.keySet().iterator().next());
        }
    }

    private Decoded inOrder(Type known, Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        if (chain.repeats(message)) {
            return Decoded.OK;
        }
        long missing = chain.missingBefore(message);
        if (missing != ABSENT) {
            chain.lose();
        }
        Decoded decoded = decode(known, frame, sink);
        chain.advance(message);
        if (missing != ABSENT) {
            String words = "message " + missing + " is missing: " + message + " came";
            sink.accept(notice(VenueNotice.Kind.BROKEN, frame, "", words));
        }
        return decoded;
    }

    private Decoded decode(Type known, Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        switch (known) {
            case CONNECTED, UNSUBSCRIBED, PONG -> {
                return Decoded.OK;
            }
            case ERROR -> {
                refused(frame, sink);
                return Decoded.OK;
            }
            case SUBSCRIBED, DATA, BATCH -> {
                return contents(known, frame, sink);
            }
            default -> {
                return Decoded.IGNORED;
            }
        }
    }

    private void refused(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        String words = "";
        if (wordsAt != ABSENT) {
            json.rewind(wordsAt);
            json.readText();
            words = VenueWords.bounded(json.text());
        }
        sink.accept(notice(VenueNotice.Kind.REFUSED, frame, topic(), words));
    }

    private Decoded contents(Type known, Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        if (channel == Channel.OTHER) {
            return Decoded.IGNORED;
        }
        Fields.check(contentsAt != ABSENT, "contents", json);
        Symbol symbol = symbol();
        if (symbol == null && channel != Channel.MARKETS) {
            return Decoded.IGNORED;
        }
        begin();
        json.rewind(contentsAt);
        if (json.atArray()) {
            json.beginArray();
            while (json.nextElement()) {
                readContents();
            }
        } else {
            readContents();
        }
        emit(known == Type.SUBSCRIBED, symbol, frame.receivedNanos(), sink);
        if (known == Type.SUBSCRIBED) {
            sink.accept(notice(VenueNotice.Kind.SUBSCRIBED, frame, topic(), ""));
        }
        return Decoded.OK;
    }

    /** Null where there is none, or one of a market that is left out, see {@link Markets}. */
    private @Nullable Symbol symbol() throws MalformedException {
        if (channel == Channel.MARKETS) {
            return null;
        }
        Fields.check(idAt != ABSENT, "id", json);
        json.rewind(idAt);
        json.readText();
        return json.textContains(',') ? null : symbols.current(json);
    }

    private void begin() {
        bids.clear();
        asks.clear();
        trades.begin();
        markets.begin();
    }

    private void readContents() throws MalformedException {
        switch (channel) {
            case BOOK -> readBook();
            case TRADES -> trades.read(json);
            default -> markets.read();
        }
    }

    /** A side that is missing has not changed. */
    private void readBook() throws MalformedException {
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("bids") && json.atArray()) {
                bids.append(json);
            } else if (json.nameIs("asks") && json.atArray()) {
                asks.append(json);
            } else {
                json.skip();
            }
        }
    }

    private void emit(boolean whole, @Nullable Symbol symbol, long receivedNanos, Consumer<MarketEvent> sink)
            throws MalformedException {
        switch (channel) {
            case BOOK -> emitBook(whole, symbol, receivedNanos, sink);
            case TRADES -> {
                // What comes with a subscription is history.
                if (!whole) {
                    trades.emit(symbol, receivedNanos, sink);
                }
            }
            default -> markets.emit(receivedNanos, sink);
        }
    }

    private void emitBook(boolean whole, @Nullable Symbol symbol, long receivedNanos, Consumer<MarketEvent> sink)
            throws MalformedException {
        if (symbol == null) {
            return;
        }
        int priceScale = symbol.priceScale(Math.max(bids.priceScale(), asks.priceScale()));
        int sizeScale = symbol.sizeScale(Math.max(bids.sizeScale(), asks.sizeScale()));
        bids.rescale(priceScale, sizeScale);
        asks.rescale(priceScale, sizeScale);
        GossipBook book = chain.book(symbol);
        book.prepare(bids, asks, priceScale, sizeScale);
        symbol.widen(priceScale, sizeScale, receivedNanos, sink);
        if (whole) {
            book.replace(bids, asks, message);
            sink.accept(new BookSnapshot(
                    symbol.id(), receivedNanos, 0, message, priceScale, sizeScale, book.bids(), book.asks(), null));
            return;
        }
        BookDelta delta = pool.take();
        // Before there is a whole book, a change follows on nothing.
        long previous = book.isKnown() ? book.lastMessage() : message - 1;
        delta.begin(symbol.id(), receivedNanos, 0, message, message, previous, priceScale, sizeScale);
        if (book.isKnown()) {
            book.take(bids, asks, message);
            book.addChangesTo(delta);
        } else {
            bids.addBidsTo(delta);
            asks.addAsksTo(delta);
        }
        sink.accept(delta);
    }

    /** As subscriptions name it: {@code v4_orderbook:BTC-USD}. */
    private String topic() throws MalformedException {
        if (channel == Channel.OTHER || idAt == ABSENT) {
            return channel.spelled;
        }
        json.rewind(idAt);
        json.readText();
        return channel.spelled + ":" + VenueWords.bounded(json.text());
    }

    private static VenueNotice notice(VenueNotice.Kind kind, Frame frame, String subject, String words) {
        return new VenueNotice(Venue.DYDX, frame.receivedNanos(), frame.connection(), kind, subject, words);
    }
}
