package io.faultline.desk;

import io.faultline.market.FeedStatus;
import io.faultline.market.FrameRefused;
import io.faultline.market.VenueClock;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one venue's connections. */
final class FeedState {
    private final TreeMap<String, FeedStatus> connections = new TreeMap<>();
    private long reconnects;
    private long undecodable;
    private @Nullable VenueClock clock;

    void apply(FeedStatus status) {
        FeedStatus before = connections.put(status.connection(), status);
        boolean carriesTopics = !status.topics().isEmpty(); // requests connect to nothing
        if (carriesTopics && status.state() == FeedStatus.State.UP && before != null && before.attempt() > 0) {
            reconnects++;
        }
    }

    void apply(FrameRefused refused) {
        undecodable++;
    }

    void apply(VenueClock measured) {
        clock = measured;
    }

    FeedView view(List<FeedView.TopicView> topics, long lost) {
        return new FeedView(List.copyOf(connections.values()), topics, reconnects, lost, undecodable, clock);
    }
}
