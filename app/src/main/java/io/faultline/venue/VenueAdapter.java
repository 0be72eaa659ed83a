package io.faultline.venue;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that is particular to one venue: where to connect, what to ask for, how to read it, and what its refusals mean.
 * Immutable and thread-safe; it opens nothing and reads no clock, that is the feed's work.
 */
public interface VenueAdapter {
    Venue venue();

    /** What it allows one address. */
    default VenueLimits limits() {
        return VenueLimits.CAUTIOUS;
    }

    /** A decoder for one thread. */
    FrameDecoder newDecoder();

    /** Sockets that carry everything live about these symbols (in the venue's own spelling). */
    List<SocketPlan> sockets(List<String> symbols);

    /** The instrument list: asked for before anything else. */
    RestRequest instruments();

    /** The page of the instrument list after one that was answered with {@code body}; empty after the last. */
    default Optional<RestRequest> nextInstruments(String body) {
        return Optional.empty();
    }

    /**
     * The name over all venues of what this venue calls {@code symbol}: base and quote, such as {@code BTCUSDT} for
     * {@code BTC-USDT-SWAP}. What is no linear contract keeps its own name, so that it is never taken for one.
     */
    default String canonical(String symbol) {
        return symbol;
    }

    /** How this venue spells a {@link #canonical} name, whether or not it lists it. */
    default String spelled(String canonical) {
        return canonical;
    }

    /**
     * How a book gets the snapshot that it synchronises from.
     *
     * @param attempt 1 for the first of a synchronisation
     */
    BookRecovery recoverBook(String symbol, int attempt);

    /** What has to be asked for about a symbol, once ({@code every} zero) or again and again. */
    List<RestPoll> polls(String symbol);

    /** What it tells of the past; empty if nothing is asked of it. */
    default Optional<VenueHistory> history() {
        return Optional.empty();
    }

    /**
     * Requests that tell the 24 h figures, open interest and funding of all contracts, as far as this venue tells them of
     * all at once; beside {@link #instruments}, whose answer may tell some, too.
     */
    default List<RestRequest> overview() {
        return List.of();
    }

    /** What {@link #overview} leaves out, of one contract: to be asked of a few only. */
    default List<RestRequest> overview(String symbol) {
        return List.of();
    }

    /** A request that costs next to nothing and shows the venue's own words and clock. */
    RestRequest serverTime();

    /** The venue's clock in a body that answers {@link #serverTime}, milliseconds since 1970; empty if it shows none. */
    default OptionalLong serverMillis(String body) {
        return OptionalLong.empty();
    }

    /**
     * How much of its limit of requests the venue says we have used up, 0 to 1; 0 where it does not say.
     *
     * @param headers of any of its answers, names in lower case
     */
    default double usedShare(Map<String, String> headers) {
        return 0;
    }

    /** What an HTTP answer means; header names are lower case. */
    RestVerdict judge(int status, Map<String, String> headers, String body);

    /**
     * One socket. While it is replaced its successor runs beside it, and frames of the two come in turns: what is
     * learnt of a connection (numbers of its messages, fields it leaves out) has to be kept for each {@link
     * io.faultline.market.Frame#connection} apart.
     *
     * @param name short and stable, such as {@code public}; unique within the venue
     * @param subscriptions to send when it is open, in order; may be empty
     * @param topics what must arrive on it
     * @param lifetime it is replaced when it has been open this long
     */
    record SocketPlan(
            String name,
            URI uri,
            List<Subscription> subscriptions,
            List<TopicPlan> topics,
            Duration lifetime,
            KeepAlive keepAlive) {
        public SocketPlan {
            subscriptions = List.copyOf(subscriptions);
            topics = List.copyOf(topics);
        }
    }

    /**
     * A frame that subscribes.
     *
     * @param id what the venue's answer to it names: a request's id, or the topic, see {@link
     *     io.faultline.market.VenueNotice#subject}
     * @param parts the same in single pieces, sent one by one when the venue refuses the whole; empty for a single piece
     */
    record Subscription(String id, String text, List<Subscription> parts) {
        public Subscription {
            parts = List.copyOf(parts);
        }

        /** A single piece. */
        public Subscription(String id, String text) {
            this(id, text, List.of());
        }
    }

    /**
     * What has to be said for the venue not to hang up, apart from WebSocket pings.
     *
     * @param ping the frame to send; empty where none is needed
     * @param every how often
     * @param pong what the answer is: a frame that contains it and is short; a socket on which none comes within {@code
     *     every} is dead
     */
    record KeepAlive(String ping, Duration every, String pong) {
        /** For a venue that pings by itself, or not at all. */
        public static final KeepAlive NONE = new KeepAlive("", Duration.ZERO, "");
    }

    /** How to get a snapshot of a book. */
    sealed interface BookRecovery {
        /** It is asked for. */
        record Request(RestRequest request) implements BookRecovery {}

        /** It comes when the book is subscribed again: these frames go out on the socket that carries it, in order. */
        record Resubscribe(List<String> frames) implements BookRecovery {
            public Resubscribe {
                frames = List.copyOf(frames);
            }
        }

        /** It cannot be had on this connection: another one has to be opened, and this one closed. */
        record Reconnect() implements BookRecovery {}
    }

    /**
     * A topic that a socket carries.
     *
     * @param silentAfter longest silence of a healthy topic; zero where silence is normal
     */
    record TopicPlan(String symbol, Topic topic, Duration silentAfter) {}

    /**
     * A GET.
     *
     * @param weight what it costs of the venue's request budget
     */
    record RestRequest(URI uri, int weight) {}

    /** A request to be repeated; {@code every} zero means once, at the start. */
    record RestPoll(RestRequest request, Duration every) {}
}
