package io.faultline.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.faultline.market.Side;
import io.faultline.market.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bybit v5, linear contracts. */
final class BybitDialect implements Dialect {
    static final int MAIN_DEPTH = 1_000;

    private static final String PATH = "/v5/public/linear";
    private static final Set<Integer> DEPTHS = Set.of(1, 50, 200, 500, MAIN_DEPTH);
    private static final long FIRST_ID = 18_521_288;
    private static final long TICKER_EVERY = 100;
    private static final long LIQUIDATIONS_EVERY = 500;

    private final Floor floor;
    private final BybitRest rest;
    private final Json json = new Json();
    private final Cadence cadence = new Cadence();
    private final Map<String, Map<String, String>> tickers = new HashMap<>();
    private final Map<String, List<Liquidated>> liquidated = new HashMap<>();
    private long crossSequence = 7_961_638_724L;

    BybitDialect(Floor floor) {
        this.floor = floor;
        rest = new BybitRest(floor, this);
    }

    @Override
    public BookView mainView(Market market) {
        return view(market, MAIN_DEPTH);
    }

    private static BookView view(Market market, int depth) {
        return market.view(depth, Numbering.EACH_UPDATE, FIRST_ID + depth);
    }

    @Override
    public String topic(Topic topic, String symbol) {
        return switch (topic) {
            case BOOK -> book(MAIN_DEPTH, symbol);
            case TRADES -> "publicTrade." + symbol;
            case MARK, FUNDING, OPEN_INTEREST -> "tickers." + symbol;
            case LIQUIDATIONS -> "allLiquidation." + symbol;
        };
    }

    private static String book(int depth, String symbol) {
        return "orderbook." + depth + "." + symbol;
    }

    @Override
    public Patience patience() {
        return Patience.withTraffic(Duration.ofMinutes(10));
    }

    @Override
    public void said(Peer peer, String text) {
        JsonObject request;
        String operation;
        try {
            request = JsonParser.parseString(text).getAsJsonObject();
            operation = request.has("op") ? request.get("op").getAsString() : "";
        } catch (JsonParseException | IllegalStateException notJson) {
            answer(peer, false, "error:invalid request", "", "");
            return;
        }
        String id = request.has("req_id") ? request.get("req_id").getAsString() : "";
        switch (operation) {
            case "ping" -> {
                if (!floor.faults().pingsUnanswered()) {
                    answer(peer, true, "pong", id, "ping");
                }
            }
            case "subscribe" -> subscribe(peer, topics(request), id);
            case "unsubscribe" -> {
                topics(request).forEach(topic -> floor.hub().unsubscribe(topic, peer));
                answer(peer, true, "", id, operation);
            }
            default -> answer(peer, false, "error:unknown op", id, operation);
        }
    }

    private static List<String> topics(JsonObject request) {
        List<String> topics = new ArrayList<>();
        if (request.has("args")) {
            for (JsonElement topic : request.getAsJsonArray("args")) {
                topics.add(topic.getAsString());
            }
        }
        return topics;
    }

    /** One topic that is unknown or subscribed already takes all others of its request with it. */
    private void subscribe(Peer peer, List<String> topics, String id) {
        for (String topic : topics) {
            if (floor.faults().spendSubscriptionError(topic)) {
                answer(peer, false, "error:handler not found,topic:" + topic, id, "subscribe");
                return;
            }
            if (market(topic) == null || !peer.path().equals(PATH)) {
                answer(peer, false, "Invalid topic: " + topic, id, "subscribe");
                return;
            }
            if (floor.hub().has(topic, peer)) {
                answer(peer, false, "error:already subscribed,topic:" + topic, id, "subscribe");
                return;
            }
        }
        answer(peer, true, "", id, "subscribe");
        for (String topic : topics) {
            begin(topic, peer);
            floor.hub().subscribe(topic, peer);
        }
    }

    /** The market of a topic; null if there is no such topic. */
    private @Nullable Market market(String topic) {
        String[] words = topic.split("\\.", -1);
        boolean book = words.length == 3 && words[0].equals("orderbook");
        boolean other = words.length == 2
                && Set.of("publicTrade", "tickers", "allLiquidation").contains(words[0]);
        if ((!book && !other) || (book && !isDepth(words[1]))) {
            return null;
        }
        return floor.market(words[words.length - 1]);
    }

    private static boolean isDepth(String word) {
        return DEPTHS.stream().anyMatch(depth -> depth.toString().equals(word));
    }

    private void begin(String topic, Peer peer) {
        Market market = Objects.requireNonNull(market(topic));
        market.wanted();
        String[] words = topic.split("\\.", -1);
        if (words[0].equals("orderbook")) {
            BookView view = view(market, Integer.parseInt(words[1]));
            flush(market, view);
            boolean stale = floor.faults().spendStaleSnapshot();
            long id = stale ? view.truth().oldestId() : view.toldId();
            floor.hub()
                    .tell(
                            topic,
                            peer,
                            snapshot(market, view, stale ? view.truth().at(id) : view.shown(), id));
        } else if (words[0].equals("tickers")) {
            Map<String, String> fields = fields(market);
            beginTicker(market, "snapshot");
            fields.forEach(json::text);
            floor.hub().tell(topic, peer, endTicker());
        }
    }

    private void flush(Market market, BookView view) {
        BookUpdate update = view.take();
        if (update != null) {
            tellBook(market, view, update);
        }
    }

    private void answer(Peer peer, boolean success, String words, String id, String operation) {
        json.reset().object().flag("success", success).text("ret_msg", words).text("conn_id", peer.id());
        peer.send(json.text("req_id", id).text("op", operation).end());
    }

    @Override
    public Answer answer(HttpHead request) {
        return rest.answer(request);
    }

    private Json snapshot(Market market, BookView view, Levels levels, long id) {
        beginBook(market, view, "snapshot");
        BookText.pairs(json, "b", Side.BID, market, levels, view.depth());
        BookText.pairs(json, "a", Side.ASK, market, levels, view.depth());
        return endBook(id);
    }

    private void beginBook(Market market, BookView view, String type) {
        json.reset()
                .object()
                .text("topic", book(view.depth(), market.symbol()))
                .text("type", type)
                .number("ts", floor.now() + 3)
                .object("data")
                .text("s", market.symbol());
    }

    private Json endBook(long id) {
        return json.number("u", id)
                .number("seq", crossSequence)
                .end()
                .number("cts", floor.now())
                .end();
    }

    @Override
    public void tellBook(Market market, BookView view, BookUpdate update) {
        crossSequence += 1 + update.changes().size();
        String topic = book(view.depth(), market.symbol());
        if (!floor.hub().wanted(topic)) {
            return;
        }
        if (view.depth() == 1) {
            floor.hub().publish(topic, snapshot(market, view, view.shown(), update.last()));
            return;
        }
        beginBook(market, view, "delta");
        BookText.pairs(json, "b", Side.BID, market, update.changes());
        BookText.pairs(json, "a", Side.ASK, market, update.changes());
        floor.hub().publish(topic, endBook(update.last()));
    }

    @Override
    public void tellPrints(Market market, List<Print> prints) {
        String topic = "publicTrade." + market.symbol();
        if (!floor.hub().wanted(topic)) {
            return;
        }
        Contract contract = market.contract();
        long now = floor.now();
        json.reset()
                .object()
                .text("topic", topic)
                .text("type", "snapshot")
                .number("ts", now + 2)
                .array("data");
        for (Print print : prints) {
            json.object()
                    .number("T", now)
                    .text("s", market.symbol())
                    .text("S", print.takerBuys() ? "Buy" : "Sell")
                    .decimal("v", print.size(), contract.sizeScale(), contract.sizeScale())
                    .decimal("p", print.price(), contract.priceScale(), BookText.decimals(market, print.price()))
                    .text("L", print.takerBuys() ? "PlusTick" : "MinusTick")
                    .text("i", id(market, print))
                    .flag("BT", false)
                    .flag("RPI", false)
                    .number("seq", crossSequence)
                    .end();
        }
        floor.hub().publish(topic, json.endArray().end());
    }

    @Override
    public void liquidated(Market market, List<Liquidated> orders) {
        liquidated.computeIfAbsent(market.symbol(), symbol -> new ArrayList<>()).addAll(orders);
    }

    @Override
    public long bookEvery(int depth) {
        return depth == MAIN_DEPTH ? 200 : 100;
    }

    /** Trades have UUIDs, which say nothing about their order. */
    static String id(Market market, Print print) {
        long high = Noise.mix(print.id() * 31 + market.symbol().hashCode());
        return new UUID(high, Noise.mix(high)).toString();
    }

    @Override
    public void tick(Market market, long millis) {
        String symbol = market.symbol();
        if (market.delisted()) {
            return;
        }
        if (cadence.due("tickers." + symbol, TICKER_EVERY, millis)) {
            tellTicker(market);
        }
        List<Liquidated> forced = liquidated.getOrDefault(symbol, List.of());
        if (!forced.isEmpty() && cadence.due("allLiquidation." + symbol, LIQUIDATIONS_EVERY, millis)) {
            tellLiquidations(market, forced, millis);
            forced.clear();
        }
    }

    /** Only what has changed; what a snapshot says is what the last of these has led to. */
    private void tellTicker(Market market) {
        String topic = "tickers." + market.symbol();
        if (!floor.hub().wanted(topic)) {
            tickers.remove(market.symbol());
            return;
        }
        Map<String, String> fields = rest.ticker(market);
        Map<String, String> before = tickers.put(market.symbol(), fields);
        if (before == null) {
            return;
        }
        beginTicker(market, "delta");
        boolean changed = false;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().equals("symbol")) {
                json.text("symbol", market.symbol());
            } else if (!field.getValue().equals(before.get(field.getKey()))) {
                json.text(field.getKey(), field.getValue());
                changed = true;
            }
        }
        if (changed) {
            floor.hub().publish(topic, endTicker());
        }
    }

    private Map<String, String> fields(Market market) {
        return tickers.computeIfAbsent(market.symbol(), symbol -> rest.ticker(market));
    }

    private void beginTicker(Market market, String type) {
        json.reset()
                .object()
                .text("topic", "tickers." + market.symbol())
                .text("type", type)
                .object("data");
    }

    private Json endTicker() {
        return json.end().number("cs", crossSequence).number("ts", floor.now()).end();
    }

    private void tellLiquidations(Market market, List<Liquidated> forced, long millis) {
        String topic = "allLiquidation." + market.symbol();
        Contract contract = market.contract();
        json.reset()
                .object()
                .text("topic", topic)
                .text("type", "snapshot")
                .number("ts", millis)
                .array("data");
        for (Liquidated order : forced) {
            json.object()
                    .number("T", millis - 5)
                    .text("s", market.symbol())
                    .text("S", order.buys() ? "Sell" : "Buy") // the position's side, not the order's
                    .decimal("v", order.size(), contract.sizeScale(), contract.sizeScale())
                    .decimal("p", order.price(), contract.priceScale(), BookText.decimals(market, order.price()))
                    .end();
        }
        floor.hub().publish(topic, json.endArray().end());
    }

    /** The service has started anew: a snapshot in the middle of the stream, with u = 1. */
    @Override
    public void restartBook(Market market, BookView view) {
        view.restart(1);
        String topic = book(view.depth(), market.symbol());
        floor.hub().each(topic, peer -> floor.hub().tell(topic, peer, snapshot(market, view, view.shown(), 1)));
    }
}
