package io.faultline.desk;

import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.market.VenueClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a venue's feed does.
 *
 * @param connections the newest status of each connection, in order of name
 * @param topics what each kind of message last did
 * @param reconnects how many times a connection came back
 * @param lost events that a full queue had to drop (each made the book resynchronise)
 * @param undecodable frames that could not be read
 * @param clock null before it was measured
 */
public record FeedView(
        List<FeedStatus> connections,
        List<TopicView> topics,
        long reconnects,
        long lost,
        long undecodable,
        @Nullable VenueClock clock) {
    public static final FeedView EMPTY = new FeedView(List.of(), List.of(), 0, 0, 0, null);

    public FeedView {
        connections = List.copyOf(connections);
        topics = List.copyOf(topics);
    }

    /**
     * One kind of message.
     *
     * @param lastNanos receive time of the newest, nanoseconds since 1970; 0 if none came
     * @param perSecond rate over the last seconds of event time
     */
    public record TopicView(Topic topic, long count, long lastNanos, double perSecond) {}
}
