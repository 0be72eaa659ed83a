package io.faultline.feed;

import io.faultline.market.BookSnapshot;
import io.faultline.market.MarketEvent;
import io.faultline.market.Topic;
import io.faultline.venue.VenueAdapter.TopicPlan;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When each topic of one socket last brought something. Written by the socket's thread, read by the loop's. A topic
 * whose {@code silentAfter} is zero is not watched.
 */
final class TopicWatch {
    private final List<TopicPlan> plans;
    private final AtomicLongArray lastNanos;
    private final AtomicIntegerArray snapshots;
    private final Map<String, Map<Topic, Integer>> indexBySymbol = new HashMap<>();
    private long startNanos;

    TopicWatch(List<TopicPlan> topics) {
        plans = topics.stream().filter(plan -> !plan.silentAfter().isZero()).toList();
        lastNanos = new AtomicLongArray(plans.size());
        snapshots = new AtomicIntegerArray(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            TopicPlan plan = plans.get(i);
            indexBySymbol
                    .computeIfAbsent(plan.symbol(), symbol -> new EnumMap<>(Topic.class))
                    .put(plan.topic(), i);
        }
    }

    /** Silence is counted from here until something comes. */
    void start(long nowNanos) {
        startNanos = nowNanos;
    }

    void seen(MarketEvent event) {
        boolean snapshot = event instanceof BookSnapshot;
        Topic topic = snapshot ? Topic.BOOK : Topic.of(event);
        if (topic == null || !(event instanceof MarketEvent.OfInstrument of)) {
            return;
        }
        Integer index =
                indexBySymbol.getOrDefault(of.instrument().symbol(), Map.of()).get(topic);
        if (index != null) {
            lastNanos.lazySet(index, event.receivedNanos());
            if (snapshot) {
                snapshots.incrementAndGet(index);
            }
        }
    }

    List<TopicPlan> watched() {
        return plans;
    }

    boolean delivered(int index) {
        return lastNanos.get(index) > 0;
    }

    /** Whether it brought a snapshot of a book. */
    boolean snapshotCame(int index) {
        return snapshots.get(index) > 0;
    }

    /** When something last came, or the socket was opened; nanoseconds since 1970. */
    long lastNanos(int index) {
        return Math.max(startNanos, lastNanos.get(index));
    }

    boolean silent(int index, long nowNanos) {
        return nowNanos - lastNanos(index) > plans.get(index).silentAfter().toNanos();
    }
}
