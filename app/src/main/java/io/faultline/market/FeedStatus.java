package io.faultline.market;

import java.util.Set;

/**
 * What happened to a venue's feed, or to one connection or topic of it. Goes to every desk that the venue feeds.
 *
 * @param connection which planned socket, {@code rest} for requests, or the topic that is silent
 * @param detail in words, for people: the venue's own words where it gave some; may be empty
 * @param attempt how many times in a row connecting has failed, 0 when it works
 * @param retryAtNanos when it will be tried again, nanoseconds since 1970; 0 where it will not, or need not
 * @param topics what the connection carries, and so what goes or comes back with it; empty where that is no matter of
 *     one topic, as for requests
 */
public record FeedStatus(
        Venue venue,
        long receivedNanos,
        String connection,
        State state,
        String detail,
        int attempt,
        long retryAtNanos,
        Set<Topic> topics)
        implements MarketEvent {

    public FeedStatus {
        topics = Set.copyOf(topics);
    }

    /** A status that is no matter of certain topics. */
    public FeedStatus(
            Venue venue,
            long receivedNanos,
            String connection,
            State state,
            String detail,
            int attempt,
            long retryAtNanos) {
        this(venue, receivedNanos, connection, state, detail, attempt, retryAtNanos, Set.of());
    }

    /** The same, of another connection. */
    public FeedStatus of(String otherConnection) {
        return new FeedStatus(venue, receivedNanos, otherConnection, state, detail, attempt, retryAtNanos, topics);
    }

    /** The states of {@code workspace.md} 6 that a connection can be in. */
    public enum State {
        CONNECTING,
        UP,
        LOST,
        SILENT,
        BLOCKED,
        LIMITED,
        MAINTENANCE,
        ERROR,
        OFF
    }
}
