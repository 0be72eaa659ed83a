package io.faultline.venue.bitget;

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
 * Bitget UTA v3, USDT futures. Everything live comes on sockets, snapshots of books too; funding's interval and bounds,
 * past settlements and risk tiers are asked for. It publishes no past open interest.
 */
public final class BitgetAdapter implements VenueAdapter {
    private static final Duration SOCKET_LIFETIME = Duration.ofHours(23);

    /** Three topics each: the venue is stable with fewer than 50 on a connection. */
    private static final int MOST_SYMBOLS_PER_SOCKET = 12;

    private static final int MOST_TOPICS_PER_REQUEST = 5;

    private static final KeepAlive KEEP_ALIVE = new KeepAlive("ping", Duration.ofSeconds(30), "pong");

    private static final Duration ONCE = Duration.ZERO;

    /** Enough for a burst of a second at every queue on the way. */
    private static final int POOLED_DELTAS = 4096;

    private static final VenueLimits LIMITS = new VenueLimits(
            new VenueLimits.Rate(20, Duration.ofSeconds(1)), new VenueLimits.Rate(300, Duration.ofMinutes(5)), 10, 240);

    private final BitgetEndpoints endpoints;

    /** The exchange itself. */
    public BitgetAdapter() {
        this(BitgetEndpoints.LIVE);
    }

    /** Something that speaks as the exchange does. */
    public BitgetAdapter(BitgetEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Venue venue() {
        return Venue.BITGET;
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public FrameDecoder newDecoder() {
        return new BitgetDecoder(new BookDelta.Pool(POOLED_DELTAS));
    }

    @Override
    public List<SocketPlan> sockets(List<String> symbols) {
        List<SocketPlan> plans = new ArrayList<>();
        for (int from = 0; from < symbols.size(); from += MOST_SYMBOLS_PER_SOCKET) {
            List<String> part = symbols.subList(from, Math.min(symbols.size(), from + MOST_SYMBOLS_PER_SOCKET));
            plans.add(socket(part, symbols, plans.size() + 1));
        }
        return plans;
    }

    /** The first socket carries the liquidations of all symbols. */
    private SocketPlan socket(List<String> symbols, List<String> all, int number) {
        List<Topics.Topic> asked = new ArrayList<>();
        List<TopicPlan> topics = new ArrayList<>();
        for (String symbol : symbols) {
            asked.add(new Topics.Topic("books", symbol));
            asked.add(new Topics.Topic("publicTrade", symbol));
            asked.add(new Topics.Topic("ticker", symbol));
            topics.add(new TopicPlan(symbol, Topic.BOOK, Duration.ofSeconds(15)));
            topics.add(new TopicPlan(symbol, Topic.TRADES, Duration.ofSeconds(60)));
            topics.add(new TopicPlan(symbol, Topic.MARK, Duration.ofSeconds(10)));
            topics.add(new TopicPlan(symbol, Topic.FUNDING, Duration.ofSeconds(60)));
            topics.add(new TopicPlan(symbol, Topic.OPEN_INTEREST, Duration.ofSeconds(60)));
        }
        if (number == 1) {
            asked.add(new Topics.Topic("liquidation", ""));
            all.forEach(symbol -> topics.add(new TopicPlan(symbol, Topic.LIQUIDATIONS, Duration.ZERO)));
        }
        return new SocketPlan(
                number == 1 ? "public" : "public-" + number,
                URI.create(endpoints.websocket() + "/v3/ws/public"),
                requests(asked),
                topics,
                SOCKET_LIFETIME,
                KEEP_ALIVE);
    }

    private static List<Subscription> requests(List<Topics.Topic> asked) {
        List<Subscription> requests = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += MOST_TOPICS_PER_REQUEST) {
            List<Topics.Topic> part = asked.subList(from, Math.min(asked.size(), from + MOST_TOPICS_PER_REQUEST));
            List<Subscription> parts = part.stream()
                    .map(topic -> new Subscription(topic.subject(), Topics.request("subscribe", List.of(topic))))
                    .toList();
            requests.add(new Subscription(part.get(0).subject(), Topics.request("subscribe", part), parts));
        }
        return requests;
    }

    @Override
    public RestRequest instruments() {
        return request("/api/v3/market/instruments?category=USDT-FUTURES");
    }

    @Override
    public BookRecovery recoverBook(String symbol, int attempt) {
        List<Topics.Topic> book = List.of(new Topics.Topic("books", symbol));
        return new BookRecovery.Resubscribe(
                List.of(Topics.request("unsubscribe", book), Topics.request("subscribe", book)));
    }

    @Override
    public List<RestPoll> polls(String symbol) {
        String of = "symbol=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8);
        String settlements = "/api/v3/market/history-fund-rate?category=USDT-FUTURES&" + of + "&cursor=1";
        return List.of(
                new RestPoll(request("/api/v3/market/current-fund-rate?" + of), Duration.ofHours(1)),
                new RestPoll(request(settlements + "&limit=100"), ONCE),
                // The shortest interval is an hour: this finds each settlement within ten minutes.
                new RestPoll(request(settlements + "&limit=2"), Duration.ofMinutes(10)),
                new RestPoll(request("/api/v3/market/position-tier?category=USDT-FUTURES&" + of), Duration.ofDays(1)));
    }

    @Override
    public Optional<VenueHistory> history() {
        return Optional.of(new BitgetHistory(endpoints));
    }

    @Override
    public List<RestRequest> overview() {
        return List.of(request("/api/v3/market/tickers?category=USDT-FUTURES"));
    }

    @Override
    public RestRequest serverTime() {
        return request("/api/v3/public/time");
    }

    @Override
    public OptionalLong serverMillis(String body) {
        JsonCursor json = new JsonCursor();
        long answered = 0;
        long told = 0;
        try {
            json.reset(body);
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("requestTime")) {
                    answered = json.readAbsent() ? 0 : json.readId();
                } else if (json.nameIs("data") && json.atObject()) {
                    told = readServerTime(json);
                } else {
                    json.skip();
                }
            }
            json.end();
        } catch (MalformedException notATime) {
            return OptionalLong.empty();
        }
        long millis = told > 0 ? told : answered;
        return millis > 0 ? OptionalLong.of(millis) : OptionalLong.empty();
    }

    private static long readServerTime(JsonCursor json) throws MalformedException {
        long millis = 0;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("serverTime")) {
                millis = json.readAbsent() ? 0 : json.readId();
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
}
