package io.faultline.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.faultline.market.Side;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Binance USD-M with the paths, streams and fields of 2026. */
final class BinanceDialect implements Dialect {
    private static final long FIRST_ID = 5_123_107_800_000L;
    static final long FIRST_TRADE = 5_000_000;
    private static final int SECOND = 1_000;

    private final Floor floor;
    private final BinanceRest rest;
    private final Json json = new Json();
    private final Cadence cadence = new Cadence();
    /** The newest liquidation of each symbol since the last that was told. */
    private final Map<String, Liquidated> liquidated = new HashMap<>();

    BinanceDialect(Floor floor) {
        this.floor = floor;
        rest = new BinanceRest(floor);
    }

    @Override
    public BookView mainView(Market market) {
        return market.view(Integer.MAX_VALUE, Numbering.EACH_CHANGE, FIRST_ID);
    }

    @Override
    public String topic(Topic topic, String symbol) {
        return switch (topic) {
            case BOOK -> stream(symbol, "depth@100ms");
            case TRADES -> stream(symbol, "aggTrade");
            case MARK, FUNDING -> stream(symbol, "markPrice@1s");
            case LIQUIDATIONS -> stream(symbol, "forceOrder");
            case OPEN_INTEREST -> "";
        };
    }

    private static String stream(String symbol, String name) {
        return symbol.toLowerCase(Locale.ROOT) + "@" + name;
    }

    @Override
    public Patience patience() {
        return Patience.withPings(Duration.ofMinutes(3), Duration.ofMinutes(10));
    }

    @Override
    public void said(Peer peer, String text) {
        JsonObject request;
        try {
            request = JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException notJson) {
            peer.send(error(3, "Invalid JSON: expected value at line 1 column 1"));
            return;
        }
        JsonElement method = request.get("method");
        String id = String.valueOf(request.get("id"));
        switch (method == null ? "" : method.getAsString()) {
            case "SUBSCRIBE" -> subscribe(peer, request, id);
            case "UNSUBSCRIBE" -> {
                params(request).forEach(stream -> floor.hub().unsubscribe(stream.getAsString(), peer));
                peer.send(json.reset()
                        .object()
                        .nothing("result")
                        .verbatim("id", id)
                        .end());
            }
            case "LIST_SUBSCRIPTIONS" -> {
                json.reset().object().array("result");
                floor.hub().topics(peer).forEach(json::value);
                peer.send(json.endArray().verbatim("id", id).end());
            }
            default ->
                peer.send(error(2, "Invalid request: unknown variant, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`"));
        }
    }

    private static Iterable<JsonElement> params(JsonObject request) {
        return request.has("params") ? request.getAsJsonArray("params") : List.of();
    }

    /** Every stream is acknowledged, that of another path or of no symbol too, which then never delivers. */
    private void subscribe(Peer peer, JsonObject request, String id) {
        for (JsonElement param : params(request)) {
            String stream = param.getAsString();
            if (floor.faults().spendSubscriptionError(stream)) {
                peer.send(json.reset()
                        .object()
                        .object("error")
                        .number("code", 2)
                        .text("msg", "Invalid request: invalid stream")
                        .end()
                        .verbatim("id", id)
                        .end());
                return;
            }
        }
        for (JsonElement param : params(request)) {
            String stream = param.getAsString();
            Market market = floor.market(stream.split("@", -1)[0].toUpperCase(Locale.ROOT));
            if (market != null) {
                market.wanted();
            }
            if (peer.path().equals(pathOf(stream))) {
                floor.hub().subscribe(stream, peer);
            }
        }
        peer.send(json.reset().object().nothing("result").verbatim("id", id).end());
    }

    private static String pathOf(String stream) {
        boolean highFrequency = stream.contains("@depth") || stream.endsWith("bookTicker") || stream.endsWith("@trade");
        return highFrequency ? "/public/stream" : "/market/stream";
    }

    private Json error(int code, String words) {
        return json.reset().object().number("code", code).text("msg", words).end();
    }

    @Override
    public Answer answer(HttpHead request) {
        return rest.answer(request);
    }

    private Json begin(String stream, String event) {
        return json.reset().object().text("stream", stream).object("data").text("e", event);
    }

    private void publish(String stream) {
        floor.hub().publish(stream, json.end().end());
    }

    @Override
    public void tellBook(Market market, BookView view, BookUpdate update) {
        String symbol = market.symbol();
        for (String name : List.of("depth@100ms", "depth", "depth@500ms")) {
            String stream = stream(symbol, name);
            if (!floor.hub().wanted(stream)) {
                continue;
            }
            long now = floor.now();
            begin(stream, "depthUpdate")
                    .number("E", now + 2)
                    .number("T", now)
                    .text("s", symbol)
                    .text("ps", symbol)
                    .number("st", 1)
                    .number("U", update.first())
                    .number("u", update.last())
                    .number("pu", update.previous());
            BookText.pairs(json, "b", Side.BID, market, update.changes());
            BookText.pairs(json, "a", Side.ASK, market, update.changes());
            publish(stream);
        }
        tellBest(market, update.last());
    }

    private void tellBest(Market market, long id) {
        String stream = stream(market.symbol(), "bookTicker");
        if (!floor.hub().wanted(stream)) {
            return;
        }
        Contract contract = market.contract();
        var bid = market.book().side(Side.BID).firstEntry();
        var ask = market.book().side(Side.ASK).firstEntry();
        int decimals = market.priceDecimals();
        long now = floor.now();
        begin(stream, "bookTicker")
                .number("u", id)
                .text("s", market.symbol())
                .text("ps", market.symbol())
                .number("st", 1)
                .decimal("b", bid.getKey(), contract.priceScale(), decimals)
                .decimal("B", bid.getValue(), contract.sizeScale(), contract.sizeScale())
                .decimal("a", ask.getKey(), contract.priceScale(), decimals)
                .decimal("A", ask.getValue(), contract.sizeScale(), contract.sizeScale())
                .number("T", now)
                .number("E", now + 2);
        publish(stream);
    }

    @Override
    public void tellPrints(Market market, List<Print> prints) {
        prints.forEach(print -> tellTrade(market, print));
    }

    @Override
    public void liquidated(Market market, List<Liquidated> orders) {
        liquidated.put(market.symbol(), orders.get(orders.size() - 1));
    }

    private void tellTrade(Market market, Print print) {
        String stream = stream(market.symbol(), "aggTrade");
        if (!floor.hub().wanted(stream)) {
            return;
        }
        long now = floor.now();
        begin(stream, "aggTrade").number("E", now + 2).text("s", market.symbol());
        aggregate(json, market, print, now).number("st", 1);
        publish(stream);
    }

    /** Writes the fields that the stream and {@code /fapi/v1/aggTrades} have in common. */
    static Json aggregate(Json json, Market market, Print print, long millis) {
        Contract contract = market.contract();
        return json.number("a", FIRST_TRADE + print.id())
                .decimal("p", print.price(), contract.priceScale(), market.priceDecimals())
                .decimal("q", print.size(), contract.sizeScale(), contract.sizeScale())
                .decimal("nq", print.size(), contract.sizeScale(), contract.sizeScale())
                .number("f", FIRST_TRADE + print.id())
                .number("l", FIRST_TRADE + print.id())
                .number("T", millis)
                .flag("m", !print.takerBuys());
    }

    @Override
    public void tick(Market market, long millis) {
        String symbol = market.symbol();
        if (market.delisted() || !cadence.due(symbol, SECOND, millis)) {
            return;
        }
        tellMark(market, "markPrice@1s", millis);
        if (cadence.due(symbol + " slow", 3 * SECOND, millis)) {
            tellMark(market, "markPrice", millis);
        }
        Liquidated order = liquidated.remove(symbol);
        if (order != null) {
            tellLiquidation(stream(symbol, "forceOrder"), market, order, millis);
            tellLiquidation("!forceOrder@arr", market, order, millis);
        }
    }

    private void tellMark(Market market, String name, long millis) {
        String stream = stream(market.symbol(), name);
        if (!floor.hub().wanted(stream)) {
            return;
        }
        Course course = market.course();
        long mark = Math.round(course.mark(floor.now()) * 1e8);
        long index = Math.round(course.index(floor.now()) * 1e8);
        begin(stream, "markPriceUpdate")
                .number("E", millis)
                .text("s", market.symbol())
                .decimal("p", mark, 8, 8)
                .decimal("ap", mark, 8, 8)
                .decimal("i", index, 8, 8)
                .decimal("P", index, 8, 8)
                .decimal("r", Math.round(course.fundingRate(millis) * 1e8), 8, 8)
                .number("T", Course.nextFunding(Venue.BINANCE, millis))
                .number("st", 1);
        publish(stream);
    }

    private void tellLiquidation(String stream, Market market, Liquidated order, long millis) {
        if (!floor.hub().wanted(stream)) {
            return;
        }
        Contract contract = market.contract();
        int decimals = market.priceDecimals();
        begin(stream, "forceOrder").number("E", millis);
        if (stream.startsWith("!")) {
            json.number("st", 1).text("ps", market.symbol());
        }
        json.object("o")
                .text("s", market.symbol())
                .text("S", order.buys() ? "BUY" : "SELL")
                .text("o", "LIMIT")
                .text("f", "IOC")
                .decimal("q", order.size(), contract.sizeScale(), contract.sizeScale())
                .decimal("p", order.price(), contract.priceScale(), decimals)
                .decimal("ap", order.price(), contract.priceScale(), decimals)
                .text("X", "FILLED")
                .decimal("l", order.size(), contract.sizeScale(), contract.sizeScale())
                .decimal("z", order.size(), contract.sizeScale(), contract.sizeScale())
                .number("T", millis - 5)
                .end();
        publish(stream);
    }

    @Override
    public void tellListing(Market market) {
        begin("!contractInfo", "contractInfo")
                .number("E", floor.now())
                .text("s", market.symbol())
                .text("ps", market.symbol())
                .text("ct", "PERPETUAL")
                .number("dt", market.delisted() ? floor.now() : 4_133_404_800_000L)
                .number("ot", 1_569_398_400_000L)
                .text("cs", market.delisted() ? "SETTLING" : "TRADING");
        publish("!contractInfo");
    }

    /** Binance goes on after a restart with higher numbers, so that the next diff does not follow on the last. */
    @Override
    public void restartBook(Market market, BookView view) {
        view.restart(view.lastId() + 1_000);
    }
}
