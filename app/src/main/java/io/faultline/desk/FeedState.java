package io.faultline.desk;

import io.faultline.market.FeedStatus;
import io.faultline.market.FrameRefused;
import io.faultline.market.Topic;
import io.faultline.market.VenueClock;
import io.faultline.market.VenueTraffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one venue's connections. No part of the market's state: a replay knows little of it. */
final class FeedState {
    /** Traffic of which nothing has been heard for this long has ceased. */
    private static final long TRAFFIC_NANOS = 3_000_000_000L;

    private final TreeMap<String, FeedStatus> connections = new TreeMap<>();
    private final Map<Topic, Long> expectedNanos = new EnumMap<>(Topic.class);
    private long reconnects;
    private long undecodable;
    private @Nullable VenueClock clock;
    private @Nullable VenueTraffic traffic;
    private long bytes;

    /** Says how long each topic may be silent. */
    void expect(Map<Topic, Duration> silentAfter) {
        silentAfter.forEach((topic, silence) -> expectedNanos.put(topic, silence.toNanos()));
    }

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

    void apply(VenueTraffic measured) {
        traffic = measured;
        bytes += measured.bytes();
    }

    FeedView view(Iterable<TopicMeter> meters, long nowNanos, long lost) {
        List<FeedView.TopicView> topics = new ArrayList<>(Topic.values().length);
        for (TopicMeter meter : meters) {
            topics.add(meter.view(
                    nowNanos, subscribedNanos(meter.topic()), expectedNanos.getOrDefault(meter.topic(), 0L)));
        }
        return new FeedView(
                List.copyOf(connections.values()), topics, reconnects, lost, undecodable, clock, traffic(nowNanos));
    }

    private long subscribedNanos(Topic topic) {
        long since = 0;
        for (FeedStatus status : connections.values()) {
            if (status.topics().contains(topic) && status.state() == FeedStatus.State.UP) {
                since = Math.max(since, status.receivedNanos());
            }
        }
        return since;
    }

    private FeedView.Traffic traffic(long nowNanos) {
        VenueTraffic measured = traffic;
        if (measured == null || nowNanos - measured.receivedNanos() > TRAFFIC_NANOS) {
            return new FeedView.Traffic(0, 0, bytes);
        }
        double seconds = measured.lengthNanos() / 1e9;
        return new FeedView.Traffic(measured.bytes() / seconds, measured.frames() / seconds, bytes);
    }
}
