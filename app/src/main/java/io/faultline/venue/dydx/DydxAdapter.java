package io.faultline.venue.dydx;

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
import java.math.BigDecimal;
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
 * dYdX v4 by its indexer. Its book is gossip among nodes: indicative, never exact. A message that is missing costs the
 * connection, because only a new one begins with whole books.
 */
public final class DydxAdapter implements VenueAdapter {
    private static final Duration SOCKET_LIFETIME = Duration.ofHours(23);
    private static final int MOST_SYMBOLS_PER_SOCKET = 10;
    private static final Duration ONCE = Duration.ZERO;

    /** Enough for a burst of a second at every queue on the way. */
    private static final int POOLED_DELTAS = 4096;

    private static final VenueLimits LIMITS = new VenueLimits(
            new VenueLimits.Rate(100, Duration.ofSeconds(10)), new VenueLimits.Rate(60, Duration.ofMinutes(5)), 2, 240);

    private static final String DOLLAR = "-USD";
    private static final String CANONICAL = "USDT";

    private final DydxEndpoints endpoints;

    /** The indexer itself. */
    public DydxAdapter() {
        this(DydxEndpoints.LIVE);
    }

    /** Something that speaks as the indexer does. */
    public DydxAdapter(DydxEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Venue venue() {
        return Venue.DYDX;
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public FrameDecoder newDecoder() {
        return new DydxDecoder(new BookDelta.Pool(POOLED_DELTAS));
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

    /** The first socket carries the figures of all markets. */
    private SocketPlan socket(List<String> symbols, List<String> all, int number) {
        List<Subscription> requests = new ArrayList<>();
        List<TopicPlan> topics = new ArrayList<>();
        if (number == 1) {
            requests.add(subscribe("v4_markets", ""));
            for (String symbol : all) {
                topics.add(new TopicPlan(symbol, Topic.MARK, Duration.ofSeconds(60)));
                // A message tells these only when they change.
                topics.add(new TopicPlan(symbol, Topic.FUNDING, Duration.ofMinutes(10)));
                topics.add(new TopicPlan(symbol, Topic.OPEN_INTEREST, Duration.ofMinutes(10)));
            }
        }
        for (String symbol : symbols) {
            requests.add(subscribe("v4_orderbook", symbol));
            requests.add(subscribe("v4_trades", symbol));
            topics.add(new TopicPlan(symbol, Topic.BOOK, Duration.ofSeconds(30)));
            topics.add(new TopicPlan(symbol, Topic.TRADES, Duration.ofMinutes(10)));
            topics.add(new TopicPlan(symbol, Topic.LIQUIDATIONS, Duration.ZERO));
        }
        return new SocketPlan(
                number == 1 ? "public" : "public-" + number,
                URI.create(endpoints.websocket() + "/v4/ws"),
                requests,
                topics,
                SOCKET_LIFETIME,
                KeepAlive.NONE);
    }

    private static Subscription subscribe(String channel, String symbol) {
        JsonObject request = new JsonObject();
        request.addProperty("type", "subscribe");
        request.addProperty("channel", channel);
        if (!symbol.isEmpty()) {
            request.addProperty("id", symbol);
        }
        request.addProperty("batched", false);
        return new Subscription(symbol.isEmpty() ? channel : channel + ":" + symbol, request.toString());
    }

    /** Its dollars are USDC, and taken for USDT. */
    @Override
    public String canonical(String symbol) {
        return symbol.endsWith(DOLLAR) ? symbol.substring(0, symbol.length() - DOLLAR.length()) + CANONICAL : symbol;
    }

    @Override
    public String spelled(String canonical) {
        return canonical.endsWith(CANONICAL)
                ? canonical.substring(0, canonical.length() - CANONICAL.length()) + DOLLAR
                : canonical;
    }

    @Override
    public RestRequest instruments() {
        return request("/v4/perpetualMarkets");
    }

    @Override
    public BookRecovery recoverBook(String symbol, int attempt) {
        return new BookRecovery.Reconnect();
    }

    @Override
    public List<RestPoll> polls(String symbol) {
        String name = URLEncoder.encode(symbol, StandardCharsets.UTF_8);
        String settlements = "/v4/historicalFunding/" + name;
        return List.of(
                new RestPoll(request("/v4/candles/perpetualMarkets/" + name + "?resolution=5MINS&limit=100"), ONCE),
                new RestPoll(request(settlements + "?limit=100"), ONCE),
                // It settles each hour: this finds each settlement within ten minutes.
                new RestPoll(request(settlements + "?limit=2"), Duration.ofMinutes(10)));
    }

    @Override
    public Optional<VenueHistory> history() {
        return Optional.of(new DydxHistory(endpoints));
    }

    @Override
    public RestRequest serverTime() {
        return request("/v4/time");
    }

    @Override
    public OptionalLong serverMillis(String body) {
        JsonCursor json = new JsonCursor();
        OptionalLong millis = OptionalLong.empty();
        try {
            json.reset(body);
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("epoch")) {
                    BigDecimal seconds = json.readBigDecimal();
                    millis = OptionalLong.of(seconds.movePointRight(3).longValue());
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

    @Override
    public RestVerdict judge(int status, Map<String, String> headers, String body) {
        return new RestAnswer(status, headers, body).verdict();
    }

    private RestRequest request(String pathAndQuery) {
        return new RestRequest(URI.create(endpoints.rest() + pathAndQuery), 1);
    }
}
