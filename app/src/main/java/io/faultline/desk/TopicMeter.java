package io.faultline.desk;

import io.faultline.market.Topic;
import java.util.Arrays;

/** Counts one topic's messages in event time. */
final class TopicMeter {
    private static final long SECOND = 1_000_000_000L;
    private static final int WINDOW = 5;

    private final Topic topic;
    private final long[] counts = new long[WINDOW];
    private long count;
    private long lastNanos;
    private long second;

    TopicMeter(Topic topic) {
        this.topic = topic;
    }

    Topic topic() {
        return topic;
    }

    void count(long receivedNanos) {
        advance(receivedNanos);
        count++;
        counts[(int) Math.floorMod(second, (long) WINDOW)]++;
        lastNanos = Math.max(lastNanos, receivedNanos);
    }

    private void advance(long nowNanos) {
        long now = Math.floorDiv(nowNanos, SECOND);
        if (now - second >= WINDOW) {
            Arrays.fill(counts, 0);
            second = now;
        }
        while (second < now) {
            second++;
            counts[(int) Math.floorMod(second, (long) WINDOW)] = 0;
        }
    }

    FeedView.TopicView view(long nowNanos, long subscribedNanos, long expectedNanos) {
        advance(nowNanos);
        long sum = 0;
        for (long inSecond : counts) {
            sum += inSecond;
        }
        double ofThisSecond = Math.max(0, nowNanos - second * SECOND) / (double) SECOND; // which has not ended
        double rate = sum / (WINDOW - 1 + ofThisSecond);
        return new FeedView.TopicView(topic, count, lastNanos, rate, subscribedNanos, expectedNanos);
    }

    void digest(StateDigest digest) {
        digest.add(count);
        digest.add(lastNanos);
    }
}
