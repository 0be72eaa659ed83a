package io.faultline.desk;

import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.market.VenueClock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a venue's feed does. Gaps and resyncs of its book are in {@link BookView.Counters}.
 *
 * @param connections the newest status of each connection, in order of name
 * @param topics what each kind of message last did
 * @param reconnects how many times a connection came back
 * @param lost events of this venue that a full queue had to drop (a book's made it resynchronise)
 * @param undecodable frames that could not be read
 * @param clock offset of the venue's clock and round trip of a request; null before it was measured
 * @param traffic what comes in now
 */
public record FeedView(
        List<FeedStatus> connections,
        List<TopicView> topics,
        long reconnects,
        long lost,
        long undecodable,
        @Nullable VenueClock clock,
        Traffic traffic) {
    public static final FeedView EMPTY = new FeedView(List.of(), List.of(), 0, 0, 0, null, Traffic.NONE);

    public FeedView {
        connections = List.copyOf(connections);
        topics = List.copyOf(topics);
    }

    /**
     * What comes in from the venue, over all its connections.
     *
     * @param bytes in all
     */
    public record Traffic(double bytesPerSecond, double framesPerSecond, long bytes) {
        public static final Traffic NONE = new Traffic(0, 0, 0);
    }

    /**
     * One kind of message.
     *
     * @param lastNanos receive time of the newest, nanoseconds since 1970; 0 if none came
     * @param perSecond rate over the last seconds of event time
     * @param subscribedNanos when the connection that carries it last came up; 0 while none is
     * @param expectedNanos the longest that a healthy one is silent; 0 where silence is normal, or nothing is promised
     */
    public record TopicView(
            Topic topic, long count, long lastNanos, double perSecond, long subscribedNanos, long expectedNanos) {

        /** A topic of which nothing is promised. */
        public TopicView(Topic topic, long count, long lastNanos, double perSecond) {
            this(topic, count, lastNanos, perSecond, 0, 0);
        }

        /** Whether its connection is up, and yet nothing has come for longer than a healthy one is silent. */
        public boolean silent(long nowNanos) {
            return subscribedNanos > 0 && expectedNanos > 0 && silentNanos(nowNanos) > expectedNanos;
        }

        /** {@code subscribed, nothing for 9 min, expected one per 20 s}; empty while it is not {@link #silent}. */
        public String silence(long nowNanos) {
            return silent(nowNanos)
                    ? "subscribed, nothing for " + span(silentNanos(nowNanos)) + ", expected one per "
                            + span(expectedNanos)
                    : "";
        }

        private long silentNanos(long nowNanos) {
            return nowNanos - Math.max(lastNanos, subscribedNanos);
        }

        private static String span(long nanos) {
            double seconds = nanos / 1e9;
            if (seconds < 1) {
                return Math.round(seconds * 1_000) + " ms";
            }
            return seconds < 120
                    ? String.format(Locale.ROOT, seconds < 9.5 && seconds % 1 >= 0.05 ? "%.1f s" : "%.0f s", seconds)
                    : Math.round(seconds / 60) + " min";
        }
    }
}
