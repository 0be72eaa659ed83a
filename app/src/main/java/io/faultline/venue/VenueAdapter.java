package io.faultline.venue;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * All that is particular to one venue: where to connect, what to ask for, how to read it, and what its refusals mean.
 * Immutable and thread-safe; it opens nothing and reads no clock, that is the feed's work.
 */
public interface VenueAdapter {
    Venue venue();

    /** A decoder for one thread. */
    FrameDecoder newDecoder();

    /** Sockets that carry everything live about these symbols (in the venue's own spelling). */
    List<SocketPlan> sockets(List<String> symbols);

    /** The instrument list: asked for before anything else. */
    RestRequest instruments();

    /** The snapshot that a book synchronises from. */
    RestRequest bookSnapshot(String symbol);

    /** What has to be asked for about a symbol, once ({@code every} zero) or again and again. */
    List<RestPoll> polls(String symbol);

    /** A request that costs next to nothing and shows the venue's own words and clock. */
    RestRequest serverTime();

    /** The venue's clock in a body that answers {@link #serverTime}, milliseconds since 1970; empty if it shows none. */
    default OptionalLong serverMillis(String body) {
        return OptionalLong.empty();
    }

    /** What an HTTP answer means; header names are lower case. */
    RestVerdict judge(int status, Map<String, String> headers, String body);

    /**
     * One socket.
     *
     * @param name short and stable, such as {@code public}; unique within the venue
     * @param subscribe frames to send when it is open, in order; may be empty
     * @param topics what must arrive on it
     * @param lifetime it is replaced when it has been open this long
     */
    record SocketPlan(String name, URI uri, List<String> subscribe, List<TopicPlan> topics, Duration lifetime) {
        public SocketPlan {
            subscribe = List.copyOf(subscribe);
            topics = List.copyOf(topics);
        }
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
