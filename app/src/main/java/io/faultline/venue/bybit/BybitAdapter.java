package io.faultline.venue.bybit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.market.BookDelta;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.Fields;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Bybit's linear contracts. Everything live comes on one socket, snapshots of books too; the history of open interest and
 * of funding is asked for.
 */
public final class BybitAdapter implements VenueAdapter {
    /** The deepest book there is: 200 levels of BTCUSDT reach only 20 USD. */
    private static final String BOOK = "orderbook.1000.";

    private static final Duration SOCKET_LIFETIME = Duration.ofHours(23);
    private static final int MOST_SYMBOLS_PER_SOCKET = 60;
    private static final KeepAlive KEEP_ALIVE = new KeepAlive("{\"op\":\"ping\"}", Duration.ofSeconds(20), "pong");
    /** It documents no limit of frames or subscriptions. */
    private static final VenueLimits LIMITS = new VenueLimits(
            new VenueLimits.Rate(600, Duration.ofSeconds(5)),
            new VenueLimits.Rate(500, Duration.ofMinutes(5)),
            10,
            10 * 3_600);

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Enough for a burst of a second at every queue on the way. */
    private static final int POOLED_DELTAS = 4096;

    private static final String INSTRUMENTS = "/v5/market/instruments-info?category=linear&limit=1000";
    private static final Duration ONCE = Duration.ZERO;
    private static final Duration NEVER = Duration.ZERO;

    private final BybitEndpoints endpoints;

    /** The exchange itself. */
    public BybitAdapter() {
        this(BybitEndpoints.LIVE);
    }

    /** Something that speaks as the exchange does. */
    public BybitAdapter(BybitEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Venue venue() {
        return Venue.BYBIT;
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public FrameDecoder newDecoder() {
        return new BybitDecoder(new BookDelta.Pool(POOLED_DELTAS));
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
        List<Subscription> requests = new ArrayList<>();
        List<TopicPlan> topics = new ArrayList<>();
        for (String symbol : symbols) {
            requests.add(subscribe(symbol));
            topics.add(new TopicPlan(symbol, Topic.BOOK, Duration.ofSeconds(5)));
            topics.add(new TopicPlan(symbol, Topic.TRADES, Duration.ofSeconds(60)));
            topics.add(new TopicPlan(symbol, Topic.MARK, Duration.ofSeconds(10)));
            // A ticker brings these only when they change.
            topics.add(new TopicPlan(symbol, Topic.FUNDING, NEVER));
            topics.add(new TopicPlan(symbol, Topic.OPEN_INTEREST, NEVER));
            topics.add(new TopicPlan(symbol, Topic.LIQUIDATIONS, NEVER));
        }
        return new SocketPlan(
                number == 1 ? "public" : "public-" + number,
                URI.create(endpoints.websocket() + "/v5/public/linear"),
                requests,
                topics,
                SOCKET_LIFETIME,
                KEEP_ALIVE);
    }

    /** A request for each symbol: one topic that is refused takes all others of its request with it. */
    private static Subscription subscribe(String symbol) {
        List<String> topics =
                List.of(BOOK + symbol, "publicTrade." + symbol, "tickers." + symbol, "allLiquidation." + symbol);
        return new Subscription(
                symbol,
                frame("subscribe", symbol, topics),
                topics.stream()
                        .map(topic -> new Subscription(topic, frame("subscribe", topic, List.of(topic))))
                        .toList());
    }

    private static String frame(String operation, String id, List<String> topics) {
        JsonArray names = new JsonArray();
        topics.forEach(names::add);
        JsonObject request = new JsonObject();
        request.addProperty("req_id", id);
        request.addProperty("op", operation);
        request.add("args", names);
        return request.toString();
    }

    @Override
    public RestRequest instruments() {
        return request(INSTRUMENTS);
    }

    @Override
    public Optional<RestRequest> nextInstruments(String body) {
        JsonCursor json = new JsonCursor();
        String cursor = "";
        try {
            json.reset(body);
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("result") && json.atObject()) {
                    cursor = readCursor(json);
                } else {
                    json.skip();
                }
            }
            json.end();
        } catch (MalformedException notAList) {
            return Optional.empty();
        }
        return cursor.isEmpty()
                ? Optional.empty()
                : Optional.of(request(INSTRUMENTS + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
    }

    private static String readCursor(JsonCursor json) throws MalformedException {
        String cursor = "";
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("nextPageCursor")) {
                cursor = Objects.requireNonNullElse(Fields.optionalText(json), "");
            } else {
                json.skip();
            }
        }
        return cursor;
    }

    @Override
    public BookRecovery recoverBook(String symbol, int attempt) {
        String topic = BOOK + symbol;
        return new BookRecovery.Resubscribe(List.of(
                frame("unsubscribe", "off." + topic, List.of(topic)), frame("subscribe", topic, List.of(topic))));
    }

    @Override
    public List<RestPoll> polls(String symbol) {
        String interests = "/v5/market/open-interest?category=linear" + of(symbol);
        String settlements = "/v5/market/funding/history?category=linear" + of(symbol);
        return List.of(
                // Two hundred samples of five minutes are no day; of an hour they are more than a week.
                new RestPoll(request(interests + "&intervalTime=5min&limit=200"), ONCE),
                new RestPoll(request(interests + "&intervalTime=1h&limit=200"), ONCE),
                new RestPoll(request(settlements + "&limit=200"), ONCE),
                // The shortest interval is an hour: this finds each settlement within ten minutes.
                new RestPoll(request(settlements + "&limit=2"), Duration.ofMinutes(10)),
                new RestPoll(request("/v5/market/risk-limit?category=linear" + of(symbol)), Duration.ofDays(1)));
    }

    @Override
    public Optional<VenueHistory> history() {
        return Optional.of(new BybitHistory(endpoints));
    }

    @Override
    public List<RestRequest> overview() {
        return List.of(request("/v5/market/tickers?category=linear"));
    }

    @Override
    public RestRequest serverTime() {
        return request("/v5/market/time");
    }

    @Override
    public OptionalLong serverMillis(String body) {
        JsonCursor json = new JsonCursor();
        OptionalLong nanos = OptionalLong.empty();
        try {
            json.reset(body);
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("result") && json.atObject()) {
                    nanos = readNanos(json);
                } else {
                    json.skip();
                }
            }
            json.end();
        } catch (MalformedException notATime) {
            return OptionalLong.empty();
        }
        return nanos.isPresent() ? OptionalLong.of(nanos.getAsLong() / NANOS_PER_MILLI) : nanos;
    }

    private static OptionalLong readNanos(JsonCursor json) throws MalformedException {
        OptionalLong nanos = OptionalLong.empty();
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("timeNano")) {
                nanos = OptionalLong.of(json.readId());
            } else {
                json.skip();
            }
        }
        return nanos;
    }

    /** By the endpoint that was asked: how many of how many requests are left. */
    @Override
    public double usedShare(Map<String, String> headers) {
        String left = headers.getOrDefault("x-bapi-limit-status", "");
        String most = headers.getOrDefault("x-bapi-limit", "");
        if (!left.matches("[0-9]{1,9}") || !most.matches("[1-9][0-9]{0,8}")) {
            return 0;
        }
        return Math.max(0, 1 - (double) Integer.parseInt(left) / Integer.parseInt(most));
    }

    @Override
    public RestVerdict judge(int status, Map<String, String> headers, String body) {
        return new RestAnswer(status, headers, body).verdict();
    }

    /** Every request costs the same: 600 in five seconds are allowed. */
    private RestRequest request(String pathAndQuery) {
        return new RestRequest(URI.create(endpoints.rest() + pathAndQuery), 1);
    }

    private static String of(String symbol) {
        return "&symbol=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8);
    }
}
