package io.faultline.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.faultline.market.Side;
import io.faultline.market.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bitget's unified accounts v3, contracts in USDT. A topic here is {@code topic:symbol}, or the topic alone. */
final class BitgetDialect implements Dialect {
    static final int DEPTH = 500;

    private static final String PATH = "/v3/ws/public";
    private static final String INSTRUMENT_TYPE = "usdt-futures";
    private static final String LIQUIDATION = "liquidation";
    private static final long FIRST_ID = 483_814_309_734L;
    private static final long TICKER_EVERY = 300;
    private static final long LIQUIDATIONS_EVERY = 1_000;
    private static final int LIQUIDATION_DECIMALS = 12;
    private static final int PRINTS_AT_FIRST = 20;
    private static final Set<String> OF_SYMBOL = Set.of("books", "publicTrade", "ticker");

    private record Largest(Market market, Liquidated order, long millis) {}

    private final Floor floor;
    private final BitgetRest rest;
    private final Json json = new Json();
    private final Cadence cadence = new Cadence();
    /** By symbol and side, since the last push. */
    private final Map<String, Largest> liquidated = new LinkedHashMap<>();

    BitgetDialect(Floor floor) {
        this.floor = floor;
        rest = new BitgetRest(floor);
    }

    @Override
    public BookView mainView(Market market) {
        return market.view(DEPTH, Numbering.LEAPS, FIRST_ID);
    }

    @Override
    public String topic(Topic topic, String symbol) {
        return switch (topic) {
            case BOOK -> "books:" + symbol;
            case TRADES -> "publicTrade:" + symbol;
            case MARK, FUNDING, OPEN_INTEREST -> "ticker:" + symbol;
            case LIQUIDATIONS -> LIQUIDATION;
        };
    }

    @Override
    public Patience patience() {
        return Patience.withRequests(Duration.ofMinutes(2));
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
            error(peer, new JsonObject(), "30002", "illegal request");
            return;
        }
        String operation = field(request, "op");
        if (!request.has("args") || !Set.of("subscribe", "unsubscribe").contains(operation)) {
            error(peer, new JsonObject(), "30003", "invalid op");
            return;
        }
        for (JsonElement arg : request.getAsJsonArray("args")) {
            if (operation.equals("subscribe")) {
                subscribe(peer, arg.getAsJsonObject());
            } else {
                floor.hub().unsubscribe(topic(arg.getAsJsonObject()), peer);
                acknowledge(peer, operation, arg.getAsJsonObject());
            }
        }
    }

    private static String field(JsonObject of, String name) {
        return of.has(name) ? of.get(name).getAsString() : "";
    }

    private static String topic(JsonObject arg) {
        return arg.has("symbol") ? field(arg, "topic") + ":" + field(arg, "symbol") : field(arg, "topic");
    }

    private void subscribe(Peer peer, JsonObject arg) {
        String topic = topic(arg);
        boolean known = topic.equals(LIQUIDATION)
                || (OF_SYMBOL.contains(field(arg, "topic")) && floor.market(field(arg, "symbol")) != null);
        if (!known
                || !peer.path().equals(PATH)
                || !field(arg, "instType").equals(INSTRUMENT_TYPE)
                || floor.faults().spendSubscriptionError(topic)) {
            error(peer, arg, "30001", "channel does not exist");
            return;
        }
        acknowledge(peer, "subscribe", arg);
        begin(field(arg, "topic"), floor.market(field(arg, "symbol")), peer);
        floor.hub().subscribe(topic, peer);
    }

    private void acknowledge(Peer peer, String event, JsonObject arg) {
        json.reset().object().text("event", event).verbatim("arg", arg.toString());
        peer.send(json.text("connId", peer.id()).end());
    }

    private void error(Peer peer, JsonObject arg, String code, String words) {
        json.reset().object().text("event", "error").verbatim("arg", arg.toString());
        peer.send(json.text("code", code).text("msg", words).end());
    }

    /** What a topic says at once. */
    private void begin(String topic, @Nullable Market market, Peer peer) {
        if (market == null) {
            return;
        }
        market.wanted();
        switch (topic) {
            case "books" -> beginBook(market, peer);
            case "publicTrade" -> beginTrades(market, peer);
            default -> floor.hub().tell("ticker:" + market.symbol(), peer, ticker(market));
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
        Levels levels = stale ? view.truth().at(id) : view.shown();
        beginData("snapshot", "books", market).object();
        BookText.pairs(json, "a", Side.ASK, market, levels, DEPTH);
        BookText.pairs(json, "b", Side.BID, market, levels, DEPTH);
        floor.hub().tell(topic(Topic.BOOK, market.symbol()), peer, endBook(0, id));
    }

    /** The latest trades come first of all, and may come again as updates. */
    private void beginTrades(Market market, Peer peer) {
        List<Print> prints = market.recentPrints();
        List<Print> latest = prints.subList(Math.max(0, prints.size() - PRINTS_AT_FIRST), prints.size());
        if (!latest.isEmpty()) {
            floor.hub().tell(topic(Topic.TRADES, market.symbol()), peer, trades("snapshot", market, latest));
        }
    }

    @Override
    public Answer answer(HttpHead request) {
        return rest.answer(request);
    }

    private Json beginData(String action, String topic, Market market) {
        return json.reset()
                .object()
                .text("action", action)
                .object("arg")
                .text("instType", INSTRUMENT_TYPE)
                .text("topic", topic)
                .text("symbol", market.symbol())
                .end()
                .array("data");
    }

    private Json endData() {
        return json.endArray().number("ts", floor.now() + 3).end();
    }

    private Json endBook(long previous, long id) {
        json.number("checksum", 0).number("seq", id).number("pseq", previous).text("ts", floor.now());
        json.end();
        return endData();
    }

    @Override
    public void tellBook(Market market, BookView view, BookUpdate update) {
        String topic = topic(Topic.BOOK, market.symbol());
        if (!floor.hub().wanted(topic)) {
            return;
        }
        beginData("update", "books", market).object();
        BookText.pairs(json, "a", Side.ASK, market, update.changes());
        BookText.pairs(json, "b", Side.BID, market, update.changes());
        floor.hub().publish(topic, endBook(update.previous(), update.last()));
    }

    @Override
    public void tellPrints(Market market, List<Print> prints) {
        String topic = topic(Topic.TRADES, market.symbol());
        if (floor.hub().wanted(topic)) {
            floor.hub().publish(topic, trades("update", market, prints));
        }
    }

    @Override
    public void liquidated(Market market, List<Liquidated> orders) {
        for (Liquidated order : orders) {
            Largest largest = new Largest(market, order, floor.now());
            liquidated.merge(
                    market.symbol() + order.hit(),
                    largest,
                    (kept, next) -> next.order().size() > kept.order().size() ? next : kept);
        }
    }

    private Json trades(String action, Market market, List<Print> prints) {
        Contract contract = market.contract();
        beginData(action, "publicTrade", market);
        for (Print print : prints) {
            json.object()
                    .text("i", BitgetRest.id(print))
                    .decimal("p", print.price(), contract.priceScale(), BookText.decimals(market, print.price()))
                    .decimal("v", print.size(), contract.sizeScale(), contract.sizeScale())
                    .text("S", print.takerBuys() ? "buy" : "sell")
                    .text("T", floor.now())
                    .text("L", BitgetRest.id(print) + 1)
                    .text("isRPI", "no")
                    .end();
        }
        return endData();
    }

    @Override
    public void tick(Market market, long millis) {
        String topic = "ticker:" + market.symbol();
        if (!market.delisted() && floor.hub().wanted(topic) && cadence.due(topic, TICKER_EVERY, millis)) {
            floor.hub().publish(topic, ticker(market));
        }
        if (!liquidated.isEmpty() && cadence.due(LIQUIDATION, LIQUIDATIONS_EVERY, millis)) {
            tellLiquidations();
        }
    }

    private Json ticker(Market market) {
        beginData("snapshot", "ticker", market).object();
        rest.figures(json, market);
        json.end();
        return endData();
    }

    /** Of each symbol and side only the largest; the side is the position's, the amount in quote. */
    private void tellLiquidations() {
        json.reset()
                .object()
                .text("action", "update")
                .object("arg")
                .text("instType", INSTRUMENT_TYPE)
                .text("topic", LIQUIDATION)
                .end()
                .array("data");
        for (Largest largest : liquidated.values()) {
            Contract contract = largest.market().contract();
            Liquidated order = largest.order();
            double amount = contract.base(order.size()) * contract.quote(order.price());
            json.object().text("symbol", contract.symbol()).text("side", order.buys() ? "sell" : "buy");
            json.decimal("price", order.price(), contract.priceScale(), contract.priceScale());
            Figures.text(json, "amount", amount, amount < 100_000 ? LIQUIDATION_DECIMALS : 6);
            json.text("ts", largest.millis()).end();
        }
        liquidated.clear();
        floor.hub().publish(LIQUIDATION, endData());
    }

    /** The venue counts anew: an update that follows on nothing. */
    @Override
    public void restartBook(Market market, BookView view) {
        BookUpdate update = view.take();
        if (update != null) {
            tellBook(market, view, update);
        }
        view.renumber(view.toldId() / 2);
        tellBook(market, view, new BookUpdate(view.toldId(), view.toldId(), 0, List.of()));
    }
}
