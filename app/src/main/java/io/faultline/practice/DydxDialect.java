package io.faultline.practice;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.faultline.market.Side;
import io.faultline.market.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * dYdX v4. A topic here is {@code channel:id}, or the channel alone. Every message of a connection has the next number,
 * whichever topic it is of, so each client gets messages of its own.
 */
final class DydxDialect implements Dialect {
    private static final String PATH = "/v4/ws";
    private static final String MARKETS = "v4_markets";
    private static final Set<String> OF_CONTRACT = Set.of("v4_orderbook", "v4_trades");
    private static final long PRICES_EVERY = 1_000;
    private static final long FIGURES_EVERY = 10_000;
    private static final int PRINTS_AT_FIRST = 20;

    private final Floor floor;
    private final DydxRest rest;
    private final Json json = new Json();
    private final Json contents = new Json();
    private final Cadence cadence = new Cadence();

    DydxDialect(Floor floor) {
        this.floor = floor;
        rest = new DydxRest(floor);
    }

    /** Numbers of its own, which nobody is told: a book here is gossip without any. */
    @Override
    public BookView mainView(Market market) {
        return market.view(Integer.MAX_VALUE, Numbering.EACH_UPDATE, 1);
    }

    @Override
    public String topic(Topic topic, String symbol) {
        return switch (topic) {
            case BOOK -> "v4_orderbook:" + symbol;
            case TRADES, LIQUIDATIONS -> "v4_trades:" + symbol;
            case MARK, FUNDING, OPEN_INTEREST -> MARKETS;
        };
    }

    @Override
    public Patience patience() {
        return Patience.withPings(Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    @Override
    public void opened(Peer peer) {
        json.reset().object().text("type", "connected").text("connection_id", peer.id());
        peer.send(json.number("message_id", peer.nextMessage()).end());
    }

    @Override
    public void said(Peer peer, String text) {
        JsonObject request;
        try {
            request = JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException notARequest) {
            error(peer, "Invalid message: could not parse");
            return;
        }
        String channel = field(request, "channel");
        String id = field(request, "id");
        switch (field(request, "type")) {
            case "subscribe" -> subscribe(peer, channel, id);
            case "unsubscribe" -> unsubscribe(peer, channel, id);
            default -> error(peer, "Invalid message type: " + field(request, "type"));
        }
    }

    private static String field(JsonObject of, String name) {
        return of.has(name) && of.get(name).isJsonPrimitive() ? of.get(name).getAsString() : "";
    }

    private static String name(String channel, String id) {
        return id.isEmpty() ? channel : channel + ":" + id;
    }

    private void subscribe(Peer peer, String channel, String id) {
        String topic = name(channel, id);
        Market market = floor.market(id);
        boolean known = topic.equals(MARKETS) || (OF_CONTRACT.contains(channel) && market != null);
        if (!known || !peer.path().equals(PATH) || floor.faults().spendSubscriptionError(topic)) {
            error(peer, "Invalid subscription id for channel: (" + channel + "-" + id + ")");
            return;
        }
        if (!floor.hub().subscribe(topic, peer)) {
            error(peer, "Invalid subscribe message: already subscribed (" + channel + "-" + id + ")");
            return;
        }
        if (floor.faults().muted(topic)) {
            return;
        }
        if (market != null) {
            market.wanted();
        }
        contents.reset().object();
        if (market == null) {
            DydxText.markets(contents, floor.markets().values(), floor.now());
        } else if (channel.equals("v4_trades")) {
            List<Print> prints = market.recentPrints();
            int from = Math.max(0, prints.size() - PRINTS_AT_FIRST);
            DydxText.trades(contents, market, prints.subList(from, prints.size()), floor.now());
        } else {
            flush(market, peer);
            contents.reset().object();
            DydxText.levels(contents, "bids", Side.BID, market, Integer.MAX_VALUE);
            DydxText.levels(contents, "asks", Side.ASK, market, Integer.MAX_VALUE);
        }
        String snapshot = contents.end().toString();
        begin(peer, "subscribed").text("channel", channel);
        if (!id.isEmpty()) {
            json.text("id", id);
        }
        peer.send(json.verbatim("contents", snapshot).end());
    }

    /** What has not been told yet goes to all others, so that the snapshot is the book of one moment. */
    private void flush(Market market, Peer but) {
        String topic = topic(Topic.BOOK, market.symbol());
        BookView view = mainView(market);
        BookUpdate update = view.take();
        if (update != null) {
            floor.hub().unsubscribe(topic, but);
            tellBook(market, view, update);
            floor.hub().subscribe(topic, but);
        }
    }

    private void unsubscribe(Peer peer, String channel, String id) {
        floor.hub().unsubscribe(name(channel, id), peer);
        begin(peer, "unsubscribed").text("channel", channel);
        if (!id.isEmpty()) {
            json.text("id", id);
        }
        peer.send(json.end());
    }

    private Json begin(Peer peer, String type) {
        return json.reset()
                .object()
                .text("type", type)
                .text("connection_id", peer.id())
                .number("message_id", peer.nextMessage());
    }

    private void error(Peer peer, String words) {
        json.reset().object().text("type", "error").text("message", words).text("connection_id", peer.id());
        peer.send(json.number("message_id", peer.nextMessage()).end());
    }

    @Override
    public Answer answer(HttpHead request) {
        return rest.answer(request);
    }

    /** Sends {@link #contents} to all who want them. */
    private void publish(String channel, String id) {
        String told = contents.end().toString();
        floor.hub().publishEach(name(channel, id), peer -> {
            begin(peer, "channel_data");
            if (!id.isEmpty()) {
                json.text("id", id);
            }
            return json.text("channel", channel)
                    .text("version", "1.0.0")
                    .verbatim("contents", told)
                    .end()
                    .frame();
        });
    }

    @Override
    public void tellBook(Market market, BookView view, BookUpdate update) {
        if (floor.hub().wanted(topic(Topic.BOOK, market.symbol()))) {
            contents.reset().object();
            BookText.pairs(contents, "bids", Side.BID, market, update.changes());
            BookText.pairs(contents, "asks", Side.ASK, market, update.changes());
            publish("v4_orderbook", market.symbol());
        }
    }

    @Override
    public void tellPrints(Market market, List<Print> prints) {
        if (floor.hub().wanted(topic(Topic.TRADES, market.symbol()))) {
            contents.reset().object();
            DydxText.trades(contents, market, prints, floor.now());
            publish("v4_trades", market.symbol());
        }
    }

    @Override
    public void tick(Market market, long millis) {
        if (market.delisted() || !floor.hub().wanted(MARKETS)) {
            return;
        }
        String symbol = market.symbol();
        if (cadence.due("prices " + symbol, PRICES_EVERY, millis)) {
            contents.reset().object().object("oraclePrices").object(symbol);
            Figures.text(contents, "oraclePrice", market.course().index(millis), 8);
            contents.text("effectiveAt", DydxText.time(millis))
                    .text("effectiveAtHeight", DydxText.height(millis))
                    .number("marketId", 0)
                    .end()
                    .end();
            publish(MARKETS, "");
        }
        if (cadence.due("figures " + symbol, FIGURES_EVERY, millis)) {
            contents.reset().object().object("trading").object(symbol);
            DydxText.rate(contents, market, millis);
            Figures.text(contents, "openInterest", market.course().openInterest(millis), 4);
            contents.end().end();
            publish(MARKETS, "");
        }
    }

    @Override
    public void tellListing(Market market) {
        contents.reset().object().object("trading").object(market.symbol());
        contents.text("status", market.delisted() ? "FINAL_SETTLEMENT" : "ACTIVE")
                .end()
                .end();
        publish(MARKETS, "");
    }

    @Override
    public boolean gossips() {
        return true;
    }

    /** A book begins anew with a connection only. */
    @Override
    public void restartBook(Market market, BookView view) {
        floor.hub().each(topic(Topic.BOOK, market.symbol()), Peer::cut);
    }
}
