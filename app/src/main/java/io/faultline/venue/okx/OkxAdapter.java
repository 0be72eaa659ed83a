package io.faultline.venue.okx;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.faultline.market.BookDelta;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.FrameDecoder;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueHistory;
import io.faultline.venue.VenueLimits;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * OKX v5, linear swaps. One socket carries everything live: the second one, {@code /ws/v5/business}, has candles and
 * single fills only, of which nothing is taken.
 */
public final class OkxAdapter implements VenueAdapter {
    private static final Duration SOCKET_LIFETIME = Duration.ofHours(23);

    /** The venue recommends fewer than 30 books a connection. */
    private static final int MOST_SYMBOLS_PER_SOCKET = 25;

    /** Enough for a burst of a second at every queue on the way. */
    private static final int POOLED_DELTAS = 4096;

    /** Requests are counted for each endpoint apart; 20 in 2 s is what most allow, and the least of those in use is 10. */
    private static final VenueLimits LIMITS = new VenueLimits(
            new VenueLimits.Rate(20, Duration.ofSeconds(2)), new VenueLimits.Rate(3, Duration.ofSeconds(1)), 10, 480);

    private static final KeepAlive KEEP_ALIVE = new KeepAlive("ping", Duration.ofSeconds(20), "pong");

    private static final String SWAP = "-SWAP";
    private static final String LINEAR = "-USDT-SWAP";

    private final OkxEndpoints endpoints;

    /** The exchange itself. */
    public OkxAdapter() {
        this(OkxEndpoints.LIVE);
    }

    /** Something that speaks as the exchange does. */
    public OkxAdapter(OkxEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Venue venue() {
        return Venue.OKX;
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public FrameDecoder newDecoder() {
        return new OkxDecoder(new BookDelta.Pool(POOLED_DELTAS));
    }

    @Override
    public List<SocketPlan> sockets(List<String> symbols) {
        List<SocketPlan> plans = new ArrayList<>();
        for (int from = 0; from < symbols.size(); from += MOST_SYMBOLS_PER_SOCKET) {
            List<String> part = symbols.subList(from, Math.min(symbols.size(), from + MOST_SYMBOLS_PER_SOCKET));
            plans.add(socket(part, plans.size() + 1));
        }
        return plans;
    }

    private SocketPlan socket(List<String> symbols, int number) {
        JsonArray args = new JsonArray();
        List<TopicPlan> topics = new ArrayList<>();
        for (String symbol : symbols) {
            for (String channel :
                    List.of("books", "trades", "mark-price", "funding-rate", "open-interest", "tickers")) {
                args.add(arg(channel, "instId", symbol));
            }
            args.add(arg("index-tickers", "instId", index(symbol)));
            topics.addAll(topics(symbol));
        }
        if (number == 1) {
            args.add(arg("liquidation-orders", "instType", "SWAP"));
            args.add(arg("instruments", "instType", "SWAP"));
            JsonObject status = new JsonObject();
            status.addProperty("channel", "status");
            args.add(status);
            symbols.forEach(symbol -> topics.add(new TopicPlan(symbol, Topic.LIQUIDATIONS, Duration.ZERO)));
        }
        JsonObject subscribe = request("subscribe", String.valueOf(number), args);
        List<Subscription> parts = new ArrayList<>();
        for (JsonElement arg : args) {
            JsonArray single = new JsonArray();
            single.add(arg);
            String id = id(arg.getAsJsonObject());
            parts.add(new Subscription(id, request("subscribe", id, single).toString()));
        }
        return new SocketPlan(
                number == 1 ? "public" : "public-" + number,
                URI.create(endpoints.websocket() + "/ws/v5/public"),
                List.of(new Subscription(String.valueOf(number), subscribe.toString(), parts)),
                topics,
                SOCKET_LIFETIME,
                KEEP_ALIVE);
    }

    private static List<TopicPlan> topics(String symbol) {
        return List.of(
                // A book that does not move says so every 60 s.
                new TopicPlan(symbol, Topic.BOOK, Duration.ofSeconds(70)),
                new TopicPlan(symbol, Topic.TRADES, Duration.ofSeconds(60)),
                new TopicPlan(symbol, Topic.MARK, Duration.ofSeconds(15)),
                new TopicPlan(symbol, Topic.FUNDING, Duration.ofSeconds(120)),
                new TopicPlan(symbol, Topic.OPEN_INTEREST, Duration.ofSeconds(30)));
    }

    private static JsonObject request(String operation, String id, JsonArray args) {
        JsonObject request = new JsonObject();
        request.addProperty("id", id);
        request.addProperty("op", operation);
        request.add("args", args);
        return request;
    }

    private static JsonObject arg(String channel, String key, String of) {
        JsonObject arg = new JsonObject();
        arg.addProperty("channel", channel);
        arg.addProperty(key, of);
        return arg;
    }

    /** Names the topic, in the 32 letters and digits that the venue allows. */
    private static String id(JsonObject arg) {
        StringBuilder id = new StringBuilder();
        arg.entrySet().forEach(entry -> id.append(entry.getValue().getAsString()));
        String letters = id.toString().replaceAll("[^A-Za-z0-9]", "");
        return letters.substring(0, Math.min(32, letters.length()));
    }

    private static String index(String symbol) {
        return symbol.endsWith(SWAP) ? symbol.substring(0, symbol.length() - SWAP.length()) : symbol;
    }

    @Override
    public String canonical(String symbol) {
        return symbol.endsWith(LINEAR) ? symbol.substring(0, symbol.length() - LINEAR.length()) + "USDT" : symbol;
    }

    @Override
    public String spelled(String canonical) {
        return canonical.endsWith("USDT")
                ? canonical.substring(0, canonical.length() - "USDT".length()) + LINEAR
                : canonical;
    }

    @Override
    public RestRequest instruments() {
        return request("/api/v5/public/instruments?instType=SWAP");
    }

    @Override
    public BookRecovery recoverBook(String symbol, int attempt) {
        if (attempt % 2 == 0) {
            return new BookRecovery.Request(request("/api/v5/market/books?instId=" + encoded(symbol) + "&sz=400"));
        }
        JsonArray args = new JsonArray();
        args.add(arg("books", "instId", symbol));
        return new BookRecovery.Resubscribe(List.of(
                request("unsubscribe", "off", args).toString(),
                request("subscribe", id(args.get(0).getAsJsonObject()), args).toString()));
    }

    @Override
    public List<RestPoll> polls(String symbol) {
        String of = "?instId=" + encoded(symbol);
        String interests = "/api/v5/rubik/stat/contracts/open-interest-history" + of;
        return List.of(
                // A hundred samples are all that it tells at once: of five minutes 8 h, of an hour four days.
                once(interests + "&period=5m&limit=100"),
                once(interests + "&period=1H&limit=100"),
                once("/api/v5/public/funding-rate-history" + of + "&limit=400"),
                new RestPoll(
                        request("/api/v5/public/position-tiers?instType=SWAP&tdMode=cross&instFamily="
                                + encoded(index(symbol))),
                        Duration.ofDays(1)));
    }

    private RestPoll once(String pathAndQuery) {
        return new RestPoll(request(pathAndQuery), Duration.ZERO);
    }

    @Override
    public Optional<VenueHistory> history() {
        return Optional.of(new OkxHistory(endpoints));
    }

    @Override
    public List<RestRequest> overview() {
        return List.of(
                request("/api/v5/market/tickers?instType=SWAP"), request("/api/v5/public/open-interest?instType=SWAP"));
    }

    @Override
    public List<RestRequest> overview(String symbol) {
        return List.of(request("/api/v5/public/funding-rate?instId=" + encoded(symbol)));
    }

    @Override
    public RestRequest serverTime() {
        return request("/api/v5/public/time");
    }

    @Override
    public OptionalLong serverMillis(String body) {
        JsonCursor json = new JsonCursor();
        OptionalLong millis = OptionalLong.empty();
        try {
            json.reset(body);
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("data")) {
                    json.beginArray();
                    while (json.nextElement()) {
                        millis = readTime(json);
                    }
                } else {
                    json.skip();
                }
            }
            json.end();
            return millis;
        } catch (MalformedException notATime) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong readTime(JsonCursor json) throws MalformedException {
        OptionalLong millis = OptionalLong.empty();
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("ts")) {
                millis = OptionalLong.of(json.readId());
            } else {
                json.skip();
            }
        }
        return millis;
    }

    @Override
    public RestVerdict judge(int status, Map<String, String> headers, String body) {
        return new RestAnswer(status, headers, body).verdict();
    }

    /** The venue counts requests of each kind apart, so none weighs more than another. */
    private RestRequest request(String pathAndQuery) {
        return new RestRequest(URI.create(endpoints.rest() + pathAndQuery), 1);
    }

    private static String encoded(String symbol) {
        return URLEncoder.encode(symbol, StandardCharsets.UTF_8);
    }
}
