package io.faultline.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.faultline.market.Side;
import io.faultline.market.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OKX v5, swaps. A topic here is {@code channel:instId}, {@code channel:instType} or the channel alone. */
final class OkxDialect implements Dialect {
    static final int DEPTH = 400;

    private static final String PATH = "/ws/v5/public";
    private static final long FIRST_ID = 335_226_848_531L;
    private static final int WRONG_CHECKSUM = 1;
    private static final long MARK_EVERY = 200;
    private static final long TICKER_EVERY = 100;
    private static final long INTEREST_EVERY = 3_000;
    private static final long FUNDING_EVERY = 30_000;
    private static final long LIQUIDATION_EVERY = 1_000;
    private static final long HEARTBEAT_AFTER = 60_000;
    private static final int REPLAYED = 5;
    private static final Set<String> OF_CONTRACT =
            Set.of("books", "trades", "mark-price", "funding-rate", "open-interest", "tickers");
    private static final Set<String> FOR_VIPS = Set.of("books-l2-tbt", "books50-l2-tbt");
    private static final String LIQUIDATIONS = "liquidation-orders:SWAP";
    private static final String INSTRUMENTS = "instruments:SWAP";

    private final Floor floor;
    private final OkxRest rest;
    private final Json json = new Json();
    private final Cadence cadence = new Cadence();
    private final Map<String, Long> bookToldMillis = new HashMap<>();
    private final Map<String, Liquidated> liquidated = new HashMap<>();
    private final ArrayDeque<OkxLiquidation> recentlyLiquidated = new ArrayDeque<>();

    OkxDialect(Floor floor) {
        this.floor = floor;
        rest = new OkxRest(floor, this);
    }

    @Override
    public BookView mainView(Market market) {
        return market.view(DEPTH, Numbering.LEAPS, FIRST_ID);
    }

    @Override
    public String topic(Topic topic, String symbol) {
        return switch (topic) {
            case BOOK -> "books:" + symbol;
            case TRADES -> "trades:" + symbol;
            case MARK -> "mark-price:" + symbol;
            case FUNDING -> "funding-rate:" + symbol;
            case OPEN_INTEREST -> "open-interest:" + symbol;
            case LIQUIDATIONS -> LIQUIDATIONS;
        };
    }

    @Override
    public Patience patience() {
        return Patience.withTraffic(Duration.ofSeconds(30));
    }

    @Override
    public void said(Peer peer, String text) {
        if (text.equals("ping")) {
            if (!floor.faults().pingsUnanswered()) {
                peer.sendText("pong");
            }
            return;
        }
        JsonObject request;
        try {
            request = JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException notARequest) {
            error(peer, "", "60012", "Invalid request: " + text);
            return;
        }
        if (!request.has("op") || !request.has("args")) {
            error(peer, field(request, "id"), "60012", "Invalid request: " + text);
            return;
        }
        String operation = field(request, "op");
        String id = field(request, "id");
        for (JsonElement arg : request.getAsJsonArray("args")) {
            switch (operation) {
                case "subscribe" -> subscribe(peer, arg.getAsJsonObject(), id);
                case "unsubscribe" -> {
                    floor.hub().unsubscribe(topic(arg.getAsJsonObject()), peer);
                    acknowledge(peer, operation, arg.getAsJsonObject(), id);
                }
                default -> error(peer, id, "60019", "Invalid op: " + operation);
            }
        }
    }

    private static String topic(JsonObject arg) {
        String channel = field(arg, "channel");
        String of = field(arg, "instId").isEmpty() ? field(arg, "instType") : field(arg, "instId");
        return of.isEmpty() ? channel : channel + ":" + of;
    }

    private static String field(JsonObject arg, String name) {
        return arg.has(name) ? arg.get(name).getAsString() : "";
    }

    /** Each channel of a request is taken or refused by itself. */
    private void subscribe(Peer peer, JsonObject arg, String id) {
        String channel = field(arg, "channel");
        String topic = topic(arg);
        if (FOR_VIPS.contains(channel)) {
            error(peer, id, "64003", "Your trading fee tier doesn't meet the requirement to access this channel");
        } else if (!peer.path().equals(PATH)
                || !exists(channel, topic)
                || floor.faults().spendSubscriptionError(topic)) {
            error(
                    peer,
                    id,
                    "60018",
                    "Wrong URL or channel:" + channel + ",instId:" + field(arg, "instId")
                            + " doesn't exist. Please use the correct URL, channel and parameters referring to API document.");
        } else {
            acknowledge(peer, "subscribe", arg, id);
            begin(channel, topic, peer);
            floor.hub().subscribe(topic, peer);
        }
    }

    private boolean exists(String channel, String topic) {
        if (topic.equals(LIQUIDATIONS) || topic.equals(INSTRUMENTS) || topic.equals("status")) {
            return true;
        }
        return (OF_CONTRACT.contains(channel) || channel.equals("index-tickers")) && market(topic) != null;
    }

    private @Nullable Market market(String topic) {
        String of = topic.substring(topic.indexOf(':') + 1);
        return floor.market(topic.startsWith("index-tickers:") ? of + "-SWAP" : of);
    }

    private void acknowledge(Peer peer, String event, JsonObject arg, String id) {
        json.reset().object();
        if (!id.isEmpty()) {
            json.text("id", id);
        }
        peer.send(json.text("event", event)
                .verbatim("arg", arg.toString())
                .text("connId", connection(peer))
                .end());
    }

    private void error(Peer peer, String id, String code, String words) {
        json.reset().object();
        if (!id.isEmpty()) {
            json.text("id", id);
        }
        json.text("event", "error").text("code", code).text("msg", words);
        peer.send(json.text("connId", connection(peer)).end());
    }

    private static String connection(Peer peer) {
        return peer.id().substring(0, 8);
    }

    /** What a channel says at once. */
    private void begin(String channel, String topic, Peer peer) {
        Market market = market(topic);
        if (market != null) {
            market.wanted();
            switch (channel) {
                case "books" -> beginBook(market, peer);
                case "mark-price", "index-tickers", "funding-rate", "open-interest", "tickers" ->
                    floor.hub().tell(topic, peer, figures(channel, market));
                default -> {}
            }
        } else if (topic.equals(INSTRUMENTS)) {
            floor.hub().tell(topic, peer, instruments(floor.markets().values()));
        } else if (topic.equals(LIQUIDATIONS)) {
            replayLiquidations(peer);
        }
    }

    private void beginBook(Market market, Peer peer) {
        BookView view = mainView(market);
        BookUpdate update = view.take();
        if (update != null) {
            tellBook(market, view, update);
        }
        boolean stale = floor.faults().spendStaleSnapshot();
        long id = stale ? view.truth().oldestId() : view.toldId();
        String topic = topic(Topic.BOOK, market.symbol());
        floor.hub().tell(topic, peer, snapshot(market, stale ? view.truth().at(id) : view.shown(), id));
    }

    @Override
    public Answer answer(HttpHead request) {
        return rest.answer(request);
    }

    private Json beginData(String channel, String symbol) {
        return json.reset()
                .object()
                .object("arg")
                .text("channel", channel)
                .text("instId", symbol)
                .end();
    }

    private Json snapshot(Market market, Levels levels, long id) {
        beginData("books", market.symbol())
                .text("action", "snapshot")
                .array("data")
                .object();
        OkxText.levels(json, "asks", Side.ASK, market, levels, DEPTH);
        OkxText.levels(json, "bids", Side.BID, market, levels, DEPTH);
        return endBook(market, -1, id);
    }

    private Json endBook(Market market, long previous, long id) {
        boolean wrong = floor.faults().spendBadChecksum(topic(Topic.BOOK, market.symbol()));
        return json.text("ts", floor.now())
                .number("checksum", wrong ? WRONG_CHECKSUM : 0)
                .number("prevSeqId", previous)
                .number("seqId", id)
                .end()
                .endArray()
                .end();
    }

    @Override
    public void tellBook(Market market, BookView view, BookUpdate update) {
        bookToldMillis.put(market.symbol(), floor.now());
        String topic = topic(Topic.BOOK, market.symbol());
        if (!floor.hub().wanted(topic)) {
            return;
        }
        beginData("books", market.symbol())
                .text("action", "update")
                .array("data")
                .object();
        OkxText.levels(json, "asks", Side.ASK, market, update.changes());
        OkxText.levels(json, "bids", Side.BID, market, update.changes());
        floor.hub().publish(topic, endBook(market, update.previous(), update.last()));
    }

    /** One row for all that was traded at once at one price. */
    @Override
    public void tellPrints(Market market, List<Print> prints) {
        String topic = "trades:" + market.symbol();
        boolean wanted = floor.hub().wanted(topic);
        for (Print print : prints) {
            if (wanted) {
                beginData("trades", market.symbol()).array("data");
                OkxText.trade(json, market, print, floor.now());
                floor.hub().publish(topic, json.endArray().end());
            }
        }
    }

    @Override
    public void liquidated(Market market, List<Liquidated> orders) {
        liquidated.put(market.symbol(), orders.get(orders.size() - 1));
    }

    @Override
    public void tick(Market market, long millis) {
        if (market.delisted()) {
            return;
        }
        String symbol = market.symbol();
        every("mark-price", MARK_EVERY, market, symbol, millis);
        every("index-tickers", MARK_EVERY, market, market.contract().pair(), millis);
        every("tickers", TICKER_EVERY, market, symbol, millis);
        every("open-interest", INTEREST_EVERY, market, symbol, millis);
        every("funding-rate", FUNDING_EVERY, market, symbol, millis);
        if (liquidated.containsKey(symbol) && cadence.due(LIQUIDATIONS + symbol, LIQUIDATION_EVERY, millis)) {
            tellLiquidation(market, millis);
        }
        Long told = bookToldMillis.get(symbol);
        if (told != null && millis - told >= HEARTBEAT_AFTER) {
            BookView view = mainView(market);
            tellBook(market, view, new BookUpdate(view.toldId(), view.toldId(), view.toldId(), List.of()));
        }
    }

    private void every(String channel, long everyMillis, Market market, String symbol, long millis) {
        String topic = channel + ":" + symbol;
        if (floor.hub().wanted(topic) && cadence.due(topic, everyMillis, millis)) {
            floor.hub().publish(topic, figures(channel, market));
        }
    }

    private Json figures(String channel, Market market) {
        String symbol = channel.equals("index-tickers") ? market.contract().pair() : market.symbol();
        beginData(channel, symbol).array("data");
        rest.row(json, channel, market);
        return json.endArray().end();
    }

    private void tellLiquidation(Market market, long millis) {
        Liquidated order = liquidated.remove(market.symbol());
        if (order == null) {
            return;
        }
        OkxLiquidation row = new OkxLiquidation(market, order, millis - 5);
        recentlyLiquidated.add(row);
        if (recentlyLiquidated.size() > REPLAYED) {
            recentlyLiquidated.remove();
        }
        if (floor.hub().wanted(LIQUIDATIONS)) {
            beginLiquidations();
            row.write(json);
            floor.hub().publish(LIQUIDATIONS, json.endArray().end());
        }
    }

    private void beginLiquidations() {
        json.reset()
                .object()
                .object("arg")
                .text("channel", "liquidation-orders")
                .text("instType", "SWAP")
                .end()
                .array("data");
    }

    /** The first push after a subscription shows orders of before. */
    private void replayLiquidations(Peer peer) {
        if (!recentlyLiquidated.isEmpty()) {
            beginLiquidations();
            recentlyLiquidated.forEach(row -> row.write(json));
            floor.hub().tell(LIQUIDATIONS, peer, json.endArray().end());
        }
    }

    private Json instruments(Iterable<Market> markets) {
        json.reset()
                .object()
                .object("arg")
                .text("channel", "instruments")
                .text("instType", "SWAP")
                .end();
        json.array("data");
        markets.forEach(market -> OkxText.instrument(json, market, floor.now()));
        return json.endArray().end();
    }

    @Override
    public void tellListing(Market market) {
        if (floor.hub().wanted(INSTRUMENTS)) {
            floor.hub().publish(INSTRUMENTS, instruments(List.of(market)));
        }
    }

    /** After maintenance of its own the venue counts from a low number on: an update that follows on a higher one. */
    @Override
    public void restartBook(Market market, BookView view) {
        BookUpdate update = view.take();
        if (update != null) {
            tellBook(market, view, update);
        }
        long previous = view.toldId();
        view.renumber(3);
        tellBook(market, view, new BookUpdate(3, 3, previous, List.of()));
    }

    @Override
    public boolean warnsOfMaintenance() {
        return true;
    }

    /** The status channel says so, and a notice of an upgrade comes on every socket. */
    @Override
    public void maintenance(boolean begins) {
        json.reset().object().object("arg").text("channel", "status").end().array("data");
        OkxText.status(json, begins, floor.now());
        floor.hub().publish("status", json.endArray().end());
        if (begins) {
            floor.hub()
                    .everyone(peer -> peer.send(json.reset()
                            .object()
                            .text("event", "notice")
                            .text("code", "64008")
                            .text("msg", "The connection will soon be closed for a service upgrade. Please reconnect.")
                            .text("connId", connection(peer))
                            .end()));
        }
    }
}
