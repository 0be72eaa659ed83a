package io.faultline.venue.bybit;

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
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the socket sends: {@code {"topic":…,"type":…,"ts":…,"data":…}} with its fields in any order, and answers to
 * requests.
 */
final class StreamFrames implements JsonDecoder.Reader {
    private static final int NOWHERE = -1;
    private static final String BOOK = "orderbook.";

    /** More topics than a connection carries; those that share a place in the table are looked at anew. */
    private static final int ROUTES = 1024;

    private static final Route NO_TOPIC = new Route("", null);

    private final JsonCursor json;
    private final BookMessage book;
    private final TradeMessage trades;
    private final TickerMessage ticker;
    private final LiquidationMessage liquidations;
    private final Envelope envelope = new Envelope();
    private final Route[] routes = new Route[ROUTES];
    private Route route = NO_TOPIC;

    StreamFrames(JsonCursor json, Symbols symbols, BookDelta.Pool pool) {
        this.json = json;
        this.book = new BookMessage(symbols, pool);
        this.trades = new TradeMessage(symbols);
        this.ticker = new TickerMessage(symbols);
        this.liquidations = new LiquidationMessage(symbols);
        Arrays.fill(routes, NO_TOPIC);
    }

    /** @param message what the topic carries; null if it is none that Faultline takes */
    private record Route(String topic, @Nullable Message message) {}

    @Override
    public String subject() {
        return route.topic.isEmpty() ? "stream frame" : route.topic;
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        route = NO_TOPIC;
        json.reset(frame.text());
        envelope.begin(frame.receivedNanos());
        int start = json.offset();
        int data = NOWHERE;
        boolean inOrder = false;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("topic")) {
                readTopic();
            } else if (json.nameIs("type")) {
                envelope.readType(json);
            } else if (json.nameIs("ts")) {
                envelope.readGatewayMillis(json);
            } else if (json.nameIs("cts")) {
                envelope.readEngineMillis(json);
            } else if (json.nameIs("data")) {
                data = json.offset();
                inOrder = readData();
            } else {
                json.skip();
            }
        }
        json.end();
        if (route.topic.isEmpty()) {
            json.rewind(start);
            return answer(frame, sink);
        }
        Message message = route.message;
        if (message == null) {
            return Decoded.IGNORED;
        }
        Fields.check(data != NOWHERE, "data", json);
        if (!inOrder) {
            json.rewind(data);
            message.read(json);
        }
        return message.emit(route.topic, envelope, sink);
    }

    /** Returns whether it could be read: the topic that says what it is may still be to come. */
    private boolean readData() throws MalformedException {
        Message message = route.message;
        if (message == null) {
            json.skip();
            return false;
        }
        message.read(json);
        return true;
    }

    private void readTopic() throws MalformedException {
        json.readText();
        int place = json.textHash() & (ROUTES - 1);
        if (!json.textIs(routes[place].topic)) {
            String topic = json.text();
            routes[place] = new Route(topic, Contracts.isLinear(topic) ? message(topic) : null);
        }
        route = routes[place];
    }

    private @Nullable Message message(String topic) {
        if (topic.startsWith(BOOK)) {
            // Others, such as orderbook.rpi, hold other orders or follow other rules.
            return topic.length() > BOOK.length() && Character.isDigit(topic.charAt(BOOK.length())) ? book : null;
        }
        if (topic.startsWith("publicTrade.")) {
            return trades;
        }
        if (topic.startsWith("tickers.")) {
            return ticker;
        }
        return topic.startsWith("allLiquidation.") ? liquidations : null;
    }

    /** A grant, a refusal or a pong; linear answers a ping with the {@code op} it was asked with. */
    private Decoded answer(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        boolean known = false;
        boolean refused = false;
        String operation = "";
        String words = null;
        String id = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "success" -> {
                    refused = !json.readBoolean();
                    known = true;
                }
                case "op" -> {
                    operation = Objects.requireNonNullElse(Fields.optionalText(json), "");
                    known = true;
                }
                case "ret_msg" -> words = Fields.optionalText(json);
                case "req_id" -> id = Fields.optionalText(json);
                default -> json.skip();
            }
        }
        if (operation.equals("subscribe") || (refused && operation.isEmpty())) {
            sink.accept(subscription(frame, refused, id == null ? "" : id, words == null ? "" : words));
        }
        return known ? Decoded.OK : Decoded.IGNORED;
    }

    private static VenueNotice subscription(Frame frame, boolean refused, String id, String words) {
        boolean stands = !refused || words.contains("already subscribed");
        return new VenueNotice(
                Venue.BYBIT,
                frame.receivedNanos(),
                frame.connection(),
                stands ? VenueNotice.Kind.SUBSCRIBED : VenueNotice.Kind.REFUSED,
                VenueWords.bounded(id),
                VenueWords.bounded(words));
    }
}
