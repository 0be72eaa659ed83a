package io.faultline.venue.binance;

import com.google.gson.JsonArray;
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
 * Binance USD-M futures. Book changes come on one socket, everything else on another; open interest, the day's figures
 * and the history of funding are asked for.
 */
public final class BinanceAdapter implements VenueAdapter {
    /** The venue cuts at 24 h without a warning. */
    private static final Duration SOCKET_LIFETIME = Duration.ofHours(23);

    /** Keeps a socket under 200 streams, three for each symbol and one for all. */
    private static final int MOST_SYMBOLS_PER_SOCKET = 60;

    /** Enough for a burst of a second at every queue on the way. */
    private static final int POOLED_DELTAS = 4096;

    private static final int WEIGHT_A_MINUTE = 2_400;

    /** It documents no limit of subscriptions but that of frames. */
    private static final VenueLimits LIMITS = new VenueLimits(
            new VenueLimits.Rate(WEIGHT_A_MINUTE, Duration.ofMinutes(1)),
            new VenueLimits.Rate(300, Duration.ofMinutes(5)),
            10,
            10 * 3_600);

    private static final Duration ONCE = Duration.ZERO;

    private final BinanceEndpoints endpoints;

    /** The exchange itself. */
    public BinanceAdapter() {
        this(BinanceEndpoints.LIVE);
    }

    /** Something that speaks as the exchange does. */
    public BinanceAdapter(BinanceEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Venue venue() {
        return Venue.BINANCE;
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public FrameDecoder newDecoder() {
        return new BinanceDecoder(new BookDelta.Pool(POOLED_DELTAS));
    }

    @Override
    public List<SocketPlan> sockets(List<String> symbols) {
        List<SocketPlan> plans = new ArrayList<>();
        for (int from = 0; from < symbols.size(); from += MOST_SYMBOLS_PER_SOCKET) {
            List<String> part = symbols.subList(from, Math.min(symbols.size(), from + MOST_SYMBOLS_PER_SOCKET));
            for (Stream.Path path : Stream.Path.values()) {
                plans.add(socket(path, part, from / MOST_SYMBOLS_PER_SOCKET, plans.size() + 1));
            }
        }
        return plans;
    }

    /** One request names all streams: many in a burst have been answered with close code 1008. */
    private SocketPlan socket(Stream.Path path, List<String> symbols, int part, int requestId) {
        JsonArray names = new JsonArray();
        List<TopicPlan> topics = new ArrayList<>();
        for (String symbol : symbols) {
            for (Stream stream : Stream.values()) {
                if (stream.path() == path) {
                    names.add(stream.of(symbol));
                    for (Topic topic : stream.topics()) {
                        topics.add(new TopicPlan(symbol, topic, stream.silentAfter()));
                    }
                }
            }
        }
        if (path == Stream.Path.MARKET && part == 0) {
            names.add("!contractInfo");
        }
        JsonObject subscribe = new JsonObject();
        subscribe.addProperty("method", "SUBSCRIBE");
        subscribe.add("params", names);
        subscribe.addProperty("id", requestId);
        return new SocketPlan(
                part == 0 ? path.id() : path.id() + "-" + (part + 1),
                URI.create(endpoints.websocket() + "/" + path.id() + "/stream"),
                List.of(new Subscription(String.valueOf(requestId), subscribe.toString())),
                topics,
                SOCKET_LIFETIME,
                KeepAlive.NONE);
    }

    @Override
    public RestRequest instruments() {
        return request("/fapi/v1/exchangeInfo", 1);
    }

    @Override
    public BookRecovery recoverBook(String symbol, int attempt) {
        return new BookRecovery.Request(request("/fapi/v1/depth?symbol=" + encoded(symbol) + "&limit=1000", 20));
    }

    @Override
    public List<RestPoll> polls(String symbol) {
        String of = "?symbol=" + encoded(symbol);
        return List.of(
                new RestPoll(request("/fapi/v1/premiumIndex" + of, 1), ONCE),
                new RestPoll(request("/fapi/v1/openInterest" + of, 1), Duration.ofSeconds(5)),
                new RestPoll(request("/fapi/v1/ticker/24hr" + of, 1), Duration.ofSeconds(30)),
                new RestPoll(request("/futures/data/openInterestHist" + of + "&period=5m&limit=500", 0), ONCE),
                new RestPoll(request("/fapi/v1/fundingRate" + of + "&limit=1000", 1), ONCE),
                // The shortest interval is an hour: this finds each settlement within ten minutes.
                new RestPoll(request("/fapi/v1/fundingRate" + of + "&limit=2", 1), Duration.ofMinutes(10)),
                new RestPoll(request("/fapi/v1/fundingInfo", 1), Duration.ofHours(1)));
    }

    @Override
    public Optional<VenueHistory> history() {
        return Optional.of(new BinanceHistory(endpoints));
    }

    @Override
    public List<RestRequest> overview() {
        return List.of(
                request("/fapi/v1/fundingInfo", 1),
                request("/fapi/v1/ticker/24hr", 40),
                request("/fapi/v1/premiumIndex", 10));
    }

    @Override
    public List<RestRequest> overview(String symbol) {
        return List.of(request("/fapi/v1/openInterest?symbol=" + encoded(symbol), 1));
    }

    @Override
    public RestRequest serverTime() {
        return request("/fapi/v1/time", 1);
    }

    @Override
    public OptionalLong serverMillis(String body) {
        JsonCursor json = new JsonCursor();
        OptionalLong millis = OptionalLong.empty();
        try {
            json.reset(body);
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("serverTime")) {
                    millis = OptionalLong.of(json.readId());
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
    public double usedShare(Map<String, String> headers) {
        String weight = headers.getOrDefault("x-mbx-used-weight-1m", "");
        boolean number = weight.matches("[0-9]{1,9}");
        return number ? (double) Integer.parseInt(weight) / WEIGHT_A_MINUTE : 0;
    }

    @Override
    public RestVerdict judge(int status, Map<String, String> headers, String body) {
        return new RestAnswer(status, headers, body).verdict();
    }

    private RestRequest request(String pathAndQuery, int weight) {
        return new RestRequest(URI.create(endpoints.rest() + pathAndQuery), weight);
    }

    private static String encoded(String symbol) {
        return URLEncoder.encode(symbol, StandardCharsets.UTF_8);
    }
}
