package io.faultline.venue;

import io.faultline.market.FeedStatus;
import io.faultline.market.FeedStatus.State;
import io.faultline.market.Frame;
import io.faultline.market.SocketNames;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the opening and closing of a socket means, live and in a replay alike: an opened socket is up, a closed one is
 * lost together with the topics that it carried, unless another socket carries them on. Immutable.
 */
public final class SocketFrames {
    /** Begins the reason of a close that costs nothing, because another socket of the same plan carries on. */
    private static final String SPARE = "spare: ";

    private final Venue venue;
    private final Map<String, Set<Topic>> topicsByConnection = new HashMap<>();

    /** @param plans the venue's sockets; of which symbols does not matter, but that there is one does */
    public SocketFrames(Venue venue, List<VenueAdapter.SocketPlan> plans) {
        this.venue = venue;
        for (VenueAdapter.SocketPlan plan : plans) {
            plan.topics()
                    .forEach(topic -> topicsByConnection
                            .computeIfAbsent(plan.name(), name -> EnumSet.noneOf(Topic.class))
                            .add(topic.topic()));
        }
    }

    /** The text of a {@link Frame.Kind#WS_CLOSE} frame for a socket that was needed. */
    public static String lost(int code, String reason) {
        return code + " " + reason;
    }

    /** The text of a {@link Frame.Kind#WS_CLOSE} frame for a socket beside which another one carries on. */
    public static String spare(int code, String reason) {
        return code + " " + SPARE + reason;
    }

    /**
     * The status that a {@link Frame.Kind#WS_OPEN} or {@link Frame.Kind#WS_CLOSE} frame stands for; empty for a close
     * that costs nothing. A connection of unknown name is taken to carry every topic.
     */
    public Optional<FeedStatus> status(Frame frame) {
        if (frame.kind() == Frame.Kind.WS_OPEN) {
            return Optional.of(status(frame, State.UP, ""));
        }
        String text = frame.text();
        String reason = text.substring(text.indexOf(' ') + 1);
        if (frame.kind() != Frame.Kind.WS_CLOSE || reason.startsWith(SPARE)) {
            return Optional.empty();
        }
        return Optional.of(status(frame, State.LOST, text));
    }

    private FeedStatus status(Frame frame, State state, String detail) {
        return new FeedStatus(
                venue,
                frame.receivedNanos(),
                SocketNames.plan(frame.connection()),
                state,
                detail,
                0,
                0,
                topics(SocketNames.plan(frame.connection())));
    }

    /** What a connection carries; everything if its name is unknown. */
    public Set<Topic> topics(String connection) {
        return topicsByConnection.getOrDefault(connection, EnumSet.allOf(Topic.class));
    }
}
